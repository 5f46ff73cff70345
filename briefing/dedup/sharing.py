"""The pairs of texts that share rare shingles. Nothing grows with the square of the number of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.dedup.shingles import BITS, MOST, Hashes, Numbers, Shingled, changes

COMMON = 64
"""A shingle in more texts than this makes pairs of neighbours only, or one wire text in a thousand
sources would make half a million."""

Floats = NDArray[np.float64]

_BELOW = np.uint64(64 - BITS)


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


def sharing(texts: Shingled) -> Pairs:
    """The pairs of texts that share shingles."""
    sizes = texts.sizes
    holders = np.repeat(np.arange(len(texts), dtype=np.uint64), sizes)
    keys = np.sort((texts.hashes << _BELOW) | holders)
    first, second, shared = _shared(keys >> _BELOW, (keys & np.uint64(MOST - 1)).astype(np.int64), len(texts))
    a, b = sizes[first], sizes[second]
    return Pairs(first, second, shared, shared / (a + b - shared), shared / np.minimum(a, b))


def _shared(shingles: Hashes, holders: Numbers, count: int) -> tuple[Numbers, Numbers, Numbers]:
    """First and second of each pair of texts that share shingles, and how many; of the common, few."""
    starts = changes(shingles)
    sizes = np.diff(starts, append=len(shingles))
    ends = np.repeat(starts + sizes, sizes)
    rare = np.repeat(sizes <= COMMON, sizes)
    here = np.arange(len(shingles))
    pairs = [np.empty(0, np.int64)]
    for offset in range(1, COMMON):
        here = here[here + offset < ends[here]]
        pairs.append(holders[here] * count + holders[here + offset])
        here = here[rare[here]]
    keys = np.sort(np.concatenate(pairs))
    starts = changes(keys)
    return keys[starts] // count, keys[starts] % count, np.diff(starts, append=len(keys))
