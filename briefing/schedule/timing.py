"""When a brief is due: an hour of the day, on some days of the week, by the clock of a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from briefing.errors import UsageError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAILY = "daily"
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Timing:
    """`days` are indices into DAYS, sorted; `zone` is a name of the IANA list, None for the machine's."""

    hour: int
    minute: int
    days: tuple[int, ...] = tuple(range(7))
    zone: str | None = None

    @classmethod
    def of(cls, at: str, days: str, zone: str | None) -> Self:
        """The timing of "07:00" and "mon-fri"; raises UsageError where either is something else."""
        clock = _CLOCK.fullmatch(at)
        if not clock:
            raise UsageError(f"--at {at!r} is not a time of day: write it as 07:00")
        return cls(int(clock[1]), int(clock[2]), _days(days), zone)

    @property
    def clock(self) -> str:
        """The time of day: "07:00"."""
        return f"{self.hour:02}:{self.minute:02}"

    @property
    def daily(self) -> bool:
        """Whether it is due every day."""
        return len(self.days) == len(DAYS)

    def minutes(self, count: int) -> tuple[tuple[int, int, int], ...]:
        """The minutes from this one on, as (day, hour, minute), of each of its days."""
        monday = datetime(2024, 1, 1, self.hour, self.minute)
        starts = (monday + timedelta(days=day) for day in self.days)
        due = (start + timedelta(minutes=later) for start in starts for later in range(count))
        return tuple((moment.weekday(), moment.hour, moment.minute) for moment in due)

    def __str__(self) -> str:
        on = "every day" if self.daily else "on " + ", ".join(DAYS[day].capitalize() for day in self.days)
        return f"{on} at {self.clock}" + (f", {self.zone}" if self.zone else "")


def _days(stated: str) -> tuple[int, ...]:
    """The days of "daily", "mon-fri", "sat-mon" or "mon,thu"."""
    if stated.lower() == _DAILY:
        return tuple(range(7))
    found: set[int] = set()
    for part in stated.lower().split(","):
        first, to, last = part.strip().partition("-")
        if first not in DAYS or (to and last not in DAYS):
            raise UsageError(f'--days {stated!r} is not understood: write "daily", "mon-fri" or "mon,thu"')
        start, end = DAYS.index(first), DAYS.index(last or first)
        found |= {day % 7 for day in range(start, end + 1 if end >= start else end + 8)}
    return tuple(sorted(found))
