"""Metamorphic twins: what they change, and whether the findings hold or go as they must."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tried import made, told

from briefing.evaluation import reports, twins
from briefing.evaluation.case import Case
from briefing.evaluation.gold import Difference, Gold, Side
from briefing.evaluation.results import Evaluation
from briefing.evaluation.running import Made
from briefing.evaluation.twinning import EQUAL, twinned
from briefing.types import Document, Source, Span


def case_of(*texts: str, gold: Gold | None = None) -> Case:
    documents = tuple(Document(Source(f"S{n}", f"Outlet {n}"), text) for n, text in enumerate(texts, 1))
    return Case("case", "event", documents, gold or Gold(), Path(), "")


def test_twins_change_what_they_say_and_nothing_else() -> None:
    cases = [case for case, _ in told("plain")]
    case = max(cases, key=lambda c: len(c.documents))
    texts = [d.text for d in case.documents]
    assert [d.text for d in twins.outlets_swapped(case).documents] == texts
    assert [d.text for d in twins.reordered(case).documents] == texts[::-1]
    assert [d.source.id for d in twins.reordered(case).documents] == [d.source.id for d in case.documents]
    assert [len(d.text) for d in twins.renamed(case).documents] == [len(t) for t in texts]
    assert [d.text for d in twins.renamed(case).documents] != texts
    cut = twins.without(case, {"S1": [(0, 5)]})
    assert cut.documents[0].text == texts[0][5:]
    assert cut.documents[1].text == texts[1]
    moved = twins.without(case, {"S1": [(0, 5), (8, 9)]}, "Instead.")
    assert moved.documents[0].text == f"Instead.{texts[0][5:8]}{texts[0][9:]}"


def test_a_maker_that_looks_at_the_order_of_its_sources_does_not_hold() -> None:
    """Twins can fail: this engine forgets the last source."""
    found = list(twinned(told("plain")[:1], lambda case: made(replace(case, documents=case.documents[:-1]))))
    assert any(not t.holds for t in found)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The blaze ended.", "The fire finished."),
        ("She purchased a blazer.", "She purchased a blazer."),
        ("The children's speeches", "The children's speeches"),
        ("It was injured prior to noon.", "It was hurt before noon."),
    ],
)
def test_whole_words_are_exchanged_and_nothing_within_one(text: str, other: str) -> None:
    assert twins.reworded(case_of(text)).documents[0].text == other


def test_the_text_that_is_copied_has_a_side() -> None:
    sides = (Side("a", (Span("S2", 0, 4),)), Side("b", (Span("S3", 0, 4),)))
    gold = Gold(differences=(Difference("X1", "t", "number", "tension", sides),))
    assert [d.text for d in twins.source_copied(case_of("one", "two two", "three", gold=gold)).documents] == [
        "one", "two two", "three", "two two",
    ]  # fmt: skip
    assert twins.source_copied(case_of("one", "two")).documents[-1].text == "one"


def test_a_twin_like_its_case_is_no_trial_and_is_counted_as_none() -> None:
    """One source: there is no other order, and no other outlet."""
    one = [t for t in told("plain") if len(t[0].documents) == 1]
    asked: list[Case] = []

    def maker(case: Case) -> Made:
        asked.append(case)
        return made(case)

    found = list(twinned(one, maker))
    idle = {t.name for t in found if t.holds is None}
    assert {"outlets swapped", "sources reordered"} <= idle
    assert len(asked) == len(found) - len(idle)
    run = Evaluation("extractive", {}, (), twins=tuple(found))
    assert f"{len(idle)} more change nothing in their case" in reports.table(run)
    assert json.loads(reports.json(run))["twins"][0]["holds"] is None
    assert reports.read(reports.json(run)).twins == run.twins


def test_a_flag_vanishes_where_both_sides_say_the_same() -> None:
    """And a maker that does not read its sources anew, and flags all the same, is found out."""
    cases = told("accounts/port-calder-vote")
    assert [t.holds for t in twinned(cases, made) if t.name == EQUAL] == [True]
    case = cases[0][0]
    found = list(twinned(cases, lambda _: made(case)))
    assert [t.holds for t in found if t.name == EQUAL] == [False]


def test_sides_are_not_made_equal_where_the_gold_does_not_know_them() -> None:
    case, one = told("accounts/port-calder-vote")[0]
    bare = replace(case, gold=Gold())
    assert not [t for t in twinned([(bare, one)], made) if t.name == EQUAL]
