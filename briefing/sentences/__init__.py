"""Sentences of a text, as exact spans of code points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.sentences.boundaries import ends
from briefing.sentences.paragraphs import paragraphs
from briefing.types import Sentence, Span

_LONGEST = 1000
_CLAUSES = ("; ", ": ", ", ", " – ", " — ", " - ")
_INK = re.compile(r"\S")
_WORD = re.compile(r"[^\W_]")


def spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans, in order and disjoint, that share out every character that is not white space.

    Each begins and ends with such a character and has at most 1,000: a longer sentence is cut after
    a clause, else at white space, else anywhere.
    """
    return [span for p in paragraphs(text) for span in _sentences(text, p.start, p.end)]


def split(source: str, text: str) -> tuple[Sentence, ...]:
    """The sentences of the text of the source with this id, numbered from "S1.1".

    Markdown's markers of headings and items stay outside; a span without a letter or digit is none.
    """
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs(text)):
        for start, end in _sentences(text, paragraph.content, paragraph.end):
            if _WORD.search(text, start, end):
                name = f"{source}.{len(found) + 1}"
                span = Span(source, start, end)
                found.append(Sentence(name, span, text[start:end], number, paragraph.heading))
    return tuple(found)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in (*ends(text, start, end), end):
        if stop - start > _LONGEST:
            yield from _pieces(text, start, stop)
        else:
            yield start, stop
        start = _next_ink(text, stop)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        clause = max(window.rfind(mark) for mark in _CLAUSES) + 1
        space = len(window.rsplit(maxsplit=1)[0]) if len(window.split(maxsplit=1)) > 1 else 0
        piece = window[: clause if clause > _LONGEST // 2 else space or _LONGEST].rstrip()
        yield start, start + len(piece)
        start = _next_ink(text, start + len(piece))
    if start < end:
        yield start, end


def _next_ink(text: str, start: int) -> int:
    found = _INK.search(text, start)
    return found.start() if found else len(text)
