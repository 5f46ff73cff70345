"""What puts the scores on trial and could not be tried is said in every report."""

from __future__ import annotations

from dataclasses import replace

from invented_results import RUN

from briefing.evaluation import reports
from briefing.evaluation.controls import RECIPES
from briefing.evaluation.reports.untried import untried
from briefing.evaluation.results import Control


def test_without_twins_it_is_said_why() -> None:
    bare = replace(RUN, twins=())
    assert "ask a live model" in " ".join(reports.table(bare).split())
    for tell in (reports.markdown, reports.html, reports.junit, reports.json):
        assert "ask a live model" in tell(bare), tell  # type: ignore[operator]


def test_without_controls_every_report_says_that_there_was_too_little_to_break() -> None:
    bare = replace(RUN, controls=())
    assert "Too little to break" in " ".join(reports.table(bare).split())
    for tell in (reports.markdown, reports.html, reports.junit, reports.json, reports.github):
        assert "Too little to break" in tell(bare), tell  # type: ignore[operator]


def test_where_no_case_gave_a_brief_that_is_why() -> None:
    failed = tuple(replace(case, error="the file is gone") for case in RUN.cases)
    assert untried(replace(RUN, cases=failed, controls=()))["controls"] == "No case gave a brief."


def test_a_control_with_nothing_to_count_is_named() -> None:
    tried = [Control(r.name, r.score, 1.0, 0.0, True, r.must) for r in RECIPES]
    assert "controls" not in untried(replace(RUN, controls=tuple(tried)))
    less = replace(RUN, controls=tuple(tried[1:]))
    assert f"nothing to count: {RECIPES[0].name}." in reports.markdown(less)
