"""A change names what was told, by whom and when, and what is said now: it is never half-filled."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from golden_brief import FOURTEEN, QUOTED, SEVENTEEN, WIRE

from briefing.types import Change, Earlier, Position

TOLD = datetime(2031, 3, 2, 7, tzinfo=UTC)
NOW = Position(f"“{FOURTEEN.quote}”", (FOURTEEN,), frozenset({"O1"}), QUOTED)
THEN = Earlier(SEVENTEEN.quote, TOLD, "Kestrel Wire", WIRE.id, SEVENTEEN.span.start, SEVENTEEN.span.end)


def test_it_needs_what_was_told_and_what_is_said_now() -> None:
    for before, now in (((), (NOW,)), ((THEN,), ())):
        with pytest.raises(ValueError, match="needs"):
            Change("changed", "How many were hurt", TOLD, before, now)


def test_a_text_may_change_where_all_that_was_told_still_stands() -> None:
    assert Change("text_changed", "Ferry aground", TOLD, (), (NOW,)).before == ()


def test_earlier_words_are_as_long_as_their_span() -> None:
    with pytest.raises(ValueError, match="span"):
        Earlier("Officials", TOLD, "Kestrel Wire", WIRE.id, 0, 3)
