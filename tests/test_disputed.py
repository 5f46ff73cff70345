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
        ("The council voted to demolish the library.", "The council voted to keep the library."),
        ("The treasurer resigned over the lost funds.", "The treasurer was dismissed over the lost funds."),
        ("A jury found Holm guilty of fraud.", "A jury cleared Holm of fraud."),
        ("The clerk blamed Holm for the loss.", "The clerk blamed Orr for the loss."),
    ],
)
def test_a_word_of_another_meaning_in_the_same_place_tells_of_something_else(one: str, other: str) -> None:
    assert differ(one, other)
    assert differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Customs seized a crate of eels.", "Customs confiscated a crate of eels."),
        ("The clerk lost a crate of eels, he said.", "The clerk lost a crate of eels, he added."),
        ("A crate of eels was lost in Halden by Holm.", "A crate of eels was lost in Halden by the clerk."),
        ("The clerk left.", "The mayor spoke."),
        ("The crate of eels fell from the deck.", "The crate of eels was swept by waves from the deck."),
        ("Customs seized a crate of Holm's.", "Customs seized a crate of Holm."),
    ],
)
def test_a_word_for_a_like_one_a_name_for_an_office_and_a_rewording_tell_the_same(
    one: str, other: str
) -> None:
    assert not differ(one, other)


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
