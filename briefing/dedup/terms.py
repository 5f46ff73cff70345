"""The words of texts as numbers, read eight bytes at a time over arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.arrays import MULTIPLIERS, Hashes, Numbers, hashes

LONGEST = 16
"""Bytes by which words are told apart: of the texts of near.py no shingle is lost that 32 would keep."""

_FOLDED = bytes(b if b >= 0x80 else ord(chr(b).lower()) if chr(b).isalnum() else 0 for b in range(256))
"""What becomes of each byte: ASCII's letters are made small, what is no letter and no digit is 0."""

_MULTIPLIERS = MULTIPLIERS[: LONGEST // 8]


def terms(texts: Sequence[bytes]) -> tuple[Hashes, Numbers]:
    """A hash for each word of the texts (UTF-8), and their bounds: text n has `[bounds[n] : bounds[n + 1]]`.

    A word is a run of letters and digits, whatever stands between words. A character of three bytes or
    more is a word of its own: most of those scripts write no spaces.
    """
    data = bytearray(b"\0").join((*texts, bytes(2 * LONGEST))).translate(_FOLDED)
    edges = _edges(np.frombuffer(data, np.uint8), data.isascii())
    starts = edges[:-1]
    found = hashes(data, starts, edges[1:] - starts, _MULTIPLIERS)
    return found, starts.searchsorted(np.cumsum([0, *(len(text) + 1 for text in texts)]))


def _edges(data: NDArray[np.uint8], plain: bool) -> Numbers:
    """The first byte of each word, and the last byte of all; `plain`: all is ASCII."""
    if not plain:
        high = (data >= 0xC2).nonzero()[0]
        marks = high[data[high] == 0xC2]  # U+0080 to U+00BF: punctuation, and a space
        data[marks] = data[marks + 1] = 0
        marks = high[data[high] == 0xE2]
        marks = marks[data[marks + 1] == 0x80]  # U+2000 to U+203F: quotes, dashes, spaces
        data[marks] = data[marks + 1] = data[marks + 2] = 0
    empty = data == 0
    begins = ~empty
    begins[1:] &= empty[:-1]
    if not plain:
        wide = high[data[high] >= 0xE0]
        after = wide + 3 + (data[wide] >= 0xF0)
        begins[wide] = True
        begins[after] = ~empty[after]
    begins[-1] = True
    return np.flatnonzero(begins)
