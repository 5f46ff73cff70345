"""How much of two texts is the same, counted: what the sampled shingles of a pair only suggest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.dedup.shingles import Ids, Numbers, changes, hashed

_WHOLE = np.uint64(64)


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


def overlaps(texts: Sequence[Ids], first: Numbers, second: Numbers) -> Iterator[Overlap]:
    """The overlap of each pair of texts, in the order of the pairs.

    All at once: two sorts of keys that hold a text (then a pair) above a shingle's hash, of which so many
    bits are left that two shingles of one pair share a key once in ten million pairs.
    """
    if not len(first):
        return
    places, side = np.unique(np.concatenate((first, second)), return_inverse=True)
    found, holder = hashed([texts[place] for place in places.tolist()], 1)
    bits = np.uint64(max(len(places), len(first)).bit_length())
    above = _WHOLE - bits
    keys = np.sort((holder.astype(np.uint64) << above) | (found >> bits))
    keys = keys[changes(keys)]
    sizes = np.bincount((keys >> above).astype(np.int64), minlength=len(places))
    lengths = sizes[side]
    pair = np.repeat(np.tile(np.arange(len(first)), 2), lengths).astype(np.uint64)
    begins = (sizes.cumsum() - sizes)[side] - (lengths.cumsum() - lengths)
    entries = np.arange(lengths.sum()) + np.repeat(begins, lengths)
    both = np.sort((pair << above) | (keys[entries] & ((np.uint64(1) << above) - np.uint64(1))))
    twice = (both[1:][both[1:] == both[:-1]] >> above).astype(np.int64)
    shared = np.bincount(twice, minlength=len(first))
    for a, b, n, m, common in zip(
        first.tolist(), second.tolist(), *lengths.reshape(2, -1).tolist(), shared.tolist(), strict=True
    ):
        yield Overlap(a, b, n, m, common) if n <= m else Overlap(b, a, m, n, common)
