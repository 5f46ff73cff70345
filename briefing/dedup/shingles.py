"""A text as the set of its shingles.

A shingle is SIZE words in a row, and stands as a number of BITS bits, a hash of them. Above it in 64 bits is
room for the number of a text or of a pair, so that one sort orders both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from briefing.arrays import Hashes, Numbers, changes
from briefing.batches import batches
from briefing.dedup.terms import terms

SIZE = 3
"""Words in a shingle. On the texts of near.py recall is .99; .98 by 4 and .95 by 5, with JACCARD at .40."""

BITS = 40
"""Two shingles of one pair of news texts are taken for one once in ten million pairs."""

MOST = 1 << (64 - BITS)
"""Texts that can be compared at once: sixteen million."""

_ABOVE, _SPARE, _HALF = np.uint64(BITS), np.uint64(64 - BITS), np.uint64(32)
_LOW = np.uint64((1 << BITS) - 1)
_NONE = np.uint64((1 << 64) - 1)
_MULTIPLIERS = np.array([0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB], np.uint64)
_SEAL = np.uint64(0x8EBC6AF09C88C6E3)
_BATCH = 1 << 15
"""Bytes of text read at once, so that the arrays in between stay in the processor's cache and the
system need not clear memory for them: swept from 1 << 14 to 1 << 17 on the texts of near.py."""
_LONG = 1 << 20
"""Bytes of a text from which on it is read in parts; the shingles that a cut goes through are left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Shingled:
    """Texts as sets: those of text n are `hashes[bounds[n] : bounds[n + 1]]`, distinct and ascending."""

    hashes: Hashes
    bounds: Numbers

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @property
    def sizes(self) -> Numbers:
        """How many shingles each text has."""
        return np.diff(self.bounds)

    @classmethod
    def of(cls, sets: Iterable[Hashes]) -> Shingled:
        """The texts with these shingles."""
        parts = [np.empty(0, np.uint64), *sets]
        return cls(np.concatenate(parts), np.cumsum([len(part) for part in parts]))

    def each(self) -> list[Hashes]:
        """The shingles of each text."""
        return [self.hashes[begin:end] for begin, end in pairwise(self.bounds.tolist())]

    def sampled(self, rate: int) -> Shingled:
        """The same share of all shingles of each text, one in `rate` (FracMinHash: Irber et al., 2022)."""
        kept = np.flatnonzero(self.hashes <= np.uint64(((1 << BITS) - 1) // rate))
        return Shingled(self.hashes[kept], kept.searchsorted(self.bounds))


def shingled(texts: Iterable[str]) -> Shingled:
    """The shingles of each text."""
    found = bytearray()  # grows in its place, where arrays would have to be put together
    sizes = [np.zeros(1, np.int64)]
    encoded = (text.encode("utf-8", "replace") for text in texts)
    for batch in batches(encoded, lambda text: len(text) + 1, _BATCH):  # empty ones are numbered, too
        hashes, counts = _distinct(batch) if len(batch[-1]) < _LONG else _distinct_by_parts(batch)
        found += hashes.data
        sizes.append(counts)
    return Shingled(np.frombuffer(found, np.uint64), np.concatenate(sizes).cumsum())


def _distinct_by_parts(texts: list[bytes]) -> tuple[Hashes, Numbers]:
    """The same where a text is long."""
    found = [np.unique(np.concatenate([_distinct([part])[0] for part in _parts(text)])) for text in texts]
    return np.concatenate(found), np.array([len(hashes) for hashes in found])


def _parts(text: bytes) -> Iterator[bytes]:
    start = 0
    while len(text) - start > _LONG:
        end = text.rfind(b" ", start + 1, start + _LONG)
        end = end if end > 0 else start + _LONG
        yield text[start:end]
        start = end
    yield text[start:]


def _distinct(texts: list[bytes]) -> tuple[Hashes, Numbers]:
    """The distinct shingles of each text, ascending, and how many."""
    words, bounds = terms(texts)
    above = np.arange(len(texts) + 1, dtype=np.uint64) << _ABOVE
    text = above[:-1].repeat(bounds[1:] - bounds[:-1])
    rows = max(0, len(words) - SIZE + 1)
    found: Hashes = words[:rows] * _MULTIPLIERS[0]
    for place in range(1, SIZE):
        found += words[place : place + rows] * _MULTIPLIERS[place]
    found ^= found >> _HALF
    found *= _SEAL
    found >>= _SPARE
    found |= text[:rows]
    found[text[:rows] != text[SIZE - 1 :]] = _NONE  # it runs on into the next text
    found.sort()
    keys = found[changes(found)]
    bounds = keys.searchsorted(above)
    return keys[: bounds[-1]] & _LOW, bounds[1:] - bounds[:-1]
