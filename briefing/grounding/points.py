"""Points: what several sentences say alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.grounding.numbers import quantities
from briefing.types import Sentence
from briefing.words import stems

_MOST_HOLDERS = 64
_ALIKE = 0.8  # Jaccard of stems from which two sentences make one point
_WITHIN, _FEWEST = 0.9, 8
"""Share of its stems in another sentence, and how many it has at least, by which one is a part of it: of
1,278 pairs of capable readers' sentences none; with fewer stems one, falsely."""


def points(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences in groups of near-duplicates, each group one point."""
    groups: dict[frozenset[str], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        groups[frozenset(stems(sentence.text))].append(sentence)
    found = list(groups.values())
    merged: dict[int, int] = {}
    for i, j in near_duplicates([point[0].text for point in found]):
        if j not in merged:
            merged[j] = merged.get(i, i)
            found[merged[j]] = found[merged[j]] + found[j]
    return [point for i, point in enumerate(found) if i not in merged]


def near_duplicates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), i < j, of texts with nearly the same stems, found by their rarest ones."""
    bags = [frozenset(stems(text)) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for i, bag in enumerate(bags):
        for stem in bag:
            holders[stem].append(i)
    for j, bag in enumerate(bags):
        # Jaccard j leaves at most (1 - j) of the stems unshared: one of the rarest that many is shared.
        rare = sorted(bag, key=lambda s: (len(holders[s]), s))[: int((1 - _ALIKE) * len(bag)) + 1]
        for i in sorted({i for stem in rare for i in _before(holders[stem], j)}):
            if len(bag & bags[i]) >= _ALIKE * len(bag | bags[i]):
                yield i, j


def repeated(text: str, printed: Sequence[str]) -> int | None:
    """The place of the first printed text of which this is a near-duplicate, or a part with its numbers."""
    alike = {i for i, j in near_duplicates([*printed, text]) if j == len(printed)}
    return next((i for i, other in enumerate(printed) if i in alike or _within(text, other)), None)


def _within(text: str, other: str) -> bool:
    said = frozenset(stems(text))
    if len(said) < _FEWEST or len(said.intersection(stems(other))) < _WITHIN * len(said):
        return False
    return {q.value for q in quantities(text)} <= {q.value for q in quantities(other)}


def _before(holders: Sequence[int], j: int) -> Sequence[int]:
    """The last of the holders before `j`, so many that templated text costs no quadratic time."""
    end = bisect_left(holders, j)
    return holders[max(0, end - _MOST_HOLDERS) : end]
