"""Passages: sentences in a row, as many as a token budget holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from briefing import tokens
from briefing.tokens import Tokenised
from briefing.types import Passage, Sentence, Span

Range = tuple[int, int]

_NEARLY_FULL = 0.95
"""Share of the budget from which on a passage ends with its paragraph. On 200 texts of 8 articles of news10k
at 512 tokens: never .866 filled and 73 % at a paragraph's end, .95 .866 and 77 %, .9 .862 and 85 %
(.882 would be every token packed without regard to sentences)."""


def passages(
    source: str, sentences: Sequence[Sentence], text: str | Tokenised, budget: int
) -> tuple[Passage, ...]:
    """The sentences of one text in passages "S1.P1", "S1.P2", … of at most `budget` tokens.

    A passage's span is the slice from its first sentence to its last, with whatever lies between
    them, and `tokens` is the exact count of that slice. A sentence over the budget is cut into pieces
    "S1.17a", "S1.17b", …, a passage each; only a single character of more tokens stands over it.
    A text that is tokenised already may be given as such.
    """
    tokenised = tokens.tokenise(text) if isinstance(text, str) else text
    closing = [above.paragraph != below.paragraph for above, below in pairwise(sentences)]
    found: list[Passage] = []
    ranges = [(s.span.start, s.span.end) for s in sentences]
    for first, last in pack(tokenised, ranges, closing, budget):
        held = tuple(sentences[first : last + 1])
        count = tokenised.count(ranges[first][0], ranges[last][1])
        whole = count <= budget
        for part in [held] if whole else [(piece,) for piece in _pieces(held[0], tokenised, budget)]:
            span = Span(source, part[0].span.start, part[-1].span.end)
            size = count if whole else tokenised.count(span.start, span.end)
            found.append(Passage(f"{source}.P{len(found) + 1}", span, part, size))
    return tuple(found)


def pack(text: Tokenised, ranges: Sequence[Range], closing: Sequence[bool], budget: int) -> list[Range]:
    """The first and the last index of each passage: ranges of the text in order, packed greedily.

    `closing` tells for each range but the last whether a paragraph ends with it: a passage that is
    nearly full ends there. A range over the budget stands alone.
    """
    if not ranges:
        return []
    starts, ends = np.array(ranges, dtype=np.int64).T
    opened = text.ends.searchsorted(starts, side="right").tolist()
    closed = (text.ends.searchsorted(ends, side="left") + 1).tolist()
    found = []
    first = 0
    while first < len(ranges):
        last = max(first, bisect_right(closed, opened[first] + budget) - 1)
        # A word that begins a slice can take more tokens there than after its space.
        while last > first and text.count(ranges[first][0], ranges[last][1]) > budget:
            last -= 1
        if last + 1 < len(ranges):
            nearly = bisect_left(closed, opened[first] + _NEARLY_FULL * budget, first, last)
            last = next((n for n in range(last, nearly - 1, -1) if closing[n]), last)
        found.append((first, last))
        first = last + 1
    return found


def _pieces(sentence: Sentence, text: Tokenised, budget: int) -> Iterator[Sentence]:
    start, end = sentence.span.start, sentence.span.end
    number = 0
    while start < end:
        stop = _furthest(text, start, end, budget)
        slice_ = text.text[start:stop].rstrip()
        span = Span(sentence.span.source, start, start + len(slice_))
        yield Sentence(sentence.id + _letters(number), span, slice_, sentence.paragraph, sentence.heading)
        number += 1
        start = end - len(text.text[span.end : end].lstrip())


def _furthest(text: Tokenised, start: int, end: int, budget: int) -> int:
    """Where a piece from `start` ends: at white space in its second half if there is any."""
    if text.count(start, end) <= budget:
        return end
    opened = int(text.ends.searchsorted(start, side="right"))
    stop = min(end, max(start + 1, int(text.ends[min(opened + budget, len(text)) - 1])))
    while stop > start + 1 and text.count(start, stop) > budget:
        stop -= max(1, (stop - start) // 32)
    space = text.text.rfind(" ", (start + stop) // 2 + 1, stop)
    return space if space > start else stop


def _letters(number: int) -> str:
    """0, 1, … 25, 26, … as a, b, … z, aa, …."""
    rest, letter = divmod(number, 26)
    return (_letters(rest - 1) if rest else "") + "abcdefghijklmnopqrstuvwxyz"[letter]
