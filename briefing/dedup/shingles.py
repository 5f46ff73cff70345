"""Shingles of token ids, and the pairs of texts that share rare ones, as sorted arrays.

A shingle is SIZE ids in a row, and stands as a 64-bit hash. Of a large corpus a fixed share of the
hashes is looked at (FracMinHash: Irber et al., 2022). Nothing grows with the square of the number of
texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIZE = 4
"""Ids in a shingle, about three words."""

COMMON = 64
"""A shingle in more texts than this makes pairs of neighbours only, or one wire text in a thousand
sources would make half a million."""

Ids = NDArray[np.uint32]
Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]

_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53, 0x2127599BF4325C37], np.uint64
)
_BLOCK = 1 << 15  # ids hashed at once, so that the arrays in between stay in the processor's cache


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


def sharing(texts: Sequence[Ids], rate: int) -> Pairs:
    """The pairs of `texts` that share shingles, by one shingle in `rate`."""
    if not any(map(len, texts)):
        none = np.empty(0, np.int64)
        return Pairs(none, none, none, none.astype(float), none.astype(float))
    shingles, holders = _postings(texts, rate)
    held = np.bincount(holders, minlength=len(texts))
    first, second, shared = _shared(shingles, holders, len(texts))
    a, b = held[first], held[second]
    return Pairs(first, second, shared, shared / (a + b - shared), shared / np.minimum(a, b))


def hashes(ids: Ids) -> Hashes:
    """The hash of each run of SIZE ids, in order: of pairs of ids, then of pairs of those."""
    mixed: Hashes = ids * _MULTIPLIERS[0]
    mixed ^= mixed >> np.uint64(29)
    pairs = mixed[:-1] * _MULTIPLIERS[1]
    pairs += mixed[1:]
    pairs ^= pairs >> np.uint64(32)
    fours: Hashes = pairs[: max(0, len(ids) - SIZE + 1)] * _MULTIPLIERS[2]
    fours += pairs[2:]
    fours ^= fours >> np.uint64(32)
    fours *= _MULTIPLIERS[3]
    fours ^= fours >> np.uint64(29)
    return fours


def hashed(texts: Sequence[Ids], rate: int) -> tuple[Hashes, Numbers]:
    """The hash of each shingle in a text, and the position of that text; one hash in `rate` is kept."""
    flat = np.concatenate([np.empty(0, np.uint32), *texts])
    ends = np.cumsum([len(text) for text in texts])
    limit = np.uint64((1 << 64) // rate - 1)
    kept, places = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    for start in range(0, len(flat), _BLOCK):
        found = hashes(flat[start : start + _BLOCK + SIZE - 1])
        sampled = np.flatnonzero(found <= limit)
        kept.append(found[sampled])
        places.append(sampled + start)
    place = np.concatenate(places)
    holder = np.repeat(np.arange(len(texts)), np.diff(np.searchsorted(place, ends), prepend=0))
    within = place + SIZE <= ends[holder]
    return np.concatenate(kept)[within], holder[within]


def _postings(texts: Sequence[Ids], rate: int) -> tuple[Hashes, Numbers]:
    """Each (shingle's hash, position of a text that has it) once, sorted; one hash in `rate` is kept."""
    found, holder = hashed(texts, rate)
    bits = np.uint64(len(texts).bit_length())
    spread = found * np.uint64(rate)  # the kept hashes are small numbers
    keys = np.sort((spread >> bits << bits) | holder.astype(np.uint64))
    keys = keys[changes(keys)]
    return keys >> bits, (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)


def _shared(hashed: Hashes, holders: Numbers, count: int) -> tuple[Numbers, Numbers, Numbers]:
    """First and second of each pair of texts that share shingles, and how many; of the common, few."""
    starts = changes(hashed)
    sizes = np.diff(starts, append=len(hashed))
    ends = np.repeat(starts + sizes, sizes)
    rare = np.repeat(sizes <= COMMON, sizes)
    here = np.arange(len(hashed))
    pairs = [np.empty(0, np.int64)]
    for offset in range(1, COMMON):
        here = here[here + offset < ends[here]]
        pairs.append(holders[here] * count + holders[here + offset])
        here = here[rare[here]]
    keys = np.sort(np.concatenate(pairs))
    starts = changes(keys)
    return keys[starts] // count, keys[starts] % count, np.diff(starts, append=len(keys))


def changes(ordered: Hashes | Numbers) -> Numbers:
    """The positions at which a sorted array has a new value."""
    new = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return np.flatnonzero(new)
