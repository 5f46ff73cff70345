"""Letters leave the outbox once each, and what became of each is on the disk, whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, get_args

import pytest

from briefing.delivery.dispatch import dispatch, exit_code
from briefing.errors import DeliveryError
from briefing.state import Fate, State
from briefing.types import Edition, Letter, Outcome, Receipt

SEVEN = datetime(2031, 3, 4, 7, tzinfo=UTC)
SERIES = "mine"


def letter(number: int) -> Letter:
    return Letter(f"<{number}@tide.example>", "brief@tide.example", f"r{number}@tide.example", b"Hello")


class Hand:
    """A post that answers each letter in turn as it is told, and looks at the outbox while it has it."""

    def __init__(self, *outcomes: Outcome, looks: Callable[[], object] = lambda: None) -> None:
        self._outcomes = iter(outcomes)
        self._looks = looks
        self.closed = False
        self.seen: list[object] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def send(self, letter: Letter, commit: Callable[[], None]) -> Receipt:
        commit()
        self.seen.append(self._looks())
        outcome = next(self._outcomes)
        return Receipt(outcome, f"as told: {outcome}")


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with State(tmp_path / "state") as opened:
        opened.series(SERIES).record(Edition(SEVEN, letters=tuple(map(letter, range(4)))))
        yield opened


def fates(state: State) -> list[tuple[str, str]]:
    found = {
        one.letter.id: (fate, one.reason)
        for fate in get_args(Fate)
        for one in state.outbox.letters(SERIES, [fate])
    }
    return [found[letter(number).id] for number in range(4)]


def test_each_outcome_is_the_fate_that_the_next_run_needs(state: State) -> None:
    outcomes: tuple[Outcome, ...] = ("accepted", "later", "refused", "unknown")
    hand = Hand(*outcomes)
    done = dispatch(map(letter, range(4)), hand, state.outbox)
    assert done == tuple(
        (letter(n), Receipt(outcome, f"as told: {outcome}")) for n, outcome in enumerate(outcomes)
    )
    expected = ["sent", "queued", "refused", "unknown"]
    assert fates(state) == [(f, f"as told: {o}") for f, o in zip(expected, outcomes, strict=True)]
    assert hand.closed


def test_a_letter_is_sending_before_its_content_leaves_and_settled_before_the_next(state: State) -> None:
    hand = Hand("accepted", "accepted", looks=lambda: [fate for fate, _ in fates(state)])
    dispatch([letter(0), letter(1)], hand, state.outbox)
    assert hand.seen == [["sending", "queued", "queued", "queued"], ["sent", "sending", "queued", "queued"]]


def test_what_cannot_be_recorded_is_told_with_what_became_of_it(state: State) -> None:
    def breaks() -> None:
        state._database.failure = "the disk is full"

    with pytest.raises(DeliveryError) as told:
        dispatch([letter(0), letter(1)], Hand("accepted", looks=breaks), state.outbox)
    assert str(told.value) == (
        "the mail to r0@tide.example: accepted, which could not be recorded: the disk is full"
    )


def test_what_a_dead_run_was_sending_is_held_in_its_own_series_alone(state: State) -> None:
    state.series("other").record(Edition(SEVEN, letters=(letter(9),)))
    for number in (0, 9):
        state.outbox.settle(letter(number).id, "sending")
    state.outbox.hold(SERIES)
    held = ("unknown", "the run that was sending it ended before the answer")
    assert fates(state) == [held, *[("queued", "")] * 3]
    assert [one.letter for one in state.outbox.letters("other", ("sending",))] == [letter(9)]


def test_letters_come_back_whole_the_oldest_first_and_only_those_asked_for(state: State) -> None:
    later = SEVEN.replace(day=5)
    state.series(SERIES).record(Edition(later, letters=(letter(7), letter(0))))  # the second is there already
    state.outbox.settle(letter(1).id, "sent")
    waiting = state.outbox.letters(SERIES, ("queued",))
    assert [one.letter for one in waiting] == [letter(0), letter(2), letter(3), letter(7)]
    assert [one.as_of for one in waiting] == [SEVEN, SEVEN, SEVEN, later]
    assert state.outbox.letters("nobody", ("queued",)) == ()


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        ((), 0),
        (("accepted", "accepted"), 0),
        (("accepted", "unknown", "later", "refused"), 1),
        (("accepted", "later", "refused"), 75),
        (("accepted", "refused"), 3),
        (("refused",), 1),
    ],
)
def test_the_gravest_outcome_is_the_exit_code(outcomes: tuple[Outcome, ...], code: int) -> None:
    assert exit_code(outcomes) == code
