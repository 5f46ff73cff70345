"""Cases become results, one by one."""

from __future__ import annotations

import json
from dataclasses import replace

from evaluated import Overlap
from tried import EVAL, made

from briefing import render
from briefing.evaluation.running import result, run
from briefing.evaluation.suites import read_suites


def test_a_case_in_error_is_named_and_the_next_is_run() -> None:
    (suite,) = read_suites([str(EVAL / "plain")])
    empty = replace(suite.cases[0], documents=())
    broken = replace(suite, cases=(empty, suite.cases[1]))
    first, second = run([broken], made, Overlap())
    assert first.error
    assert not first.scores
    assert second.error is None
    assert second.scores


def test_a_result_has_the_brief_as_json() -> None:
    (suite,) = read_suites([str(EVAL / "plain")])
    brief = made(suite.cases[0])
    one = result("plain", suite.cases[0], lambda _: brief, Overlap())
    assert one.brief == json.loads(render.json(brief.brief))
