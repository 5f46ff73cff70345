"""Tokens: the published ranks, offline; offsets against a slow reference; nothing raises."""

from __future__ import annotations

import base64
import gzip
import hashlib
import threading
import time
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
import tiktoken
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import tokens
from briefing.tokens import encoding, tokenised
from briefing.tokens.encoding import O200kBase
from briefing.tokens.estimate import Estimate
from briefing.tokens.vocabulary import Vocabulary

PUBLISHED = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
"""tiktoken's own pin of o200k_base.tiktoken (tiktoken_ext/openai_public.py)."""

TEXT = st.text(
    st.one_of(st.sampled_from(" \n\r\t.,'’é漢😀👩🏽‍🚀\x00\ud800\udc00aZ09-/"), st.characters()), max_size=80
)


def packed() -> bytes:
    return gzip.decompress(resources.files("briefing").joinpath("data/o200k_base.ranks.gz").read_bytes())


def vocabulary(data: bytes, size: int = 199_998) -> list[bytes]:
    found = []
    at = size
    for length in data[:size]:
        found.append(data[at : at + length])
        at += length
    return found


VOCABULARY = vocabulary(packed())
WHOLE = tiktoken.Encoding(
    "o200k_base",
    pat_str=encoding._PATTERN,
    mergeable_ranks={token: rank for rank, token in enumerate(VOCABULARY)},
    special_tokens={},
)
"""The encoding with every token, without windows."""


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Loading is kept out of Hypothesis' deadline: so much text needs the whole vocabulary."""
    tokens.count("The ferry waits. " * 20_000)


@pytest.fixture
def unloaded() -> Iterator[None]:
    """Asked for before `monkeypatch`, so that the ranks are back when its patches are gone."""
    tokenised._load.cache_clear()
    yield
    tokenised._load.cache_clear()
    tokens.exact()


def slow_ends(text: str) -> list[int]:
    """The characters complete after each token, from the bytes of the tokens themselves."""
    data = b""
    ends = []
    for token in tokens.encode(text):
        data += VOCABULARY[token]
        ends.append(len(data.decode("utf-8", "ignore")))
    return ends


def test_the_packed_ranks_are_those_that_tiktoken_publishes() -> None:
    lines = (b"%s %d\n" % (base64.b64encode(t), rank) for rank, t in enumerate(VOCABULARY))
    assert hashlib.sha256(b"".join(lines)).hexdigest() == PUBLISHED


def test_known_ids() -> None:
    """Ids of o200k_base as its tests publish them ("hello world", a special token's name as plain text)."""
    assert tokens.encode("hello world") == [24912, 2375]
    assert tokens.count("<|endoftext|>") > 1
    assert tokens.encode("") == []
    assert tokens.exact()


@given(TEXT)
def test_ends_agree_with_a_slow_reference(text: str) -> None:
    made = tokens.tokenise(text)
    assert made.text == text
    assert made.ids.tolist() == tokens.encode(text)
    assert made.ends.tolist() == slow_ends(text)
    assert len(made) == tokens.count(text)
    if text:
        assert made.ends[-1] == len(text)


@given(TEXT, TEXT, st.data())
def test_the_count_of_a_slice_is_exact(left: str, right: str, data: st.DataObject) -> None:
    text = f"{left} the ferry's crew {right}"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert tokens.tokenise(text).count(start, end) == tokens.count(text[start:end])


@given(st.lists(TEXT.map(str.strip).filter(bool), min_size=1, max_size=6))
def test_a_text_cut_before_its_spaces_has_as_many_tokens_as_its_pieces(pieces: list[str]) -> None:
    """The bound is nought: a space after any other character always begins a token."""
    first, *rest = pieces
    apart = tokens.count(first) + sum(tokens.count(" " + piece) for piece in rest)
    assert apart == tokens.count(" ".join(pieces))


def test_the_count_of_a_slice_is_exact_where_spaces_are_doubled() -> None:
    text = "Ada  Holm\n  left  the  ferry , as  she said.  Nobody  saw  her  go . "
    made = tokens.tokenise(text)
    cuts = range(len(text) + 1)
    assert all(made.count(a, b) == tokens.count(text[a:b]) for a in cuts for b in cuts if a <= b)


def test_counts_of_real_slices_are_exact(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        made = tokens.tokenise(text)
        for start in range(0, len(text), 97):
            end = min(len(text), start + 1234)
            assert made.count(start, end) == tokens.count(text[start:end])


@pytest.mark.parametrize(
    "unit", ["a", " ", "\n", " \n", ".", "é", "1", "😀", "\ud83d", "aB", "<|endoftext|>"]
)
def test_time_is_linear_on_a_run_without_a_break(unit: str) -> None:
    """A million spaces make tiktoken's own regex raise; here windows bound every run."""

    def seconds(characters: int) -> float:
        begin = time.process_time()
        made = tokens.tokenise(unit * (characters // len(unit)))
        spent = time.process_time() - begin
        assert made.ends[-1] == characters // len(unit) * len(unit)
        return spent

    assert seconds(800_000) < max(40 * seconds(100_000), 0.1)


def test_windows_end_where_no_token_is_cut() -> None:
    """A text of many windows has the ids of the encoding itself, given the whole at once."""
    text = "The ferry's crew,  all 12,345 of them —\n\n waited; “no” was the answer. " * 700
    assert len(text) > 2 * 16_384
    assert tokens.encode(text) == WHOLE.encode_ordinary(text)


KNOWN = Vocabulary(packed())


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=6))
def test_few_texts_have_the_ids_of_the_whole_vocabulary(texts: list[str]) -> None:
    """What is loaded for the texts so far changes no id, neither of the first nor of any after it."""
    few = O200kBase(KNOWN)
    for text in texts:
        assert few.ids(text).tolist() == tokens.encode(text)


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


def test_texts_given_together_have_the_ids_that_they_have_alone() -> None:
    texts = ["The ferry waits.", "", "\ud800 “Nobody saw her go.”"]
    assert [ids.tolist() for ids in tokens.encode_all(texts)] == [tokens.encode(text) for text in texts]


def test_the_rank_of_a_piece_is_its_id_where_it_is_one_token() -> None:
    pieces = [" ferry", " ferryboatman", " the", "", "\ud800"]
    assert tokens.ranks(pieces) == [WHOLE.encode_single_token(" ferry"), None, 290, None, 30]
    assert tokens.encode(" the") == [290]


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
    monkeypatch.setattr("briefing.tokens.vocabulary.get_data", lambda *_: file.read_bytes())
    with pytest.warns(RuntimeWarning, match="estimates.*reinstall") as warned:
        assert not tokens.exact()
    assert len(warned) == 1
    made = tokens.tokenise("The ferry waits at the harbour of Halden, 12 km away.")
    assert 10 <= len(made) <= 20
    assert tokens.encode(" ferry") == tokens.encode(" ferry")
    assert made.count(4, 15) == tokens.count("ferry waits")
    assert tokens.ranks([" ferry"]) == [None]


@given(TEXT)
def test_an_estimate_covers_its_text(text: str) -> None:
    estimate = Estimate()
    ids = estimate.ids(text)
    ends = estimate.ends(text, ids)
    assert len(ids) == len(ends)
    assert np.all(np.diff(ends) > 0)
    assert (ends[-1] if text else 0) == len(text)
