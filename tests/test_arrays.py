"""Arrays against what plain lists say."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.arrays import changes, slices


@given(st.lists(st.integers(0, 5)))
def test_changes_are_where_a_sorted_list_has_a_new_value(numbers: list[int]) -> None:
    ordered = sorted(numbers)
    new = [place for place, (a, b) in enumerate(pairwise(ordered), 1) if a != b]
    assert changes(np.array(ordered, np.int64)).tolist() == [0][: len(ordered)] + new


@given(st.data(), st.integers(0, 20))
def test_slices_are_those_of_a_list_in_any_order_and_with_empty_ones(data: st.DataObject, size: int) -> None:
    pool = list(range(100, 100 + size))
    cuts = st.tuples(st.integers(0, size), st.integers(0, size)).map(sorted)
    spans = data.draw(st.lists(cuts))
    begins = np.array([begin for begin, _ in spans], np.int64)
    sizes = np.array([end - begin for begin, end in spans], np.int64)
    found = slices(np.array(pool, np.uint32), begins, sizes)
    assert found.tolist() == [number for begin, end in spans for number in pool[begin:end]]
