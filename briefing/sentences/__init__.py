"""Sentences of a text, as exact spans of code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from briefing import plain
from briefing.sentences import boundaries, layout
from briefing.sentences.layout import paragraphs
from briefing.types import Sentence, Span

__all__ = ["each", "paragraphs", "spans", "split", "within"]

_LONGEST = 1000
_CLAUSES = ("; ", ": ", ", ", " – ", " — ", " - ")
_WORD = re.compile(r"[^\W_]")


def spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans, in order and disjoint, that share out every character that is not white space.

    Each begins and ends with such a character and has at most 1,000: a longer sentence is cut after
    a clause, else at white space, else anywhere.
    """
    return [span for start, end in paragraphs(text) for span in within(text, start, end)]


def split(source: str, text: str) -> tuple[Sentence, ...]:
    """The sentences of the text of the source with this id, numbered from "S1.1".

    Front matter, and Markdown's markers of headings and items, stay outside; a span without a letter or
    digit is none.
    """
    return tuple(each(source, text))


def each(source: str, text: str) -> Iterator[Sentence]:
    """The same sentences one by one, for a text of which not all are wanted at once."""
    told = 0
    _, head = plain.front_matter(text)
    blocks = [(head + start, head + end) for start, end in paragraphs(text[head:])]
    for number, ((start, end), below) in enumerate(zip_longest(blocks, blocks[1:])):
        heading = layout.is_heading(text, start, end, below)
        for first, last in within(text, layout.content_start(text, start, end), end):
            if _WORD.search(text, first, last):
                told += 1
                span = Span(source, first, last)
                yield Sentence(f"{source}.{told}", span, text[first:last], number, heading)


def within(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans in one paragraph, or from the start of a sentence in it to its end."""
    found = boundaries.sentences(text, start, end)
    if end - start > _LONGEST and any(last - first > _LONGEST for first, last in found):
        return [piece for first, last in found for piece in _pieces(text, first, last)]
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        clause = max(window.rfind(mark) for mark in _CLAUSES) + 1
        space = len(window.rsplit(maxsplit=1)[0]) if len(window.split(maxsplit=1)) > 1 else 0
        piece = window[: clause if clause > _LONGEST // 2 else space or _LONGEST].rstrip()
        yield start, start + len(piece)
        start += len(piece)
        while text[start].isspace():
            start += 1
    yield start, end
