"""What the page shows of a source's text: every citation whole, and all that is left out counted."""

from __future__ import annotations

import re
from itertools import pairwise

import paged
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import render
from briefing.render.html.context import Gap, Range, in_context, merged

TEXT = st.text(alphabet="ab .\n", min_size=1, max_size=2000) | st.builds(
    lambda words: "\n\n".join(words),
    st.lists(st.text(alphabet="xyz  ", min_size=1, max_size=700), max_size=8),
)


@st.composite
def cited(draw: st.DrawFn) -> tuple[str, dict[int, Range]]:
    text = draw(TEXT.filter(str.strip))
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges).map(sorted), max_size=5))
    return text, {n: (a, b) for n, (a, b) in enumerate(pairs, start=1) if text[a:b].strip()}


def bare(text: str) -> str:
    return "".join(text.split())


@given(cited(), st.none() | st.integers(0, 900))
def test_each_citation_is_shown_whole_and_marked(
    case: tuple[str, dict[int, Range]], context: int | None
) -> None:
    text, ranges = case
    pieces = [p for part in in_context(text, ranges, context) if not isinstance(part, Gap) for p in part]
    for number, (start, end) in ranges.items():
        marked = "".join(piece.text for piece in pieces if number in piece.citations)
        assert bare(marked) == bare(text[start:end])


@given(cited(), st.integers(0, 900))
def test_what_is_not_shown_is_counted(case: tuple[str, dict[int, Range]], context: int) -> None:
    """In words; a cut within a word, where there is no space near, counts its rest as one more."""
    text, ranges = case
    parts = in_context(text, ranges, context)
    hidden = sum(part.words for part in parts if isinstance(part, Gap))
    shown = sum(len("".join(p.text for p in part).split()) for part in parts if not isinstance(part, Gap))
    assert len(text.split()) <= hidden + shown <= len(text.split()) + 2 * len(ranges)


@given(cited())
def test_without_a_limit_all_of_it_is_shown(case: tuple[str, dict[int, Range]]) -> None:
    text, ranges = case
    parts = in_context(text, ranges)
    assert not any(isinstance(part, Gap) for part in parts)
    assert bare("".join(piece.text for part in parts for piece in part)) == bare(text)


def test_a_cut_spares_words_and_short_paragraphs() -> None:
    text = (
        "One two three. " * 80 + "\n\nShort.\n\n" + "Cited here.\n\nShort too.\n\n" + "Four five six. " * 200
    )
    start = text.index("Cited")
    shown = in_context(text, {7: (start, start + 11)}, 400)
    words = [part.words if isinstance(part, Gap) else "".join(p.text for p in part) for part in shown]
    assert words[2:5] == ["Short.", "Cited here.", "Short too."]
    cut = [str(words[1]).split()[0], str(words[5]).split()[-1]]
    assert set(cut) <= {"One", "two", "three.", "Four", "five", "six."}
    assert [type(words[0]), type(words[-1])] == [int, int]


@pytest.mark.parametrize(
    ("letters", "context", "whole"), [(200, 0, False), (348, 50, True), (349, 50, False)]
)
def test_a_cut_moves_outward_to_the_edge_of_a_paragraph_that_is_near(
    letters: int, context: int, whole: bool
) -> None:
    """Near is within 300 characters; a paragraph without a space can only be shown whole or not at all."""
    text = f"{'a' * letters}\n\ncited\n\n{'c' * letters}"
    parts = in_context(text, {1: (letters + 2, letters + 7)}, context)
    shown = ["".join(p.text for p in part) for part in parts if not isinstance(part, Gap)]
    assert shown == (["a" * letters, "cited", "c" * letters] if whole else ["cited"])


def test_without_a_citation_nothing_is_shown_of_a_text_that_is_too_long() -> None:
    assert in_context("One two. Three.", {}, 5000) == (Gap(3),)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1]))))
def test_merged_ranges_hold_the_same_places_in_order_and_apart(ranges: list[Range]) -> None:
    found = merged(ranges)
    assert {n for a, b in found for n in range(a, b)} == {n for a, b in ranges for n in range(a, b)}
    assert all(end < start for (_, end), (start, _) in pairwise(found))


def test_a_page_of_more_text_than_it_may_hold_says_what_it_leaves_out() -> None:
    page = render.html(paged.fifty())
    assert len(page.encode()) < 1_000_000
    assert re.search(r"… [\d,]+ words left out …", page)
