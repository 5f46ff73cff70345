"""Sentences kept as numbers are the same values, each time they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sentences import split
from briefing.types import Document, Sentences, Source

COURIER = "# The dam\n\nThe dam at Orrin held. “Nobody was hurt,” she said.\n\n- Water rose 🌊. It fell."
TEXTS = st.text(st.sampled_from("Ab é“”🌊.!?\n# "), max_size=80)


def kept(text: str) -> Sentences:
    return Sentences(Document(Source("S2", "courier"), text), split("S2", text))


@given(TEXTS)
def test_each_sentence_comes_back_as_it_was(text: str) -> None:
    sentences = split("S2", text)
    assert tuple(kept(text)) == sentences
    assert [kept(text)[n] for n in range(len(sentences))] == [*sentences]


@given(TEXTS, st.integers(-4, 4), st.integers(-4, 4), st.sampled_from([-1, 1, 2]))
def test_a_slice_is_that_of_the_tuple(text: str, start: int, stop: int, step: int) -> None:
    assert kept(text)[start:stop:step] == split("S2", text)[start:stop:step]


def test_numbers_of_ids_and_headings_stay_where_sentences_were_left_out() -> None:
    document, sentences = Document(Source("S2", "courier"), COURIER), split("S2", COURIER)
    some = Sentences(document, [sentences[0], sentences[2]])
    assert [(s.id, s.heading, s.paragraph) for s in some] == [("S2.1", True, 0), ("S2.3", False, 1)]


def test_the_same_sentences_of_the_same_document_are_equal() -> None:
    assert kept(COURIER) == kept(COURIER)
    assert hash(kept(COURIER)) == hash(kept(COURIER))
    assert kept(COURIER) != kept(COURIER + " Rain fell.")


def test_there_is_none_beyond_the_last() -> None:
    with pytest.raises(IndexError):
        kept("One.")[1]
