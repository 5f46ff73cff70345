"""What is known of the words met so far, so that a word is looked into once however often it is read.

A word runs from one break to the next, where no token crosses: what is known of a text is what is known of
its words in a row. News repeats its words: of 7 MB, 19 in 20 were met before. All is done over arrays.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.arrays import Hashes, Numbers, hashes
from briefing.batches import batches

_HASHED = 32
"""Bytes of a word that are hashed as those of all words are, over arrays; few have more."""

_SLOTS, _NUMBER = 20, 24
"""Bits. A key begins with its slot; the slot holds one word, the rest of its key above its number."""

_BATCH = 1 << 18
"""Bytes looked up at once, so that the arrays in between stay in the processor's cache."""

_ABOVE, _LEADING = np.uint64(_NUMBER), np.uint64(64 - _SLOTS)
_SEALING, _ALL = np.uint64(29), (1 << 64) - 1
_LOW = np.uint64((1 << _NUMBER) - 1)

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


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of some texts: that of `starts[n]`, a byte of `data`, has `numbers[n]`.

    Those of text t are `bounds[t] : bounds[t + 1]`.
    """

    data: bytes
    starts: Numbers
    numbers: Numbers
    bounds: Numbers


class Memory:
    """A number below 2**24 for each word, such as how many tokens it has.

    A word's key is a salted hash, so that no text can be written to confuse two words. Of two words with one
    slot the one that comes later stays. Not safe for threads.
    """

    def __init__(self, learn: Callable[[bytes, Numbers, Numbers], Numbers]) -> None:
        """`learn` gives the numbers of distinct words of a text, told where each begins and its length."""
        self._learn = learn
        self._salts = np.frombuffer(os.urandom(_HASHED + 8), np.uint64) | np.uint64(1)
        self._table = np.zeros(1 << _SLOTS, np.uint64)

    def of(self, texts: Iterable[bytes]) -> Iterator[Words]:
        """The words of these texts, in UTF-8, some texts at a time."""
        for batch in batches(texts, len, _BATCH):
            yield self._looked_up(batch)

    def _looked_up(self, texts: Sequence[bytes]) -> Words:
        data = b"".join(texts)
        ends = np.array([len(text) for text in texts], np.int64).cumsum()
        begins = np.concatenate(([0], ends))
        starts = _words(data, begins[:-1][begins[:-1] < ends])
        return Words(data, starts, self._numbers(data, starts), starts.searchsorted(begins))

    def _numbers(self, data: bytes, starts: Numbers) -> Numbers:
        """The number of each word; those not met before are learned, each once."""
        lengths = np.diff(starts, append=len(data))
        keys = self._keys(data, starts, lengths)
        slots = (keys >> _LEADING).view(np.int64)
        keys <<= _ABOVE
        held = self._table[slots]
        unmet = np.flatnonzero((held ^ keys) > _LOW)
        while len(unmet):
            places = slots[unmet]
            self._table[places] = unmet  # of the words with one slot the last is learned
            fresh = unmet[self._table[places].view(np.int64) == unmet]
            numbers = self._learn(data, starts[fresh], lengths[fresh])
            self._table[slots[fresh]] = keys[fresh] | numbers.view(np.uint64)
            held[unmet] = self._table[places]
            unmet = unmet[(held[unmet] ^ keys[unmet]) > _LOW]
        held &= _LOW
        return held.view(np.int64)

    def _keys(self, data: bytes, starts: Numbers, lengths: Numbers) -> Hashes:
        """A hash of each word's bytes, and of how many they are."""
        keys = hashes(data + bytes(_HASHED), starts, lengths, self._salts[:-1])
        for long in np.flatnonzero(lengths > _HASHED).tolist():
            keys[long] = hash(data[starts[long] : starts[long] + lengths[long]]) & _ALL
        keys += lengths.view(np.uint64)
        keys *= self._salts[-1]
        keys ^= keys >> _SEALING
        return keys


def _words(data: bytes, texts: Numbers) -> Numbers:
    """The first byte of each word: of each text, and each place where both sides tokenise as they do alone.

    Such is a space beside a printing character: before it there is no white space that goes on into it, or
    after it there is none; what prints after a line end, but for a stroke, which goes on with a mark before
    the line end; a mark after a letter or digit, but for one that joins letters; and a digit after a mark.
    UTF-8's other bytes may be white space, and decide nothing.
    """
    if not data:
        return texts
    kinds = np.frombuffer(data.translate(_KINDS), np.uint8)
    before, here = kinds[:-1], kinds[1:]
    printing = kinds >= _STROKE
    breaks = np.zeros(len(kinds), np.bool_)
    breaks[1:] = (here == _SPACE) & printing[:-1]
    breaks[1:] |= (before == _NEWLINE) & (here > _STROKE)
    breaks[1:] |= (before >= _DIGIT) & ((here == _MARK) | (here == _NEWLINE))
    breaks[1:] |= (before == _MARK) & (here == _DIGIT)
    breaks[:-1] |= (before == _SPACE) & printing[1:]
    lasts = np.append(texts[1:], len(data)) - 1
    spaces = lasts[kinds[lasts] == _SPACE]
    breaks[spaces] = printing[spaces - 1]
    breaks[texts] = True
    return np.flatnonzero(breaks)
