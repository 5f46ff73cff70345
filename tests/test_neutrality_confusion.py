"""Two answers against two labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evaluation.confusion import Confusion, best_threshold

ROWS = st.lists(st.tuples(st.integers(0, 1), st.booleans()), max_size=40)


def test_the_four_cells_and_their_ratios() -> None:
    told = Confusion.of([1, 1, 1, 0, 0], [True, True, False, True, False])
    assert told == Confusion(tp=2, fp=1, tn=1, fn=1)
    assert told.sensitivity == pytest.approx(2 / 3)
    assert told.specificity == pytest.approx(1 / 2)
    assert told.balanced_accuracy == pytest.approx(7 / 12)
    assert told.macro_f1 == pytest.approx((2 / 3 + 1 / 2) / 2)


def test_a_ratio_of_nothing_is_none() -> None:
    told = Confusion.of([1, 1], [True, False])
    assert (told.sensitivity, told.specificity) == (0.5, None)
    assert (told.balanced_accuracy, told.macro_f1) == (None, None)


@given(ROWS)
def test_every_row_is_in_one_cell_and_denying_all_turns_the_rates_round(rows: list[tuple[int, bool]]) -> None:
    labels, found = [label for label, _ in rows], [yes for _, yes in rows]
    told, denied = Confusion.of(labels, found), Confusion.of(labels, [not yes for yes in found])
    assert told.tp + told.fp + told.tn + told.fn == len(rows)
    if told.balanced_accuracy is not None and denied.balanced_accuracy is not None:
        assert told.balanced_accuracy + denied.balanced_accuracy == pytest.approx(1)


def test_the_best_threshold_separates_where_one_can() -> None:
    assert best_threshold([0, 1, 1], [0.1, 0.4, 0.9]) == 1.0


def test_equal_scores_cannot_be_told_apart() -> None:
    assert best_threshold([0, 1, 0, 1], [3, 3, 3, 3]) == 0.5
