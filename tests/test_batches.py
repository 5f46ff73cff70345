"""Batches lose nothing, keep the order, and close as soon as they are full."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.batches import batches


@given(st.lists(st.integers(0, 9)), st.integers(1, 30))
def test_batches_are_the_items_in_order_each_full_with_its_last(sizes: list[int], enough: int) -> None:
    found = list(batches(sizes, lambda size: size, enough))
    assert [size for batch in found for size in batch] == sizes
    assert all(sum(batch[:-1]) < enough for batch in found)
    assert all(sum(batch) >= enough for batch in found[:-1])
    assert all(found)


def test_no_more_is_taken_than_a_batch_holds() -> None:
    waiting = iter([3, 3, 3])
    next(batches(waiting, lambda size: size, 5))
    assert list(waiting) == [3]
