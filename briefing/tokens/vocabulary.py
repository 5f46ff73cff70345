"""The vocabulary of o200k_base: every token with its rank, or those that a text can have.

It is package data, `data/o200k_base.ranks.gz`: one byte for the length of each token in order of rank,
then the tokens themselves, gzipped. It is a denser form of tiktoken's published file
(tests/test_tokens.py rebuilds that file from it and compares tiktoken's own pinned hash).
To make it again from `o200k_base.tiktoken`, whose lines are sorted by rank:

    tokens = [base64.b64decode(line.split()[0]) for line in open("o200k_base.tiktoken", "rb")]
    packed = bytes(map(len, tokens)) + b"".join(tokens)
    open("o200k_base.ranks.gz", "wb").write(gzip.compress(packed, 9, mtime=0))
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from importlib import resources
from typing import Self

import numpy as np
from numpy.typing import NDArray

# gzip rather than xz: 0.18 MB more, but unpacked in 13 ms instead of 60 ms at the start of each run.
FILE = "data/o200k_base.ranks.gz"
_SHA256 = "440741350e7cfa1c0f4869ce742d1b043550adbda5187adcac9e787edac6fba9"
SIZE = 199_998

Ranks = dict[bytes, int]


class Trigrams:
    """Every three bytes in a row that the texts added so far have: no token has others.

    They are kept as hashes: two that collide let tokens through that are in no text, and lose none.
    """

    _BITS = 20

    def __init__(self) -> None:
        self._seen = np.zeros(1 << self._BITS, dtype=bool)

    def add(self, data: bytes) -> bool:
        """Whether `data` has any that no text had before."""
        found = self.hashes(data)
        known = bool(self._seen[found].all())
        self._seen[found] = True
        return not known

    def have(self, found: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Which of these hashes are those of trigrams that were added."""
        return self._seen[found]

    @classmethod
    def hashes(cls, data: bytes) -> NDArray[np.uint32]:
        """The hash of the three bytes from each offset but the last two."""
        wide = np.frombuffer(data, dtype=np.uint8).astype(np.uint32)
        return (wide[:-2] << np.uint32(12)) ^ (wide[1:-1] << np.uint32(6)) ^ wide[2:]


class Vocabulary:
    """Tokens as bytes; `lengths` has shape (SIZE,), dtype uint8: the bytes of the token of each rank."""

    def __init__(self, packed: bytes) -> None:
        self.lengths = np.frombuffer(packed, dtype=np.uint8, count=SIZE)
        self._tokens = packed[SIZE:]
        self._ends = self.lengths.cumsum(dtype=np.int64)
        self._trigrams = Trigrams.hashes(self._tokens)

    @classmethod
    def load(cls) -> Self:
        """The vocabulary as published; raises ValueError where the package data is not that."""
        try:
            packed = gzip.decompress(resources.files("briefing").joinpath(FILE).read_bytes())
        except (OSError, EOFError, zlib.error) as error:
            raise ValueError(str(error)) from error
        if hashlib.sha256(packed).hexdigest() != _SHA256:
            raise ValueError("its contents are not the published ranks")
        return cls(packed)

    def whole(self) -> Ranks:
        """Every token with its rank."""
        return self._of(np.arange(SIZE))

    def within(self, texts: Trigrams) -> Ranks:
        """The tokens that the texts can have; those of one or two bytes are always among them."""
        foreign = np.zeros(len(self._tokens) + 1, dtype=np.int32)
        np.cumsum(~texts.have(self._trigrams), out=foreign[1:-2])
        starts = self._ends - self.lengths
        last = np.maximum(starts, self._ends - 2)
        return self._of(np.flatnonzero(foreign[last] == foreign[starts]))

    def _of(self, ranks: NDArray[np.int64]) -> Ranks:
        ends = self._ends[ranks]
        starts = ends - self.lengths[ranks]
        slices = zip(starts.tolist(), ends.tolist(), strict=True)
        return dict(zip((self._tokens[a:b] for a, b in slices), ranks.tolist(), strict=True))
