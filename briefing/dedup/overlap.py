"""How much of two texts is the same, counted: what the sampled shingles of a pair only suggest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from briefing.arrays import Numbers, slices
from briefing.dedup.shingles import BITS, Shingled


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two texts by position, the distinct shingles that each has, `first` the text with fewer, and both."""

    first: int
    second: int
    fewer: int
    more: int
    shared: int

    @property
    def jaccard(self) -> float:
        """The share of all their shingles that both have."""
        return self.shared / max(1, self.fewer + self.more - self.shared)

    @property
    def containment(self) -> float:
        """The share of the smaller text's shingles that the other has."""
        return self.shared / max(1, self.fewer)


def overlaps(texts: Shingled, first: Numbers, second: Numbers) -> Iterator[Overlap]:
    """The overlap of each pair of texts, in the order of the pairs.

    All at once: in a sort of the shingles of both texts of each pair, what both have stands twice in a row.
    """
    if not len(first):
        return
    places = np.stack((first, second), axis=1).ravel()
    begins = texts.bounds[places]
    sizes = texts.bounds[places + 1] - begins
    ends = sizes.cumsum()[1::2]
    both = slices(texts.hashes, begins, sizes)
    both |= np.repeat(np.arange(len(first), dtype=np.uint64) << np.uint64(BITS), np.diff(ends, prepend=0))
    both.sort(kind="stable")  # merges what is in order already: .41 ms where a quicksort takes .57
    twice = np.flatnonzero(both[1:] == both[:-1])
    shared = np.diff(twice.searchsorted(ends), prepend=0)
    counts = (*sizes.reshape(-1, 2).T.tolist(), shared.tolist())
    for a, b, n, m, common in zip(first.tolist(), second.tolist(), *counts, strict=True):
        yield Overlap(a, b, n, m, common) if n <= m else Overlap(b, a, m, n, common)
