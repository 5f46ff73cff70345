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
from briefing.types import Passage

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


def made(text: str, budget: int) -> tuple[Passage, ...]:
    return chunking.passages("S1", text, budget)


def told(passages: tuple[Passage, ...], text: str) -> list[str]:
    return [text[p.span.start : p.span.end] for p in passages]


@given(TEXT, st.integers(4, 60))
def test_passages_are_exact_slices_within_the_budget(text: str, budget: int) -> None:
    found = made(text, budget)
    for passage, piece in zip(found, told(found, text), strict=True):
        assert passage.tokens == tokens.count(piece)
        assert passage.tokens <= budget or len(piece) == 1
        assert piece == piece.strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert "".join("".join(told(found, text)).split()) == "".join(text.split())


@given(TEXT, st.integers(30, 90))
def test_passages_end_with_sentences_that_fit_and_take_in_what_fits(text: str, budget: int) -> None:
    """A passage ends inside a sentence only where that sentence is over the budget."""
    spans = sentences.spans(text)
    ends = {end for _, end in spans}
    for passage in made(text, budget):
        if passage.span.end in ends:
            continue
        ((start, end),) = [span for span in spans if span[0] < passage.span.end < span[1]]
        assert tokens.count(text[start:end]) > budget


@given(TEXT, st.integers(4, 60))
def test_a_passage_and_the_sentence_after_it_are_over_the_budget_or_nearly_full(
    text: str, budget: int
) -> None:
    spans = sentences.spans(text)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    for passage in made(text, budget)[:-1]:
        if passage.span.end in ends and passage.span.start in starts:
            further = ends[ends.index(passage.span.end) + 1]
            over = tokens.count(text[passage.span.start : further]) > budget
            assert over or passage.tokens > 0.95 * budget - 4


def test_a_sentence_over_the_budget_is_cut_at_white_space() -> None:
    text = "Short. The " + "ferry waits for nobody and " * 10 + "leaves. Short again."
    found = made(text, 20)
    assert [p.id for p in found] == [f"S1.P{n}" for n in range(1, len(found) + 1)]
    assert told(found, text)[0] == "Short."
    assert all(
        not text[p.span.end - 1].isspace() and text[p.span.end : p.span.end + 1] in (" ", "") for p in found
    )


@pytest.mark.parametrize("sentence", ["The ferry waits for nobody. ", "渡船停在港口，等待所有的人。", "渡船"])
def test_time_is_linear_in_a_paragraph_without_an_end(sentence: str) -> None:
    def seconds(times: int) -> float:
        text = tokens.tokenise(sentence * times)
        begin = time.process_time()
        assert list(chunking.cut(text, 64))
        return time.process_time() - begin

    assert seconds(16_000) < max(30 * seconds(2_000), 0.2)


def test_a_nearly_full_passage_ends_with_its_paragraph() -> None:
    sentence = "The ferry to Marrow waits for nobody at all today. "
    text = (sentence * 40).strip() + "\n\n" + sentence * 5
    budget = tokens.count(sentence * 42)
    assert [piece.count("Marrow") for piece in told(made(text, budget), text)] == [40, 5]


def test_a_text_that_is_tokenised_already_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ferry waits. Nobody came.\n\nIt left at noon. " * 30
    ready = tokens.tokenise(text)
    expected = made(text, 50)
    monkeypatch.setattr(tokens, "tokenise", lambda _: pytest.fail("tokenised twice"))
    assert chunking.passages("S1", ready, 50) == expected


def test_nothing_makes_no_passage() -> None:
    assert made("", 100) == made(" \n\n ", 100) == ()


def test_passages_of_real_news_are_well_filled(shared: Path) -> None:
    """On texts of 24 articles; shorter ones end in a part-filled passage more often."""
    with gzip.open(shared / "data" / "performance" / "news10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for _, line in zip(range(240), lines, strict=False)]
    found = [made("\n\n".join(articles[n : n + 24]), 512) for n in range(0, 240, 24)]
    sizes = [p.tokens for passages in found for p in passages]
    assert max(sizes) <= 512
    assert sum(sizes) / len(sizes) / 512 >= 0.87
