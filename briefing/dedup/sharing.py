"""The pairs of texts that share rare shingles. Nothing grows with the square of the number of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.arrays import Numbers, changes
from briefing.dedup.shingles import BITS, MOST, Hashes, Shingled

COMMON = 64
"""A shingle in more texts than this makes pairs of neighbours only, or one wire text in a thousand
sources would make half a million."""

Floats = NDArray[np.float64]

_BELOW = np.uint64(64 - BITS)
_TEXT = np.uint64(MOST - 1)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of texts that share shingles, as arrays of one length; `first` < `second`.

    `shared` counts the shingles looked at that both have, from which similarity and containment are
    estimated. Shingles that more than COMMON texts have are not all counted, so both may be low.
    """

    first: Numbers
    second: Numbers
    shared: Numbers
    jaccard: Floats
    containment: Floats


def neighbours(holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs that one shingle makes of the texts that have it, given ascending."""
    reach = COMMON if len(holders) <= COMMON else 2
    for place, holder in enumerate(holders):
        yield from ((holder, other) for other in holders[place + 1 : place + reach])


def sharing(texts: Shingled, least: float = 0.0) -> Pairs:
    """The pairs of texts that share shingles, at least this share of the smaller text's."""
    sizes = texts.sizes
    holders = np.repeat(np.arange(len(texts), dtype=np.uint64), sizes)
    keys, shared = _shared(np.sort((texts.hashes << _BELOW) | holders))
    smaller = np.minimum(sizes[keys >> _BELOW], sizes[keys & _TEXT])
    kept = np.flatnonzero(shared >= least * smaller)
    keys, shared, smaller = keys[kept], shared[kept], smaller[kept]
    first, second = (keys >> _BELOW).astype(np.int64), (keys & _TEXT).astype(np.int64)
    return Pairs(first, second, shared, shared / (sizes[first] + sizes[second] - shared), shared / smaller)


def _shared(postings: Hashes) -> tuple[Hashes, Numbers]:
    """The pairs of texts that share shingles, one above the other, and how many; of the common, few.

    A posting is a shingle above a text that has it; they are sorted.
    """
    starts = changes(postings >> _BELOW)
    sizes = np.diff(starts, append=len(postings))
    ends = np.repeat(starts + sizes, sizes)
    rare = np.repeat(sizes <= COMMON, sizes)
    holders = postings & _TEXT
    here = np.arange(len(postings))
    pairs = [np.empty(0, np.uint64)]
    for offset in range(1, COMMON):
        here = here[here + offset < ends[here]]
        pairs.append((holders[here] << _BELOW) | holders[here + offset])
        here = here[rare[here]]
    keys = np.sort(np.concatenate(pairs))
    starts = changes(keys)
    return keys[starts], np.diff(starts, append=len(keys))
