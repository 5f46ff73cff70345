"""Tokens: the published ranks, offline; offsets against a slow reference; nothing raises."""

from __future__ import annotations

import base64
import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vocabularies import TEXT, VOCABULARY, WHOLE, ids

from briefing import tokens
from briefing.tokens import Tokenised

PUBLISHED = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
"""tiktoken's own pin of o200k_base.tiktoken (tiktoken_ext/openai_public.py)."""


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Loading is kept out of Hypothesis' deadline: so much text needs the whole vocabulary."""
    tokens.count("The ferry waits. " * 20_000)


def slow_ends(text: str) -> list[int]:
    """The characters complete after each token, from the bytes of the tokens themselves; 0 before all."""
    data = b""
    ends = [0]
    for token in ids(text):
        data += VOCABULARY[token]
        ends.append(len(data.decode("utf-8", "ignore")))
    return ends


def tokenised(text: str) -> Tokenised:
    (made,) = tokens.tokenise([text])
    return made


def test_the_packed_ranks_are_those_that_tiktoken_publishes() -> None:
    lines = (b"%s %d\n" % (base64.b64encode(t), rank) for rank, t in enumerate(VOCABULARY))
    assert hashlib.sha256(b"".join(lines)).hexdigest() == PUBLISHED


def test_known_ids() -> None:
    """Ids of o200k_base as its tests publish them ("hello world", a special token's name as plain text)."""
    assert ids("hello world") == [24912, 2375]
    assert tokens.count("<|endoftext|>") > 1
    assert ids("") == []


@given(TEXT)
def test_breaks_agree_with_a_slow_reference(text: str) -> None:
    made = tokenised(text)
    ends = slow_ends(text)
    assert made.text == text
    assert [ends[before] for before in made.before] == [*made.breaks]
    assert len(made) == tokens.count(text)
    assert made.breaks[0] == made.before[0] == 0
    assert made.breaks[-1] == len(text)


@given(TEXT, TEXT, st.integers(0, 40), st.data())
def test_no_slice_that_goes_beyond_its_reach_is_within_the_budget(
    left: str, right: str, budget: int, data: st.DataObject
) -> None:
    text = f"{left} the ferry's crew {right}"
    start = data.draw(st.integers(0, len(text)))
    made = tokenised(text)
    beyond = [end for end in made.breaks if end > max(start, made.reach(start, budget))]
    assert all(made.count(start, end) > budget for end in beyond)


def test_a_slice_of_a_script_without_spaces_reaches_as_far_as_its_budget() -> None:
    text = "渡船今天停在港口等待。" * 300
    made = tokenised(text)
    for start in (0, 5, 1600):
        reach = made.reach(start, 100)
        assert 90 <= made.count(start, reach) <= 100
        assert made.count(start, reach + 2) > 99


@given(TEXT, TEXT, st.data())
def test_the_count_of_a_slice_is_exact(left: str, right: str, data: st.DataObject) -> None:
    text = f"{left} the ferry's crew {right}"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert tokenised(text).count(start, end) == tokens.count(text[start:end])


@given(st.text("as1.'’”/\u0301\n ", max_size=12))
def test_the_count_of_a_slice_is_exact_where_marks_and_line_ends_meet(text: str) -> None:
    """A full stop and a line end are one token, and an accent of its own goes on with its letter."""
    made = tokenised(text)
    cuts = range(len(text) + 1)
    assert all(made.count(a, b) == tokens.count(text[a:b]) for a in cuts for b in cuts if a <= b)


@given(st.lists(TEXT.map(str.strip).filter(bool), min_size=1, max_size=6))
def test_a_text_cut_before_its_spaces_has_as_many_tokens_as_its_pieces(pieces: list[str]) -> None:
    """The bound is nought: a space after any other character always begins a token."""
    first, *rest = pieces
    apart = tokens.count(first) + sum(tokens.count(" " + piece) for piece in rest)
    assert apart == tokens.count(" ".join(pieces))


def test_the_count_of_a_slice_is_exact_where_spaces_are_doubled() -> None:
    text = "Ada  Holm\n  left  the  ferry , as  she said.  Nobody  saw  her  go . "
    made = tokenised(text)
    cuts = range(len(text) + 1)
    assert all(made.count(a, b) == tokens.count(text[a:b]) for a in cuts for b in cuts if a <= b)


def test_counts_of_real_slices_are_exact(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        made = tokenised(text)
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
        made = tokenised(unit * (characters // len(unit)))
        spent = time.process_time() - begin
        assert made.breaks[-1] == characters // len(unit) * len(unit)
        return spent

    assert seconds(800_000) < max(40 * seconds(100_000), 0.1)


def test_windows_end_where_no_token_is_cut() -> None:
    """A text of many windows has the ids of the encoding itself, given the whole at once."""
    text = "The ferry's crew,  all 12,345 of them —\n\n waited; “no” was the answer. " * 700
    assert len(text) > 2 * 16_384
    assert ids(text) == WHOLE.encode_ordinary(text)


@given(st.lists(TEXT, max_size=6))
def test_texts_given_together_have_the_tokens_that_they_have_alone(texts: list[str]) -> None:
    assert [len(made) for made in tokens.tokenise(texts)] == [tokens.count(text) for text in texts]


def test_the_rank_of_a_piece_is_its_id_where_it_is_one_token() -> None:
    pieces = [" ferry", " ferryboatman", " the", "", "\ud800"]
    assert tokens.ranks(pieces) == [WHOLE.encode_single_token(" ferry"), None, 290, None, 30]
    assert ids(" the") == [290]
