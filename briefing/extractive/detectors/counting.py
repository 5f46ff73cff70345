"""When a figure was counted: a toll that is higher later is an update and no disagreement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from briefing.lines.clock import Clock, clocks
from briefing.types import is_day

_SAID_AT = re.compile(
    r"\b(?<!was )(?<!were )(?:said|says|told \w+|announced|reported|confirmed)(?: \w+)?(?: at)?\s"
    r"(?:about\s|around\s)?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|as of|until)\s(?:about\s|around\s)?$", re.IGNORECASE)
"""Before the time up to which somebody had counted."""
_STATE = re.compile(
    r"^\s[\w\s'’-]*\b(?:were|are|was|is|had|have|has|remain(?:ed|s)?)\b(?!.*\w{2}ed\b)[^.;]*$"
)
"""Between a figure and a time: so many were so then. What ended in "-ed" at that time is an event."""
_GAP, _DAY = 3600.0, 86400.0
"""Seconds by which publication must differ to tell an earlier count from a later one, a guess; and a day,
from which times of day say nothing."""


@dataclass(frozen=True, slots=True)
class Counting:
    """When a figure was counted: the time of day that is told, and when its document was published."""

    clock: Clock | None
    published: datetime | None

    def is_before(self, other: Counting) -> bool:
        """Whether it is surely the earlier: by the times of day told of one day, else by publication."""
        apart = self._seconds_until(other)
        if self.clock and other.clock and (apart is None or abs(apart) < _DAY):
            return self.clock.minutes < other.clock.minutes and self.clock.differs(other.clock)
        return apart is not None and apart >= _GAP and not self._is_of_one_day(other)

    def at_another_time(self, other: Counting) -> bool:
        """Whether both tell a time of day, and not the same one."""
        return bool(self.clock and other.clock and self.clock.differs(other.clock))

    def _is_of_one_day(self, other: Counting) -> bool:
        """Whether both were published on one day, and of one of them no more than the day is known."""
        if self.published is None or other.published is None:
            return False
        alone = is_day(self.published) or is_day(other.published)
        return alone and self.published.date() == other.published.date()

    def _seconds_until(self, other: Counting) -> float | None:
        if self.published is None or other.published is None:
            return None
        return other.published.timestamp() - self.published.timestamp()


NEVER = Counting(None, None)
"""Of a figure of which no time is known."""


def counting(text: str, before: str, after: str, published: datetime | None) -> Counting:
    """When a figure of the text was counted, given what stands before and after it in its clause.

    A time at the head of the text is a live report's stamp and counts for all of it.
    """
    return Counting(_stamp(text) or _told(before, after), published)


def is_said(before: str) -> bool:
    """Whether a time of day after these words is that at which somebody said so."""
    return _SAID_AT.search(before) is not None


def _stamp(text: str) -> Clock | None:
    return next((clock for clock in clocks(text) if clock.start == 0), None)


def _told(before: str, after: str) -> Clock | None:
    """The time of day in the clause at which somebody had counted, or so many were so."""
    for clock in clocks(before):
        if is_said(before[: clock.start]) or _BY.search(before[: clock.start]):
            return clock
    for clock in clocks(after):
        ahead = after[: clock.start]
        if is_said(ahead) or _BY.search(ahead) or _STATE.match(ahead):
            return clock
    return None
