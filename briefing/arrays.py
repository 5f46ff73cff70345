"""Arrays of numbers: what numpy has no word for."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.uint32, np.uint64, np.int64)
Numbers = NDArray[np.int64]


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
