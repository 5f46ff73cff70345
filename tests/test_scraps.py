"""Scraps: what is no news at all."""

from __future__ import annotations

import pytest

from briefing.extractive.scraps import is_scrap


@pytest.mark.parametrize(
    "text",
    [
        "The crowd was 42,300.",
        "Some 42,000 watched.",
        "Nobody was hurt.",
        "Five people have died.",
        "The ferry had not sailed.",
    ],
)
def test_a_few_words_with_a_figure_or_a_denial_tell_something(text: str) -> None:
    assert not is_scrap(text)


@pytest.mark.parametrize(
    "text",
    [
        "Yes, we can.",
        "“Nobody was hurt.”",
        "They were not impressed.",
        "I was 42.",
        "Chapter 42.",
        "More photos below.",
        "It remains to be seen whether the harbour will open.",
        "Orrin Dam Holds After Heavy Rain In Vane",
        "Under water: The lower town, where some 300 people live, on the morning after the storm",
        "Stay out! The sign on the gate of the dam, which nobody has heeded since the spring",
    ],
)
def test_remarks_labels_and_pointers_are_scraps(text: str) -> None:
    assert is_scrap(text)


@pytest.mark.parametrize(
    "text",
    [
        "One thing is certain: The lower town of Orrin will not be rebuilt.",
        "Asked who was to blame, she said: “Nobody but the rain that fell on Orrin”",
        "The council has three plans for Orrin: A new dam, a wall, and none at all",
    ],
)
def test_what_a_mark_ends_or_a_clause_begins_is_no_caption(text: str) -> None:
    assert not is_scrap(text)


def test_six_words_are_a_sentence() -> None:
    assert not is_scrap("The harbour of Orrin is closed.")
