"""The pairs of texts that share rare shingles. Nothing grows with the square of the number of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.arrays import Floats, Hashes, Numbers, changes, slices
from briefing.dedup.shingles import BITS, MOST, Shingled

COMMON = 64
"""A shingle in more texts than this makes pairs of neighbours only, or one wire text in a thousand
sources would make half a million."""

_BELOW = np.uint64(64 - BITS)
_TEXT = np.uint64(MOST - 1)
_PART = 1 << 15
"""Numbers looked at together, so that the arrays in between stay in the processor's cache: of 50,000 texts
the arrays of all took more than twice the time, most of it the system's, which had to clear their memory."""


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
    postings = np.repeat(np.arange(len(texts), dtype=np.uint64), sizes)
    postings |= texts.hashes << _BELOW
    postings.sort()
    keys = np.concatenate([_met(part) for part in _parts(postings, _BELOW)])
    keys.sort()
    counted = [_shared(part, sizes, least) for part in _parts(keys, np.uint64(0))]
    first, second, shared = (np.concatenate(column) for column in zip(*counted, strict=True))
    smaller = np.minimum(sizes[first], sizes[second])
    return Pairs(first, second, shared, shared / (sizes[first] + sizes[second] - shared), shared / smaller)


def _parts(ordered: Hashes, below: np.uint64) -> Iterator[Hashes]:
    """A sorted array cut where the bits from `below` on change, into parts of about _PART."""
    marks = ordered[_PART::_PART] >> below << below
    yield from np.split(ordered, ordered.searchsorted(marks))


def _met(postings: Hashes) -> Hashes:
    """The pairs of texts that share a shingle, one above the other, once for each; of the common, few.

    A posting is a shingle above a text that has it; they are sorted.
    """
    starts = changes(postings >> _BELOW)
    sizes = np.diff(starts, append=len(postings))
    places = np.arange(len(postings))
    later = np.repeat(starts + sizes - 1, sizes) - places
    later[np.repeat(sizes > COMMON, sizes) & (later > 0)] = 1
    holders = postings & _TEXT
    return np.repeat(holders << _BELOW, later) | slices(holders, places + 1, later)


def _shared(keys: Hashes, sizes: Numbers, least: float) -> tuple[Numbers, Numbers, Numbers]:
    """The texts of each pair, first and second, and how many shingles they share, where those are enough."""
    starts = changes(keys)
    shared = np.diff(starts, append=len(keys))
    pairs = keys[starts]
    first, second = (pairs >> _BELOW).astype(np.int64), (pairs & _TEXT).astype(np.int64)
    enough = shared >= least * np.minimum(sizes[first], sizes[second])
    return first[enough], second[enough], shared[enough]
