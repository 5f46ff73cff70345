"""Controls: a brief broken on purpose must score worse, whoever judges."""

from __future__ import annotations

from dataclasses import replace

from evaluated import Overlap
from tried import EVAL, Unread, made, told

from briefing.evaluation.controls import CASES, RECIPES, controls
from briefing.evaluation.running import account, result
from briefing.evaluation.suites import read_suites
from briefing.types import Document


def test_every_control_behaves_for_a_judge_that_sees() -> None:
    found = controls(told("plain"), Overlap())
    assert {c.name for c in found} >= {"citations shuffled", "no citations", "invented ids", "lead-3"}
    assert [c for c in found if not c.behaves] == []


def test_a_judge_that_reads_no_evidence_is_found_out() -> None:
    """Shuffled citations that still look supported mean that the judge sees nothing."""
    misbehaving = {c.name for c in controls(told("plain"), Unread()) if not c.behaves}
    assert {"citations shuffled", "a random passage", "all citations on all"} <= misbehaving


def test_a_judge_that_likes_positions_alone_is_found_out() -> None:
    """Disagreements are no part of what is broken: a score that falls with them shows nothing."""
    case, one = told("accounts/ferry-grounding")[0]
    positions = {p.text for flag in account(case, one.brief).flags for p in flag.positions}
    assert positions
    found = {c.name: c for c in controls([(case, one)], Unread(lambda claim: claim in positions))}
    for name in ("citations shuffled", "a random passage", "all citations on all", "no citations, support"):
        assert not found[name].behaves, name


def test_without_a_brief_there_is_nothing_to_control() -> None:
    assert controls([], Overlap()) == ()
    assert len({r.name for r in RECIPES}) == len(RECIPES)


def test_a_case_with_too_little_to_break_takes_no_place_in_the_sample() -> None:
    (suite,) = read_suites([str(EVAL / "plain")])
    case = suite.cases[0]
    short = replace(case, documents=tuple(Document(d.source, d.text[:200]) for d in case.documents))
    little = (short, result("trial", short, made, Overlap()))
    assert little[1].brief["stories"]
    assert controls([little], Overlap()) == ()
    whole = told("plain")[-1]
    assert controls([*[little] * CASES * 3, whole], Overlap()) == controls([whole], Overlap())
