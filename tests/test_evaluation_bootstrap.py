"""Means are over events, and their interval lies around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.evaluation.bootstrap import interval, mean
from briefing.evaluation.score import Score


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
