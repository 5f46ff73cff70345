"""When a line puts something: a time as far as it is told."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.lines.clock import Clock
from briefing.words import WEEKDAYS

_ROUGH = 30
"""Minutes by which "about" and "shortly before" may be off: 24 and 36 change nothing."""
TimeValue = str | int | range | tuple[int, int] | Clock


@dataclass(frozen=True, slots=True)
class When:
    """A weekday, month, day of a month, span of years or time of day.

    `blurred`: night or zones may move a weekday by one. `at` and `text`: where it stands, and how.
    """

    told: TimeValue
    blurred: bool
    at: int
    text: str
    hedged: bool = False

    def excludes(self, other: When) -> bool:
        """Whether the two cannot be one time."""
        a, b = self.told, other.told
        if isinstance(a, Clock) and isinstance(b, Clock):
            return a.differs(b, _ROUGH if self.blurred or other.blurred else 5)
        if isinstance(a, range) and isinstance(b, range):
            return a.stop <= b.start or b.stop <= a.start
        if a in WEEKDAYS and b in WEEKDAYS and (self.blurred or other.blurred):
            return (WEEKDAYS.index(str(a)) - WEEKDAYS.index(str(b))) % 7 not in (0, 1, 6)
        return a != b
