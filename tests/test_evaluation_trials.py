"""The scores are on trial: seeded faults and twins of invented cases."""

from __future__ import annotations

import json
from dataclasses import replace

from evaluated import Overlap
from hypothesis import given
from hypothesis import strategies as st
from tried import EVAL, made, told

from briefing import render
from briefing.evaluation import twins
from briefing.evaluation.bootstrap import interval, mean
from briefing.evaluation.running import result, run
from briefing.evaluation.score import Score
from briefing.evaluation.suites import read_suites
from briefing.evaluation.twinning import twinned


def test_twins_change_what_they_say_and_nothing_else() -> None:
    (suite,) = read_suites([str(EVAL / "plain")])
    case = max(suite.cases, key=lambda c: len(c.documents))
    texts = [d.text for d in case.documents]
    assert [d.text for d in twins.outlets_swapped(case).documents] == texts
    assert [d.text for d in twins.reordered(case).documents] == texts[::-1]
    assert [d.source.id for d in twins.reordered(case).documents] == [d.source.id for d in case.documents]
    assert [len(d.text) for d in twins.renamed(case).documents] == [len(t) for t in texts]
    assert [d.text for d in twins.renamed(case).documents] != texts
    assert [d.text for d in twins.source_copied(case).documents] == [*texts, texts[0]]
    cut = twins.without(case, {"S1": [(0, 5)]})
    assert cut.documents[0].text == texts[0][5:]
    assert cut.documents[1].text == texts[1]


def test_a_maker_that_looks_at_the_order_of_its_sources_does_not_hold() -> None:
    """Twins can fail: this engine forgets the last source."""
    found = list(twinned(told("plain")[:1], lambda case: made(replace(case, documents=case.documents[:-1]))))
    assert any(not t.holds for t in found)


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


@given(st.lists(st.floats(0, 1), min_size=2, max_size=12))
def test_an_interval_lies_around_the_mean_and_within_the_values(values: list[float]) -> None:
    low, high = interval(values)
    assert low is not None
    assert high is not None
    middle = sum(values) / len(values)
    assert min(values) - 1e-9 <= low <= middle + 1e-9
    assert middle - 1e-9 <= high <= max(values) + 1e-9


def test_cases_of_one_event_count_once() -> None:
    scores = [
        ("a", Score.ratio(1, 1)),
        ("b", Score.ratio(0, 3)),
        ("b", Score.ratio(0, 1)),
        ("c", Score(None)),
    ]
    found = mean(scores)
    assert (found.value, found.events, found.cases, found.hits, found.of) == (0.5, 2, 3, 1, 5)
    assert mean([("a", Score(None))]).value is None
