"""Words that are remembered: what is known of them is what is found of each alone."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import memory
from briefing.arrays import Numbers
from briefing.tokens.encoding import O200kBase
from briefing.tokens.vocabulary import Vocabulary
from briefing.words import words

PIECE = st.one_of(
    st.sampled_from(" \n\t\xa0\u2003.“漢/é😀\x00\ud800"),
    st.sampled_from(["  ", "\r\n", " the", "ferry", "’s", "'ll", "1,234", " waits.", "aB", "x" * 40]),
    st.just("<|endoftext|>"),
    st.characters(),
)
TEXTS = st.lists(st.lists(PIECE, max_size=30).map("".join), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def encoder() -> O200kBase:
    """One that has the whole vocabulary."""
    made = O200kBase(Vocabulary.load())
    made.meet(["x" * 300_000])
    return made


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_remembered_counts_are_those_of_each_word_alone(encoder: O200kBase, texts: list[str]) -> None:
    """Words of earlier examples are met again."""
    for text, (breaks, before) in zip(texts, encoder.breaks(texts), strict=True):
        words = [text[a:b] for a, b in pairwise(breaks.tolist())]
        assert "".join(words) == text
        assert np.diff(before).tolist() == [len(encoder.ids(word)) for word in words]
        assert before[-1] - before[0] == len(encoder.ids(text))


@given(
    st.lists(st.one_of(PIECE, st.sampled_from([".5", ",7", "3", "F.16", "n't", "_a", "'", "٣"]))).map("".join)
)
def test_a_break_parts_no_word_as_it_is_matched_but_a_figure_at_its_separators(text: str) -> None:
    """Stories are grouped by such words: "don't" stays whole, "1,200" does not."""
    data = re.sub(r"[.,](?=\d)", ";", text).encode("utf-8", "replace")
    starts = memory._words(data, np.zeros(1, np.int64)).tolist() if data else []
    parts = [data[a:b].decode() for a, b in pairwise((*starts, len(data)))]
    assert [word for part in parts for word in words(part)] == words(data.decode())


def test_each_word_is_learned_once() -> None:
    learned: list[bytes] = []

    def learn(data: bytes, starts: Numbers, lengths: Numbers) -> Numbers:
        learned.extend(data[a : a + n] for a, n in zip(starts.tolist(), lengths.tolist(), strict=True))
        return lengths

    met = memory.Memory(learn)
    for _ in range(2):
        (found,) = met.of([b"The ferry waits", b"", b"and the ferry leaves" + b" the ferry" * 100])
        assert found.numbers.tolist()[:4] == [3, 6, 6, 3]
        assert found.bounds.tolist() == [0, 3, 3, 207]
    assert sorted(learned) == [b" ferry", b" leaves", b" the", b" waits", b"The", b"and"]


@pytest.mark.parametrize("tail", ["", "y" * 40])
def test_words_that_share_a_slot_do_not_share_a_number(
    tail: str, encoder: O200kBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor do long ones that differ at the end only."""
    monkeypatch.setattr(memory, "_SLOTS", 4)
    monkeypatch.setattr(memory, "_LEADING", np.uint64(60))
    crowded = memory.Memory(encoder._learned)
    words = [f" word{'x' * (n % 50)}{tail}{n % 50}" for n in range(4000)]
    for _ in range(2):
        (found,) = crowded.of(["".join(words).encode()])
        assert found.numbers.tolist() == [len(encoder.ids(word)) for word in words]
