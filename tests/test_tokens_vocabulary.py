"""How much of the vocabulary is loaded: as much as the texts can have, and the ids are the same."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vocabularies import KNOWN, TEXT, VOCABULARY, WHOLE, ids, packed

from briefing import tokens
from briefing.tokens import tokenised
from briefing.tokens.encoding import O200kBase
from briefing.tokens.estimate import Estimate


@pytest.fixture
def unloaded() -> Iterator[None]:
    """Asked for before `monkeypatch`, so that the ranks are back when its patches are gone."""
    tokenised._load.cache_clear()
    tokenised._of_short.cache_clear()
    yield
    tokenised._load.cache_clear()
    tokenised._of_short.cache_clear()
    tokens.count("")


def test_each_token_has_its_rank_and_what_is_none_has_none() -> None:
    ranks = {token: rank for rank, token in enumerate(VOCABULARY) if len(token) <= 32}
    pieces = [*VOCABULARY, *(token + b"\0" for token in VOCABULARY), b""]
    assert KNOWN.ranks(pieces) == [ranks.get(piece) for piece in pieces]
    assert KNOWN.ranks([]) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=6))
def test_few_texts_have_the_ids_of_the_whole_vocabulary(texts: list[str]) -> None:
    """What is loaded for the texts so far changes no id, neither of the first nor of any after it."""
    few = O200kBase(KNOWN)
    for text in texts:
        assert few.ids(text).tolist() == ids(text)


def test_few_texts_of_news_load_a_part_of_the_vocabulary_and_have_the_same_ids(shared: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    few = O200kBase(KNOWN)
    few.meet(texts)
    assert [few.ids(text).tolist() for text in texts] == [WHOLE.encode_ordinary(text) for text in texts]
    assert len(few._ranks) < len(VOCABULARY) / 5


@pytest.mark.parametrize("texts", ["abcd", ["word " * 50_000]])
def test_many_texts_and_long_ones_load_the_whole_vocabulary(texts: Sequence[str]) -> None:
    few = O200kBase(KNOWN)
    for text in texts:
        few.meet([text * 3])
    assert len(few._ranks) == len(VOCABULARY)


def test_many_equal_words_load_only_what_one_of_them_needs() -> None:
    few = O200kBase(KNOWN)
    assert few.ids("word " * 50_000).tolist() == WHOLE.encode_ordinary("word " * 50_000)
    assert len(few._ranks) < len(VOCABULARY) / 5


def test_ranks_are_loaded_once_by_however_many_threads(
    unloaded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads = []
    real = tokenised.O200kBase
    monkeypatch.setattr(tokenised, "O200kBase", lambda data: loads.append(1) or real(data))
    threads = [threading.Thread(target=tokens.count, args=("The ferry waits.",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert loads == [1]


@pytest.mark.parametrize("damage", ["missing", "truncated", "changed", "not gzip"])
def test_without_ranks_tokens_are_estimated_and_one_warning_says_so(
    damage: str, unloaded: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(packed())
    data[-1] ^= 1
    whole = gzip.compress(bytes(data), 1)
    contents = {"truncated": whole[:5000], "changed": whole, "not gzip": b"ranks"}
    file = tmp_path / "o200k_base.ranks.gz"
    if damage in contents:
        file.write_bytes(contents[damage])
    monkeypatch.setattr("briefing.tokens.vocabulary.packaged", lambda *_: file.read_bytes())
    with pytest.warns(RuntimeWarning, match="estimates.*reinstall") as warned:
        tokens.count("")
    assert len(warned) == 1
    (made,) = tokens.tokenise(["The ferry waits at the harbour of Halden, 12 km away."])
    assert 10 <= len(made) <= 20
    assert made.count(4, 15) == tokens.count("ferry waits")
    assert tokens.ranks([" ferry"]) == [None]


@given(TEXT)
def test_an_estimate_covers_its_text(text: str) -> None:
    ((breaks, before),) = Estimate().breaks([text])
    assert Estimate().count(text) == before[-1] == len(breaks) - 1
    assert np.all(np.diff(breaks) > 0)
    assert breaks[-1] == len(text)
    assert [Estimate().reach(text, count) for count in before] == breaks.tolist()
