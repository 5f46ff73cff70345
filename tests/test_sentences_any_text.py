"""Sentences of any text: exact spans that hold every character, in linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import sentences

HARD = st.text(
    st.one_of(
        st.sampled_from(" \n\r\t.!?…,;:\"'“”‘’()[]#-=*1aAbBÉ漢😀\x00\u2028\ud800"),
        st.characters(),
    ),
    max_size=200,
)


def test_ids_run_from_one_and_texts_are_slices() -> None:
    text = "One is here. Two is here.\r\n\r\n\ufeffThree is here."
    found = sentences.split("S7", text)
    assert [s.id for s in found] == ["S7.1", "S7.2", "S7.3"]
    assert all(s.text == text[s.span.start : s.span.end] and s.span.source == "S7" for s in found)
    assert [s.paragraph for s in found] == [0, 0, 1]


@pytest.mark.parametrize("empty", ["", " \n\t\r\n ", "***"])
def test_a_text_without_words_has_no_sentences(empty: str) -> None:
    assert sentences.split("S1", empty) == ()


@given(HARD)
def test_spans_are_ordered_disjoint_stripped_and_hold_every_character(text: str) -> None:
    found = sentences.spans(text)
    assert all(a < b for a, b in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(not text[a].isspace() and not text[b - 1].isspace() for a, b in found)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


@given(HARD)
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    both = f"{text}\n\n{text}"
    edges = [len(text), len(text) + 2]
    assert all(b <= edges[0] or a >= edges[1] for a, b in sentences.spans(both))
    numbers = [s.paragraph for s in sentences.split("S1", both)]
    assert numbers == sorted(numbers)


@given(st.integers(1, 5000), st.sampled_from(["a", "word ", "so, ", "x\t", ". ", "'a "]))
def test_no_sentence_is_longer_than_a_thousand_characters(count: int, unit: str) -> None:
    text = unit * count
    found = sentences.spans(text)
    assert all(b - a <= 1000 for a, b in found)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        "(",
        '"',
        "'",
        "“",
        "‘a ",
        " ",
        "\n",
        "\n ",
        "\r",
        "a",
        ". ",
        ".A",
        "A. ",
        "- a\n",
        "a\n",
        "a,\n",
        "'A. ",
        "“A. ",
    ],
)
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    """Eight times the text takes less than forty times the time (quadratic would be sixty-four)."""

    def seconds(characters: int) -> float:
        text = unit * (characters // len(unit))
        best = float("inf")
        for _ in range(2):
            begin = time.process_time()
            sentences.split("S1", text)
            best = min(best, time.process_time() - begin)
        return best

    assert seconds(160_000) < max(40 * seconds(20_000), 0.05)
