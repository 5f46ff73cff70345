"""Groups of near-duplicate texts.

Pairs that share rare shingles are candidates. Whether they are one text is decided by the Jaccard
similarity and the containment of all their shingles, counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from briefing.dedup.forest import Forest
from briefing.dedup.overlap import Overlap, overlaps
from briefing.dedup.sharing import Pairs, sharing
from briefing.dedup.shingles import Shingled

JACCARD = 0.45
CONTAINMENT = 0.8
"""Swept together over 10,000 news texts with planted duplicates (JACCARD .40 to .55, CONTAINMENT .70 to
.90): pair precision is .983 and recall .991 here (`python -m benchmarks dedup`). Independent reports of one
event reach .24 and .41 (100 events by three outlets each, 12 by three or four)."""

CONTAINED = 16
"""Shingles that must be shared before containment counts: a headline or a short quotation is no reprint."""

RATE = 6
WHOLE = 1 << 20
"""Above WHOLE shingles one in RATE is looked at first: recall is .993 where all are, .992 by one in 4, .991
here, .987 by one in 8."""

HOPEFUL_JACCARD = 0.25
HOPEFUL_CONTAINMENT = 0.5
"""Estimates below which nothing is counted: of 35 shingles looked at, the standard error is .08."""

_BLOCK = 256
"""Pairs counted at once, the likeliest first: what they join need not be counted in the next block."""


def groups(texts: Shingled) -> list[list[int]]:
    """The positions of `texts` in groups of near-duplicates, each ascending, in order of their first."""
    joined = Forest(len(texts))
    looked_at = texts.sampled(rate(len(texts.hashes)))
    pairs = sharing(looked_at, least=min(HOPEFUL_JACCARD, HOPEFUL_CONTAINMENT))
    return grouped(joined, _counted(texts, pairs, joined))


def rate(shingles: int) -> int:
    """One shingle in how many is looked at, of texts with so many."""
    return RATE if shingles > WHOLE else 1


def grouped(joined: Forest, overlaps: Iterable[Overlap]) -> list[list[int]]:
    """The groups that these overlaps make of what is joined already."""
    inside: list[Overlap] = []
    for overlap in overlaps:
        if overlap.jaccard >= JACCARD:
            joined.join(overlap.first, overlap.second)
        elif overlap.shared >= CONTAINED and overlap.containment >= CONTAINMENT:
            inside.append(overlap)
    _attach(inside, joined)
    return joined.trees()


def _counted(texts: Shingled, pairs: Pairs, joined: Forest) -> Iterator[Overlap]:
    """The overlaps of the hopeful pairs, but for those that are joined by the time they are asked for."""
    hopeful = (pairs.jaccard >= HOPEFUL_JACCARD) | (pairs.containment >= HOPEFUL_CONTAINMENT)
    chosen = np.flatnonzero(hopeful)
    chosen = chosen[np.argsort(-pairs.jaccard[chosen], kind="stable")]
    for start in range(0, len(chosen), _BLOCK):
        block = chosen[start : start + _BLOCK]
        first, second = pairs.first[block], pairs.second[block]
        both = zip(first.tolist(), second.tolist(), strict=True)
        apart = [joined.root(a) != joined.root(b) for a, b in both]
        yield from overlaps(texts, first[apart], second[apart])


def _attach(inside: list[Overlap], joined: Forest) -> None:
    """Join each contained text to one text that contains it, the one that shares most.

    A brief that two long reports contain does not make those two one text.
    """
    attached: set[int] = set()
    for overlap in sorted(inside, key=lambda o: (o.shared, o.first, o.second), reverse=True):
        part, whole = joined.root(overlap.first), joined.root(overlap.second)
        if part != whole and part not in attached:
            joined.join(part, whole)
            attached.add(joined.root(whole))
