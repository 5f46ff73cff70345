"""Groups of near-duplicate texts.

Pairs that share rare shingles are candidates. Whether they are one text is decided by the Jaccard
similarity and the containment of all their shingles, counted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing.dedup.forest import Forest
from briefing.dedup.overlap import Overlap, overlaps
from briefing.dedup.shingles import Ids, sharing

JACCARD = 0.45
CONTAINMENT = 0.8
"""Swept together over 10,000 news texts with planted duplicates (JACCARD .40 to .60, CONTAINMENT .70 to
.90): pair precision is .983 and recall .985 here (`python -m benchmarks dedup`). Independent reports of one
event reach .21 and .36 (100 events by three outlets each, 12 by three or four)."""

CONTAINED = 20
"""Shingles that must be shared before containment counts: a headline or a short quotation is no reprint."""

RATE = 4
WHOLE = 1 << 20
"""Above WHOLE tokens one shingle in RATE is looked at first."""

_HOPEFUL_JACCARD = 0.3
_HOPEFUL_CONTAINMENT = 0.6
"""Estimates below which nothing is counted: of 70 shingles looked at, the standard error is .06."""

_BLOCK = 512
"""Pairs counted at once, the likeliest first: what they join need not be counted in the next block."""


def groups(texts: Sequence[Ids]) -> list[list[int]]:
    """The positions of `texts` in groups of near-duplicates, each ascending, in order of their first."""
    joined = Forest(len(texts))
    pairs = sharing(texts, rate=RATE if sum(map(len, texts)) > WHOLE else 1)
    hopeful = (pairs.jaccard >= _HOPEFUL_JACCARD) | (pairs.containment >= _HOPEFUL_CONTAINMENT)
    chosen = np.flatnonzero(hopeful)
    chosen = chosen[np.argsort(-pairs.jaccard[chosen], kind="stable")]
    inside: list[Overlap] = []
    for start in range(0, len(chosen), _BLOCK):
        block = chosen[start : start + _BLOCK]
        first, second = pairs.first[block], pairs.second[block]
        apart = [
            joined.root(a) != joined.root(b) for a, b in zip(first.tolist(), second.tolist(), strict=True)
        ]
        for overlap in overlaps(texts, first[apart], second[apart]):
            if overlap.jaccard >= JACCARD:
                joined.join(overlap.first, overlap.second)
            elif overlap.shared >= CONTAINED and overlap.containment >= CONTAINMENT:
                inside.append(overlap)
    _attach(inside, joined)
    return joined.trees()


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
