"""The sentences that are looked in: each by its place, all in a row, and by the words they hold."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.grounding.index import index
from briefing.grounding.verbatim import folded
from briefing.types import Sentence, Span

TEXTS = ("The ferry sank at noon.", "Forty crews searched", "The ferry sank at noon.", "It rained")


def listed(*texts: str) -> list[Sentence]:
    return [Sentence(f"S1.{n}", Span("S1", 0, 9), text) for n, text in enumerate(texts, 1)]


HELD = index(listed(*TEXTS))


@given(st.lists(st.text("Ab é“'.\n", max_size=9), max_size=5))
def test_each_sentence_stands_whole_at_its_place(texts: list[str]) -> None:
    held = index(listed(*texts))
    assert [held.sentence(place) for place in range(len(texts))] == [folded(text) for text in texts]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the ferry sank at noon.", 0),
        ("the", 0),
        ("crews searched", 1),
        ("it rained", 3),
        ("searched the ferry", -1),
        ("rain", -1),
        ("", -1),
    ],
)
def test_the_first_sentence_that_has_the_words_is_told_and_no_two_are_one(words: str, place: int) -> None:
    assert HELD.verbatim(words) == place


def test_the_fewer_sentences_hold_a_word_the_more_it_weighs() -> None:
    weights = HELD.weights("Penguins searched 40 ferries at the quay where it rained.")
    assert list(weights) == sorted(weights)
    assert weights["penguin"] > weights["search"] == weights["#4E+1"] > weights["ferr"]
    assert weights["ferr"] == math.log(1 + 5 / 3), "two of four hold it, and one is added to both"


def test_the_fullest_sentence_is_the_first_of_those_that_hold_most() -> None:
    weights = {"ferr": 1.0, "sank": 0.5, "search": 1.25}
    assert HELD.fullest(weights, range(4)) == (0, 1.5)
    assert HELD.fullest(weights, {1, 2}) == (2, 1.5)
    assert HELD.fullest(weights, {1, 3}) == (1, 1.25)
    assert HELD.fullest(weights, {3}) == (-1, 0.0)


def test_what_a_sentence_does_not_hold_is_lacking() -> None:
    assert HELD.lacking({"ferr": 1.0, "search": 2.0}, 0) == {"search": 2.0}
    assert HELD.lacking({"ferr": 1.0, "search": 2.0}, 3) == {"ferr": 1.0, "search": 2.0}
