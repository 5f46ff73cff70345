"""Groups of near-duplicate texts.

Pairs that share rare shingles are candidates. Whether they are one text is decided by the Jaccard
similarity and the containment of their shingles: read off the sample where it is sure, else counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from briefing.dedup.forest import Forest
from briefing.dedup.shingles import Hashes, Ids, distinct, sharing

JACCARD = 0.45
CONTAINMENT = 0.8
"""Swept together over 10,000 news texts with planted duplicates (JACCARD .40 to .60, CONTAINMENT .70 to
.90): pair precision is .983 and recall .985 here (benchmarks/bench_dedup.py). Independent reports of one
event reach .21 and .36 (100 events by three outlets each, 12 by three or four)."""

CONTAINED = 20
"""Shingles that must be shared before containment counts: a headline or a short quotation is no reprint."""

RATE = 4
WHOLE = 1 << 20
"""Above WHOLE tokens one shingle in RATE is looked at first."""

_SURE = 0.6
_SURE_SHARED = 12
_HOPEFUL_JACCARD = 0.3
_HOPEFUL_CONTAINMENT = 0.6
"""Estimates beyond which nothing is counted: of 70 shingles looked at, the standard error is .06.
Counting every candidate gives the same precision and recall to three digits, in twice the time."""


def groups(texts: Sequence[Ids]) -> list[list[int]]:
    """The positions of `texts` in groups of near-duplicates, each ascending, in order of their first."""
    joined = Forest(len(texts))
    pairs = sharing(texts, rate=RATE if sum(map(len, texts)) > WHOLE else 1)
    sure = (pairs.jaccard >= _SURE) & (pairs.shared >= _SURE_SHARED)
    for a, b in pairs.where(sure):
        joined.join(a, b)
    hopeful = (pairs.jaccard >= _HOPEFUL_JACCARD) | (pairs.containment >= _HOPEFUL_CONTAINMENT)

    @cache
    def shingles(text: int) -> Hashes:
        return distinct(texts[text])

    inside: list[tuple[int, int, int]] = []
    for a, b in pairs.where(hopeful & ~sure):
        if joined.root(a) == joined.root(b):
            continue
        small, large = sorted((a, b), key=lambda text: len(shingles(text)))
        shared = len(np.intersect1d(shingles(small), shingles(large), assume_unique=True))
        if shared >= JACCARD * (len(shingles(small)) + len(shingles(large)) - shared):
            joined.join(a, b)
        elif shared >= max(CONTAINED, CONTAINMENT * len(shingles(small))):
            inside.append((shared, small, large))
    _attach(inside, joined)
    return joined.trees()


def _attach(inside: list[tuple[int, int, int]], joined: Forest) -> None:
    """Join each contained text to one text that contains it, the one that shares most.

    A brief that two long reports contain does not make those two one text.
    """
    attached: set[int] = set()
    for _, small, large in sorted(inside, reverse=True):
        part, whole = joined.root(small), joined.root(large)
        if part != whole and part not in attached:
            joined.join(part, whole)
            attached.add(joined.root(whole))
