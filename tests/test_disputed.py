"""What two sentences of like words dispute: then one is no evidence for the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extractive.disputed import differ, disputed

CLOSED = "The harbour of Halden closed on Monday, 3 June, after 40 boats had left."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CLOSED, "The harbour of Halden closed on Tuesday, after 40 boats had left."),
        (CLOSED, "The harbour of Halden closed on 4 June, after 40 boats had left."),
        (CLOSED, "After 55 boats had left, the harbour of Halden closed on Monday."),
        (CLOSED, "The harbour of Halden opened on Monday, after 40 boats had left."),
        ("The quay was built in 1998.", "Built in 2008, the quay leaks."),
        ("In June the quay leaked.", "The quay leaked in May."),
    ],
)
def test_other_figures_days_and_opposites_tell_of_something_else(one: str, other: str) -> None:
    assert differ(one, other)
    assert disputed(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood left 40 families homeless.", "It left 75 households homeless."),
        ("Holm, 34, steered the barge.", "The barge was steered by Holm (43 boats in all)."),
        ("About 400 crowns a day were lost.", "The loss is 412 crowns a day."),
    ],
)
def test_figures_of_other_things_are_no_evidence_yet_tell_the_same(one: str, other: str) -> None:
    assert disputed(one, other)
    assert not differ(one, other)


@pytest.mark.parametrize(
    "other",
    [
        "On Monday the harbour of Halden was closed.",
        "Halden's harbour closed after 40 boats had left.",
        "In June, after 40 boats and 3 barges had left, the harbour closed.",
    ],
)
def test_less_or_more_of_the_same_is_undisputed(other: str) -> None:
    assert not disputed(CLOSED, other)


@pytest.mark.parametrize(
    "said",
    ["the council said Tuesday", "the mayor told reporters on Tuesday", "she says in a statement on Tuesday"],
)
def test_the_day_of_speaking_is_not_the_day_of_what_is_told(said: str) -> None:
    assert not differ(CLOSED, f"The harbour of Halden has closed, {said}.")
    assert differ(CLOSED, f"On Wednesday the harbour of Halden closed, {said}.")


@given(st.text(max_size=60), st.text(max_size=60))
def test_it_is_the_same_either_way_and_nothing_disputes_itself(one: str, other: str) -> None:
    assert disputed(one, other) == disputed(other, one)
    assert not disputed(one, one)
