"""Passages: whole sentences, exact slices, within the budget."""

from __future__ import annotations

import gzip
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import chunking, sentences, tokens

TEXT = st.lists(
    st.one_of(
        st.sampled_from(
            ["The ferry waits. ", "Nobody came, ", "“Why?” ", "\n\n", "Halden", "😀", "  ", ".", "漢字。"]
        ),
        st.text(max_size=12),
    ),
    max_size=40,
).map("".join)


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Loading is kept out of Hypothesis' deadline."""
    tokens.count("")


def passages(text: str, budget: int) -> list[tuple[int, int]]:
    (made,) = tokens.tokenise([text])
    return list(chunking.cut(made, budget))


def told(text: str, budget: int) -> list[str]:
    return [text[start:end] for start, end in passages(text, budget)]


@given(TEXT, st.integers(4, 60))
def test_passages_are_exact_slices_within_the_budget(text: str, budget: int) -> None:
    pieces = told(text, budget)
    for piece in pieces:
        assert tokens.count(piece) <= budget or len(piece) == 1
        assert piece == piece.strip()
    assert all(a[1] <= b[0] for a, b in pairwise(passages(text, budget)))
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(TEXT, st.integers(30, 90))
def test_passages_end_with_sentences_that_fit_and_take_in_what_fits(text: str, budget: int) -> None:
    """A passage ends inside a sentence only where that sentence is over the budget."""
    spans = sentences.spans(text)
    ends = {end for _, end in spans}
    for _, stop in passages(text, budget):
        if stop in ends:
            continue
        ((start, end),) = [span for span in spans if span[0] < stop < span[1]]
        assert tokens.count(text[start:end]) > budget


@given(TEXT, st.integers(4, 60))
def test_a_passage_and_the_sentence_after_it_are_over_the_budget_or_nearly_full(
    text: str, budget: int
) -> None:
    spans = sentences.spans(text)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    for start, end in passages(text, budget)[:-1]:
        if end in ends and start in starts:
            further = ends[ends.index(end) + 1]
            over = tokens.count(text[start:further]) > budget
            assert over or tokens.count(text[start:end]) > 0.95 * budget - 4


def test_a_sentence_over_the_budget_is_cut_at_white_space() -> None:
    text = "Short. The " + "ferry waits for nobody and " * 10 + "leaves. Short again."
    assert told(text, 20)[0] == "Short."
    ends = [end for _, end in passages(text, 20)]
    assert all(not text[end - 1].isspace() and text[end : end + 1] in (" ", "") for end in ends)


@pytest.mark.parametrize("sentence", ["The ferry waits for nobody. ", "渡船停在港口，等待所有的人。", "渡船"])
def test_time_is_linear_in_a_paragraph_without_an_end(sentence: str) -> None:
    def seconds(times: int) -> float:
        (text,) = tokens.tokenise([sentence * times])
        begin = time.process_time()
        assert list(chunking.cut(text, 64))
        return time.process_time() - begin

    assert seconds(16_000) < max(30 * seconds(2_000), 0.2)


def test_a_nearly_full_passage_ends_with_its_paragraph() -> None:
    sentence = "The ferry to Marrow waits for nobody at all today. "
    text = (sentence * 40).strip() + "\n\n" + sentence * 5
    budget = tokens.count(sentence * 42)
    assert [piece.count("Marrow") for piece in told(text, budget)] == [40, 5]


def test_nothing_makes_no_passage() -> None:
    assert passages("", 100) == passages(" \n\n ", 100) == []


def test_passages_of_real_news_are_well_filled(shared: Path) -> None:
    """On texts of 24 articles; shorter ones end in a part-filled passage more often."""
    with gzip.open(shared / "data" / "performance" / "news10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for _, line in zip(range(240), lines, strict=False)]
    texts = ["\n\n".join(articles[n : n + 24]) for n in range(0, 240, 24)]
    sizes = [tokens.count(piece) for text in texts for piece in told(text, 512)]
    assert max(sizes) <= 512
    assert sum(sizes) / len(sizes) / 512 >= 0.87
