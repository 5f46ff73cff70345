"""Words that are remembered: the ids of any texts are those that they have alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import memory, tokens
from briefing.tokens import encoding, fast, tokenised
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
def encoder() -> Iterator[O200kBase]:
    """One that remembers the words of short texts, too."""
    made = O200kBase(Vocabulary.load())
    made.meet(["x" * 300_000])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoding, "_MANY", 1)
        yield made


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_remembered_ids_are_those_of_each_text_alone(encoder: O200kBase, texts: list[str]) -> None:
    """Words of earlier examples are met again."""
    alone = [encoder._ids(text).tolist() for text in texts]
    assert [ids.tolist() for ids in encoder._remembered(texts)] == alone


@given(
    st.lists(st.one_of(PIECE, st.sampled_from([".5", ",7", "3", "F.16", "n't", "_a", "'", "٣"]))).map("".join)
)
def test_a_break_parts_no_word_as_it_is_matched(text: str) -> None:
    """Stories are grouped by such words: "1,200" and "don't" stay whole."""
    data = text.encode("utf-8", "replace")
    starts = memory._words(data, np.zeros(1, np.int64)).tolist() if data else []
    parts = [data[a:b].decode() for a, b in pairwise((*starts, len(data)))]
    assert [word for part in parts for word in words(part)] == words(data.decode())


def test_words_are_forgotten_when_they_are_too_many(
    encoder: O200kBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "KEPT", 100)
    texts = [" ".join(f"word{n}x{turn}" for n in range(3000)) for turn in range(4)]
    for text in texts:
        assert encoder._remembered([text])[0].tolist() == encoder._ids(text).tolist()
        assert encoder._memory._known <= 3001


def test_words_that_share_a_slot_do_not_share_ids(
    encoder: O200kBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_BITS", 4)
    crowded = memory.Memory(encoder._of_words)
    text = " ".join(f"word{n % 50}" for n in range(4000))
    for _ in range(2):
        (ids,) = crowded.of([text.encode()])
        assert ids.tolist() == encoder._ids(text).tolist()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_fast_tokeniser_gives_the_ids_of_tiktoken(encoder: O200kBase, texts: list[str]) -> None:
    pytest.importorskip("toktok", reason="the extra briefing[fast] is not installed")
    clean = [text.encode("utf-8", "replace").decode() for text in texts]
    assert [ids.tolist() for ids in fast.all_ids(clean)] == [encoder._ids(t).tolist() for t in clean]


def test_without_the_extra_large_corpora_are_tokenised_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "PAYS", 0)
    monkeypatch.setattr(fast, "_load", cache(lambda: None))
    texts = ["The ferry waits.", "", "Nobody saw her go."] * 2_000
    assert [len(ids) for ids in tokens.encode_all(texts)] == [tokens.count(text) for text in texts]
    assert tokenised.exact()


@pytest.mark.parametrize("unit", ["a", " ", "\n", ".", "é", "漢", "<|endoftext|>"])
def test_the_fast_tokeniser_takes_long_runs_in_linear_time(encoder: O200kBase, unit: str) -> None:
    pytest.importorskip("toktok", reason="the extra briefing[fast] is not installed")

    def seconds(times: int) -> float:
        begin = time.process_time()
        assert len(fast.all_ids([unit * times])[0]) > 0
        return time.process_time() - begin

    fast.all_ids(["loaded"])
    assert seconds(400_000) < max(30 * seconds(50_000), 0.2)
