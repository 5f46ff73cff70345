"""Which sentences say again what an earlier one said."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dedup.repeats import REMEMBERED, Repeats

FIRST = "Police in Port Vell said 40 people were killed when the ferry Aurora sank, after a fire."


def repeats(later: str, earlier: str = FIRST) -> bool:
    met = Repeats()
    met.meet(earlier)
    return met.meet(later) is not None


@pytest.mark.parametrize(
    "later",
    [
        FIRST,
        FIRST.upper(),
        "Police in Port Vell said “40 people” were killed when the ferry ‘Aurora’ sank — after a fire!",
        "PORT VELL (Reuters) - " + FIRST,
        "Police in Port Vell said 40 people had been killed when a ferry Aurora sank, after the fire.",
        "Police in Port Vell said 40 people were killed when the ferry sank, after a fire.",
        "Police in Port Vell said 40 people were killed when the ferry Au",
    ],
)
def test_the_same_words_again_are_a_repeat(later: str) -> None:
    assert repeats(later)


@pytest.mark.parametrize(
    "later",
    [
        "Police in Port Vell said 43 people were killed when the ferry Aurora sank, after a fire.",
        "Police in Port Vell said 40 people were not killed when the ferry Aurora sank, after a fire.",
        "Police in Port Vell said no people were killed when the ferry Aurora sank, after a fire.",
        "Police in Port Vell said 40 people were injured when the ferry Aurora sank, after a fire.",
        "Police in Port Vell said 40 people were killed when the ferry Aurora sank, before a fire.",
        "Police in Port Vell said 40 people were killed when the ferry Aurora sank, after a fire in May.",
        "In Port Vell 40 people were killed when the ferry Aurora sank, after a fire.",
        "People in Port Vell said 40 police were killed when the ferry Aurora sank, after a fire.",
        "Police in Port Vell said 4",
    ],
)
def test_other_words_numbers_order_or_denial_are_no_repeat(later: str) -> None:
    assert not repeats(later)


def test_a_hedge_left_out_is_no_repeat() -> None:
    hedged = "The captain of the ferry Aurora may have left the bridge minutes before the collision."
    assert not repeats(
        "The captain of the ferry Aurora left the bridge minutes before the collision.", hedged
    )


@pytest.mark.parametrize(
    ("earlier", "later"), [("It cost $5 a day.", "It cost €5 a day."), ("He left.", "He left?")]
)
def test_signs_that_are_no_words_count(earlier: str, later: str) -> None:
    assert not repeats(later, earlier)


@given(st.lists(st.text(max_size=60), max_size=30))
def test_every_text_repeats_itself_and_new_ones_are_counted(texts: list[str]) -> None:
    met = Repeats()
    new = sum(met.meet(text) is None for text in texts)
    assert new == len(met)
    assert all(met.meet(text) is not None for text in texts)


def test_ten_thousand_sentences_that_differ_in_a_number_take_linear_time() -> None:
    met = Repeats()
    started = time.perf_counter()
    for row in range(10_000):
        met.meet(f"Row {row} of the long table shows that value {row * 7} was reached on day {row}.")
    assert len(met) == 10_000
    assert time.perf_counter() - started < 10


def test_of_a_long_text_near_repeats_are_looked_for_among_the_last_and_exact_ones_among_all() -> None:
    met = Repeats()
    met.meet(FIRST)
    cut = "Police in Port Vell said 40 people were killed when the ferry sank, after a fire."
    assert met.meet(cut) == 0
    for n in range(REMEMBERED):
        met.meet(f"Lamp {n} was lit at {n + 2} by keeper {n + 3} of quay {n + 4} in ward {n + 5}.")
    assert (met.meet(FIRST), met.meet(cut)) == (0, None)
    assert len(met) == REMEMBERED + 2


def test_a_figure_that_a_cut_leaves_is_no_cut_word() -> None:
    """What breaks off at "killed 4" has not said "killed 40"."""
    earlier = "Police in Port Vell said the ferry Aurora sank after a fire and killed 40 people."
    assert repeats("Police in Port Vell said the ferry Aurora sank after a fire and ki", earlier)
    assert repeats("Police in Port Vell said the ferry Aurora sank after a fire and killed 40", earlier)
    assert not repeats("Police in Port Vell said the ferry Aurora sank after a fire and killed 4", earlier)
