"""The words met so far with their token ids, so that a word is encoded once however often it is read.

A word runs from one space to the next where no token can cross, so that a text's ids are those of its
words in a row. News repeats its words: of 12 MB of it, 19 in 20 were met before. All steps are over arrays.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint32]
Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]

LONGEST = 32
"""Bytes of a word that is kept: longer ones are addresses, seldom met twice."""

KEPT = 1 << 19
"""Words kept until all are forgotten: those of 100 MB of news, in 30 MB of memory."""

_BITS = 20
_EIGHT = np.dtype("<u8")
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)
_SPACE, _DELETE = 0x20, 0x7F


class Memory:
    """Token ids by word. A word's key is a salted hash, so that no text can be written to confuse two words.

    The table keeps one word a slot; the one that comes later stays. Not safe for threads.
    """

    def __init__(self, encode: Callable[[str], Ids], spelt: NDArray[np.uint8]) -> None:
        """`encode` gives the ids of any text, and `spelt` the bytes of the token of each id."""
        self._encode = encode
        self._spelt = spelt
        salts = np.frombuffer(os.urandom(8 * (LONGEST // 8 + 1)), np.uint64)
        self._salts = salts | np.uint64(1)
        self._forget()

    def _forget(self) -> None:
        self._key = np.zeros(1 << _BITS, np.uint64)
        self._row = np.full(1 << _BITS, -1, np.int32)
        self._pool = np.empty(0, np.uint32)
        self._sizes = np.empty(0, np.int64)

    def ids(self, data: bytes, texts: Numbers) -> tuple[Ids, Numbers]:
        """The ids of UTF-8 `data`, and where in them each of its texts, given by first byte, begins."""
        if len(self._sizes) > KEPT:
            self._forget()
        starts = _words(data, texts)
        lengths = np.diff(starts, append=len(data))
        rows = self._rows(data, starts, lengths)
        sizes = self._sizes[rows]
        ends = sizes.cumsum()
        begins = (self._sizes.cumsum() - self._sizes)[rows]
        ids = self._pool[np.arange(ends[-1]) + np.repeat(begins - (ends - sizes), sizes)]
        return ids, (ends - sizes)[starts.searchsorted(texts)]

    def _rows(self, data: bytes, starts: Numbers, lengths: Numbers) -> Numbers:
        """The row of each word; those not met before get one."""
        keys = self._keys(data, starts, lengths)
        slots = (keys >> np.uint64(64 - _BITS)).astype(np.int64)
        rows = np.where(self._key[slots] == keys, self._row[slots], -1)
        rows[lengths > LONGEST] = -1
        unmet = np.flatnonzero(rows < 0)
        if not len(unmet):
            return rows
        _, first, which = np.unique(keys[unmet], return_index=True, return_inverse=True)
        fresh = unmet[first]
        rows[unmet] = self._learn(data, starts[fresh], lengths[fresh])[which]
        kept = fresh[lengths[fresh] <= LONGEST]
        self._key[slots[kept]] = keys[kept]
        self._row[slots[kept]] = rows[kept]
        return rows

    def _learn(self, data: bytes, starts: Numbers, lengths: Numbers) -> Numbers:
        """The new rows of these words. Those with a space and a printing character are encoded in one go."""
        head = np.frombuffer(data + b" ", np.uint8)[starts[:, None] + (0, 1)]
        joined = (head[:, 0] == _SPACE) & (head[:, 1] > _SPACE) & (head[:, 1] < _DELETE)
        order = np.argsort(~joined, kind="stable")
        begin = starts[order].tolist()
        spelling = [data[a : a + n] for a, n in zip(begin, lengths[order].tolist(), strict=True)]
        count = int(joined.sum())
        ids = self._encode(b"".join(spelling[:count]).decode())
        ends = self._spelt[ids].cumsum(dtype=np.int64).searchsorted(lengths[order[:count]].cumsum()) + 1
        alone = [self._encode(word.decode()) for word in spelling[count:]]
        rows = np.empty(len(order), np.int64)
        rows[order] = len(self._sizes) + np.arange(len(order))
        sizes = np.array([len(part) for part in alone], np.int64)
        self._sizes = np.concatenate((self._sizes, np.diff(ends, prepend=0), sizes))
        self._pool = np.concatenate((self._pool, ids, *alone))
        return rows

    def _keys(self, data: bytes, starts: Numbers, lengths: Numbers) -> Keys:
        """A hash of each word's bytes and length, eight bytes at a time; of its place if it is too long."""
        eights: Keys = np.ndarray((len(data) + LONGEST,), _EIGHT, data + bytes(LONGEST + 8), strides=(1,))
        keys: Keys = (eights[starts] & _MASKS[np.minimum(lengths, 8)]) * self._salts[0]
        keys ^= keys >> np.uint64(32)
        for part in range(1, LONGEST // 8):
            longer = np.flatnonzero(lengths > 8 * part)
            bytes_ = eights[starts[longer] + 8 * part] & _MASKS[np.minimum(lengths[longer] - 8 * part, 8)]
            mixed = (keys[longer] + bytes_) * self._salts[part]
            keys[longer] = mixed ^ (mixed >> np.uint64(32))
        long = np.flatnonzero(lengths > LONGEST)
        keys[long] += starts[long].astype(np.uint64)
        keys = (keys + lengths.astype(np.uint64)) * self._salts[-1]
        keys ^= keys >> np.uint64(29)
        return keys


def _words(data: bytes, texts: Numbers) -> Numbers:
    """The first byte of each word: of each text, and each space where both sides tokenise as they do alone.

    That is a space beside a printing character: before it there is no white space that goes on into it, or
    after it there is none. UTF-8's other bytes may be white space, and decide nothing.
    """
    bytes_ = np.frombuffer(data, np.uint8)
    printing = (bytes_ > _SPACE) & (bytes_ < _DELETE)
    breaks = bytes_ == _SPACE
    breaks[1:-1] &= printing[:-2] | printing[2:]
    lasts = np.append(texts[1:], len(data)) - 1
    breaks[lasts] &= printing[lasts - 1]
    breaks[texts] = True
    return np.flatnonzero(breaks)
