"""Which sentence carries a text best."""

from __future__ import annotations

import pytest

from briefing.grounding import fit


def test_the_best_sentence_is_not_the_one_that_has_only_the_name() -> None:
    among = ["Engineer Lena Marsh read the gauge at Orrin.", "She said water rose by 41 centimetres."]
    assert fit("Lena Marsh said water rose by 41 centimetres", among) == [1, 0]


@pytest.mark.parametrize(
    "leaning",
    [
        "She said water rose before dawn at Vane.",
        "“Water rose before dawn at Vane, she said.",
        "Water rose before dawn at Vane, according to the Haven Times.",
        "Water rose before dawn at Vane, a ridiculous excuse.",
    ],
)
def test_of_two_sentences_that_carry_a_text_the_one_that_stands_alone_is_best(leaning: str) -> None:
    among = [leaning, "Water rose before dawn, Lena Marsh said at Vane."]
    assert fit("Lena Marsh said water rose before dawn", among) == [1, 0]


def test_more_than_half_of_what_the_fullest_carries_is_near_it() -> None:
    claim, fullest = (
        "Lena Marsh said water rose before dawn at noon",
        "She said water rose before dawn at noon.",
    )
    assert fit(claim, [fullest, "Water rose at dawn."]) == [1, 0]
    assert fit(claim, [fullest, "Water rose."]) == [0, 1]


def test_of_nothing_there_is_no_best() -> None:
    assert fit("Water rose", []) == []


@pytest.mark.parametrize(("near", "first"), [(0.5, 1), (0.75, 0)])
def test_how_near_the_best_one_another_has_to_be_can_be_asked_for(near: float, first: int) -> None:
    among = ["She got the harbour fund extended for six years.", "The harbour fund was extended by years."]
    assert fit("The mayor got the harbour fund extended for six years", among, near)[0] == first
