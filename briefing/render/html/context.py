"""What the page shows of a source's text: all of it, or what stands around its citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefing.sentences.layout import paragraphs

Range = tuple[int, int]

_NEAR = 300
"""A cut moves outward by up to this many characters to spare a paragraph."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters in a row that the same citations cover."""

    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What is left out between two paragraphs, counted in words."""

    words: int


Paragraph = tuple[Stretch, ...]
Shown = tuple[Paragraph | Gap, ...]


def in_context(text: str, cited: Mapping[int, Range], context: int | None = None) -> Shown:
    """The paragraphs of the text, cut into stretches where a citation begins or ends.

    `cited` maps a citation's number to its half-open range of code points; `context` is how many
    characters stay on each side of one (None: the whole text).
    """
    kept = [(0, len(text))] if context is None else _windows(text, cited.values(), context)
    shown: list[Paragraph | Gap] = []
    end = 0
    for start, stop in (part for whole in paragraphs(text) for part in _within(whole, kept)):
        shown += _gap(text[end:start])
        shown.append(tuple(_stretches(text, start, stop, cited)))
        end = stop
    return (*shown, *_gap(text[end:]))


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, those that touch or overlap as one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _windows(text: str, cited: Iterable[Range], context: int) -> list[Range]:
    """What stays: each citation with its context, moved to the edge of a paragraph or of a word."""
    whole = paragraphs(text)
    starts, ends = [start for start, _ in whole], [end for _, end in whole]
    return merged(
        (_opening(text, starts, max(start - context, 0), start), _closing(text, ends, end + context, end))
        for start, end in cited
    )


def _opening(text: str, edges: list[int], at: int, latest: int) -> int:
    """Where a window that is to begin at `at` begins: with its paragraph, or a word, not after `latest`."""
    if near := [edge for edge in edges if at - _NEAR <= edge <= at]:
        return near[-1]
    return next((n for n in range(at, latest) if n and text[n - 1].isspace()), latest)


def _closing(text: str, edges: list[int], at: int, earliest: int) -> int:
    """Where a window that is to end at `at` ends: with its paragraph, or a word, not before `earliest`."""
    if near := [edge for edge in edges if at <= edge <= at + _NEAR]:
        return near[0]
    return next((n for n in range(min(at, len(text) - 1), earliest, -1) if text[n].isspace()), earliest)


def _within(whole: Range, kept: list[Range]) -> Iterator[Range]:
    for start, end in kept:
        part = max(start, whole[0]), min(end, whole[1])
        if part[0] < part[1]:
            yield part


def _gap(text: str) -> Iterator[Gap]:
    if words := len(text.split()):
        yield Gap(words)


def _stretches(text: str, start: int, end: int, cited: Mapping[int, Range]) -> Iterator[Stretch]:
    edges = sorted({start, end, *(e for span in cited.values() for e in span if start < e < end)})
    for a, b in pairwise(edges):
        yield Stretch(text[a:b], tuple(n for n, span in cited.items() if span[0] <= a and b <= span[1]))
