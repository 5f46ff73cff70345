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
from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from briefing.arrays import MULTIPLIERS, Numbers, hashes
from briefing.packaged import packaged

# gzip rather than xz: 0.18 MB more, but unpacked in 13 ms instead of 60 ms at the start of each run.
FILE = "data/o200k_base.ranks.gz"
_SHA256 = "440741350e7cfa1c0f4869ce742d1b043550adbda5187adcac9e787edac6fba9"
SIZE = 199_998

_HASHED = 8 * len(MULTIPLIERS)

Ranks = dict[bytes, int]
Hashes = NDArray[np.uint32]


class Unmet:
    """The trigrams (three bytes in a row) of tokens that no text so far has: it cannot have the token either.

    They are kept as hashes: two that collide let tokens through that are in no text, and lose none.
    """

    def __init__(self, trigrams: Hashes) -> None:
        self._unmet = np.zeros(1 << 22, dtype=bool)
        self._unmet[trigrams] = True

    def meet(self, data: bytes) -> bool:
        """Whether a text has any of them; they are met from now on."""
        found = _trigrams(data)
        new = bool(self._unmet[found].any())
        self._unmet[found] = False
        return new

    def among(self, trigrams: Hashes) -> NDArray[np.bool_]:
        """Which of these are unmet."""
        return self._unmet[trigrams]


class Vocabulary:
    """Tokens as bytes; `lengths` has shape (SIZE,), dtype uint8: the bytes of the token of each rank."""

    def __init__(self, packed: bytes) -> None:
        self.lengths = np.frombuffer(packed, dtype=np.uint8, count=SIZE)
        self._tokens = packed[SIZE:]
        self._ends = self.lengths.cumsum(dtype=np.int64)
        inner = np.ones(len(self._tokens), dtype=bool)
        inner[self._ends - 1] = inner[self._ends - 2] = False  # there a trigram runs on into the next token
        self._trigrams = _trigrams(self._tokens)[inner[:-2]]

    @classmethod
    def load(cls) -> Self:
        """The vocabulary as published; raises ValueError where the package data is not that."""
        try:
            packed = gzip.decompress(packaged("briefing", FILE))
        except (OSError, EOFError, zlib.error) as error:
            raise ValueError(str(error)) from error
        if hashlib.sha256(packed).hexdigest() != _SHA256:
            raise ValueError("its contents are not the published ranks")
        return cls(packed)

    def ranks(self, pieces: Sequence[bytes]) -> list[int | None]:
        """The rank of each piece that is a token; None for the others, and for those over 32 bytes."""
        keys = _keys(self._tokens, self._ends, self.lengths.astype(np.int64))
        order = keys.argsort()
        sizes = np.array([len(piece) for piece in pieces], np.int64)
        sought = _keys(b"".join(pieces), sizes.cumsum(), sizes)
        found = order[keys.searchsorted(sought, sorter=order).clip(max=SIZE - 1)]
        known = (keys[found] == sought) & (sizes <= _HASHED)
        return [
            rank if is_token else None for rank, is_token in zip(found.tolist(), known.tolist(), strict=True)
        ]

    def whole(self) -> Ranks:
        """Every token with its rank."""
        return self._of(np.arange(SIZE))

    def unmet(self) -> Unmet:
        """All trigrams of all tokens: no text was met yet."""
        return Unmet(self._trigrams)

    def without(self, unmet: Unmet) -> Ranks:
        """The tokens that have none of these trigrams; those of one or two bytes are always among them."""
        ends = np.maximum(self.lengths, 2).cumsum(dtype=np.int64) - 2 * np.arange(1, SIZE + 1)
        lacking = np.concatenate(([0], unmet.among(self._trigrams).cumsum(dtype=np.int32)))[ends]
        return self._of(np.flatnonzero(np.diff(lacking, prepend=0) == 0))

    def _of(self, ranks: Numbers) -> Ranks:
        ends = self._ends[ranks]
        starts = ends - self.lengths[ranks]
        slices = zip(starts.tolist(), ends.tolist(), strict=True)
        return dict(zip((self._tokens[a:b] for a, b in slices), ranks.tolist(), strict=True))


def _keys(data: bytes, ends: Numbers, sizes: Numbers) -> NDArray[np.uint64]:
    """A hash of each of the slices of these sizes, and of the size."""
    return hashes(data + bytes(_HASHED), ends - sizes, sizes, MULTIPLIERS) + sizes.astype(np.uint64)


def _trigrams(data: bytes) -> Hashes:
    """A number below 2**22 for the three bytes from each offset but the last two; of its own for ASCII.

    A line break counts as a space, so that a text's sentences, joined anew, bring few new ones.
    """
    wide = np.frombuffer(data.replace(b"\n", b" "), dtype=np.uint8).astype(np.uint32)
    return (wide[:-2] << np.uint32(14)) ^ (wide[1:-1] << np.uint32(7)) ^ wide[2:]
