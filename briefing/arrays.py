"""Arrays of numbers: what numpy has no word for."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.uint8, np.uint32, np.uint64, np.int64)
Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Floats32 = NDArray[np.float32]
Hashes = NDArray[np.uint64]

MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53, 0x2127599BF4325C37], np.uint64
)
"""Odd numbers for `hashes`, where nobody gains by making two hashes equal."""

_EIGHT, _HALF = np.dtype("<u8"), np.uint64(32)
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)


def changes(ordered: NDArray[Number]) -> Numbers:
    """The positions, ascending, at which a sorted array has a new value; of n numbers the first is one."""
    new = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return np.flatnonzero(new)


def slices(pool: NDArray[Number], begins: Numbers, sizes: Numbers) -> NDArray[Number]:
    """The slices `pool[begin : begin + size]`, in a row, shape (sizes.sum(),)."""
    ends = sizes.cumsum()
    found: NDArray[Number] = pool[np.arange(sizes.sum()) + np.repeat(begins - (ends - sizes), sizes)]
    return found


def hashes(data: bytes | bytearray, begins: Numbers, sizes: Numbers, multipliers: Hashes) -> Hashes:
    """A number for the first bytes of each slice, eight for each multiplier, shape (len(begins),).

    `data` has that many bytes or more after where the last slice begins.
    """
    eights: Hashes = np.ndarray((len(data) - 7,), _EIGHT, data, strides=(1,))
    found: Hashes = eights[begins] & _MASKS.take(sizes, mode="clip")
    found *= multipliers[0]
    longer = (sizes > 8).nonzero()[0]
    for part in range(1, len(multipliers)):
        at = 8 * part
        more = eights[begins[longer] + at] & _MASKS.take(sizes[longer] - at, mode="clip")
        found[longer] += more * multipliers[part]
        longer = longer[sizes[longer] > at + 8]
    found ^= found >> _HALF
    return found
