"""Passages: whole sentences, exact slices, within the budget."""

from __future__ import annotations

import gzip
import json
import re
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
    tokens.exact()


def made(text: str, budget: int) -> tuple[Passage, ...]:
    return chunking.passages("S1", sentences.split("S1", text), text, budget)


@given(TEXT, st.integers(4, 60))
def test_passages_are_exact_slices_within_the_budget(text: str, budget: int) -> None:
    found = made(text, budget)
    for passage in found:
        piece = text[passage.span.start : passage.span.end]
        assert passage.tokens == tokens.count(piece)
        assert passage.tokens <= budget or len(piece) == 1
        assert passage.sentences[0].span.start == passage.span.start
        assert passage.sentences[-1].span.end == passage.span.end
        assert all(s.text == text[s.span.start : s.span.end] for s in passage.sentences)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(TEXT, st.integers(4, 60))
def test_every_sentence_is_in_one_passage_whole_or_in_pieces(text: str, budget: int) -> None:
    given_ = sentences.split("S1", text)
    words: dict[str, str] = {}
    for sentence in (s for passage in made(text, budget) for s in passage.sentences):
        name = re.sub("[a-z]+$", "", sentence.id)
        words[name] = words.get(name, "") + "".join(sentence.text.split())
    assert words == {s.id: "".join(s.text.split()) for s in given_}


def test_a_sentence_over_the_budget_is_cut_at_white_space_into_lettered_pieces() -> None:
    text = "Short. The " + "ferry waits for nobody and " * 10 + "leaves. Short again."
    found = made(text, 20)
    assert [p.id for p in found] == [f"S1.P{n}" for n in range(1, len(found) + 1)]
    pieces = [s.id for p in found for s in p.sentences]
    assert pieces[:3] == ["S1.1", "S1.2a", "S1.2b"]
    assert pieces[-1] == "S1.3"
    assert all(
        not text[p.span.end - 1].isspace() and text[p.span.end : p.span.end + 1] in (" ", "") for p in found
    )


def test_letters_go_on_after_z() -> None:
    found = made("a1" * 400, 5)
    names = [p.sentences[0].id for p in found]
    assert names[25:28] == ["S1.1z", "S1.1aa", "S1.1ab"]
    assert len(set(names)) == len(names)


def test_a_nearly_full_passage_ends_with_its_paragraph() -> None:
    sentence = "The ferry to Marrow waits for nobody at all today. "
    text = (sentence * 40).strip() + "\n\n" + sentence * 5
    budget = tokens.count(sentence * 42)
    assert [len(p.sentences) for p in made(text, budget)] == [40, 5]


def test_a_text_that_is_tokenised_already_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ferry waits. Nobody came.\n\nIt left at noon. " * 30
    split = sentences.split("S1", text)
    ready = tokens.tokenise(text)
    expected = chunking.passages("S1", split, text, 50)
    monkeypatch.setattr(tokens, "tokenise", lambda _: pytest.fail("tokenised twice"))
    assert chunking.passages("S1", split, ready, 50) == expected


def test_nothing_makes_no_passage() -> None:
    assert made("", 100) == ()


def test_sentences_left_out_stay_within_the_slice() -> None:
    text = "One is here. Two is here. Three is here."
    split = sentences.split("S1", text)
    (passage,) = chunking.passages("S1", (split[0], split[2]), text, 100)
    assert (passage.span.start, passage.span.end) == (0, len(text))
    assert [s.id for s in passage.sentences] == ["S1.1", "S1.3"]
    assert passage.tokens == tokens.count(text)


def test_passages_of_real_news_are_well_filled(shared: Path) -> None:
    """On texts of 24 articles; shorter ones end in a part-filled passage more often."""
    with gzip.open(shared / "data" / "performance" / "news10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for _, line in zip(range(240), lines, strict=False)]
    found = [made("\n\n".join(articles[n : n + 24]), 512) for n in range(0, 240, 24)]
    sizes = [p.tokens for passages in found for p in passages]
    assert max(sizes) <= 512
    assert sum(sizes) / len(sizes) / 512 >= 0.87
