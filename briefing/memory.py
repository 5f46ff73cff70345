"""What is known of the words met so far, so that a word is looked into once however often it is read.

A word runs from one space to the next where no token can cross: what is known of a text is what is known
of its words in a row. News repeats its words: of 12 MB, 19 in 20 were met before. All is done over arrays.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Generic

import numpy as np
from numpy.typing import NDArray

from briefing.arrays import Number, Numbers, slices
from briefing.batches import batches

Keys = NDArray[np.uint64]

LONGEST = 32
"""Bytes of a word that is kept: longer ones are addresses, seldom met twice."""

KEPT = 1 << 19
"""Words kept until all are forgotten: those of 100 MB of news, in 30 MB of memory."""

_BITS = 20
_BATCH = 1 << 17
"""Bytes looked up at once, so that the arrays in between stay in the processor's cache."""

_ABOVE = 32
_SIZE = (1 << _ABOVE) - 1
"""A slice of the pool is one number: where it begins, above how long it is."""

_EIGHT = np.dtype("<u8")
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)

_OTHER, _SPACE, _NEWLINE, _STROKE, _JOINT, _MARK, _DIGIT, _LETTER = range(8)
_KINDS = bytes(
    _SPACE if byte == 0x20
    else _NEWLINE if byte == 0x0A
    else _OTHER if not 0x20 < byte < 0x7F
    else _LETTER if chr(byte).isalpha()
    else _DIGIT if chr(byte).isdigit()
    else _STROKE if chr(byte) == "/"
    else _JOINT if chr(byte) in "'_"
    else _MARK
    for byte in range(256)
)  # fmt: skip
"""What each byte of UTF-8 is to a break: the kinds from _STROKE on print."""


class Memory(Generic[Number]):
    """A list of numbers for each word, such as its tokens.

    A word's key is a salted hash, so that no text can be written to confuse two words. The table keeps one
    word a slot; the one that comes later stays. Not safe for threads.
    """

    _learn: Callable[[Sequence[bytes]], tuple[NDArray[Number], Numbers]]
    _pool: NDArray[Number]

    def __init__(self, learn: Callable[[Sequence[bytes]], tuple[NDArray[Number], Numbers]]) -> None:
        """`learn` gives the numbers of words in a row, and how many each has."""
        self._learn = learn
        self._salts = np.frombuffer(os.urandom(8 * (LONGEST // 8 + 1)), np.uint64) | np.uint64(1)
        self._forget()

    def _forget(self) -> None:
        self._key = np.zeros(1 << _BITS, np.uint64)
        self._slice = np.full(1 << _BITS, -1, np.int64)
        self._pool, _ = self._learn(())
        self._known = 0

    def of(self, texts: Sequence[bytes]) -> Iterator[NDArray[Number]]:
        """The numbers of each text, in UTF-8."""
        for batch in batches(texts, len, _BATCH):
            yield from self._looked_up(batch)

    def _looked_up(self, texts: Sequence[bytes]) -> Iterator[NDArray[Number]]:
        if self._known > KEPT:
            self._forget()
        lengths = np.array([len(text) for text in texts], np.int64)
        begins = lengths.cumsum() - lengths
        told = begins[lengths > 0]
        if not len(told):
            yield from (self._pool[:0] for _ in texts)
            return
        data = b"".join(texts)
        starts = _words(data, told)
        places = self._slices(data, starts, np.diff(starts, append=len(data)))
        sizes = places & _SIZE
        ends = sizes.cumsum()
        found = slices(self._pool, places >> _ABOVE, sizes)
        cuts = np.append(ends - sizes, ends[-1])[starts.searchsorted(np.append(begins, len(data)))]
        for first, last in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
            yield found[first:last]

    def _slices(self, data: bytes, starts: Numbers, lengths: Numbers) -> Numbers:
        """Where in the pool each word's numbers begin, above how many; those not met before get some."""
        keys = self._keys(data, starts, lengths)
        slots = (keys >> np.uint64(64 - _BITS)).astype(np.int64)
        places = np.where(self._key[slots] == keys, self._slice[slots], -1)
        places[lengths > LONGEST] = -1
        unmet = np.flatnonzero(places < 0)
        if not len(unmet):
            return places
        _, first, which = np.unique(keys[unmet], return_index=True, return_inverse=True)
        fresh = unmet[first]
        begin, end = starts[fresh].tolist(), (starts + lengths)[fresh].tolist()
        numbers, sizes = self._learn([data[a:b] for a, b in zip(begin, end, strict=True)])
        places[unmet] = (((len(self._pool) + sizes.cumsum() - sizes) << _ABOVE) | sizes)[which]
        self._pool = np.concatenate((self._pool, numbers))
        self._known += len(sizes)
        kept = fresh[lengths[fresh] <= LONGEST]
        self._key[slots[kept]] = keys[kept]
        self._slice[slots[kept]] = places[kept]
        return places

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
        sealed: Keys = (keys + lengths.astype(np.uint64)) * self._salts[-1]
        return sealed ^ (sealed >> np.uint64(29))


def _words(data: bytes, texts: Numbers) -> Numbers:
    """The first byte of each word: of each text, and each place where both sides tokenise as they do alone.

    Such is a space beside a printing character: before it there is no white space that goes on into it, or
    after it there is none; what prints after a line end, but for a stroke, which goes on with a mark before
    the line end; and a mark after a letter, but for one that joins letters, or may join a digit to them.
    UTF-8's other bytes may be white space, and decide nothing.
    """
    kinds = np.frombuffer(data.translate(_KINDS), np.uint8)
    before, here = kinds[:-1], kinds[1:]
    printing = kinds >= _STROKE
    breaks = np.zeros(len(kinds), np.bool_)
    breaks[1:] = (here == _SPACE) & printing[:-1]
    breaks[1:] |= (before == _NEWLINE) & (here > _STROKE)
    breaks[1:] |= (before >= _DIGIT) & ((here == _MARK) | (here == _NEWLINE))
    breaks[:-1] &= (before != _MARK) | ((here != _DIGIT) & (here != _OTHER))
    breaks[:-1] |= (before == _SPACE) & printing[1:]
    lasts = np.append(texts[1:], len(data)) - 1
    spaces = lasts[kinds[lasts] == _SPACE]
    breaks[spaces] = printing[spaces - 1]
    breaks[texts] = True
    return np.flatnonzero(breaks)
