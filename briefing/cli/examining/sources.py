"""The sources, each tried; and this machine's clock beside those of their servers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median

from briefing.cli.clock import now
from briefing.cli.diagnosis import Diagnosis, of_trial
from briefing.cli.door import Door
from briefing.render.wording import count
from briefing.settings import Settings
from briefing.sources.trial import attempt

EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""Before this program was there: a machine whose battery is empty begins in 1970."""
ASTRAY = timedelta(minutes=5)
"""What a mail server or a reader still takes for the time of day."""


def sources(settings: Settings) -> Iterator[Diagnosis]:
    """Each configured source, tried, and the clock; nothing that is fetched is kept."""
    if not settings.sources:
        yield Diagnosis("warn", "sources", "none is configured", "write some down: briefing init SOURCE...")
    with Door(replace(settings, cache=False), now(settings)) as door:
        trials = attempt(settings.sources, door.fetch, door.each, max_bytes=settings.max_bytes)
        for number, trial in enumerate(trials, start=1):
            yield of_trial(trial, number)
        yield clock(now(settings), door.ahead)


def clock(now: datetime, ahead: Mapping[str, timedelta]) -> Diagnosis:
    """The clock, beside the middle one of the servers': one server alone may be wrong itself."""
    told = f"{now:%Y-%m-%d %H:%M} {now.tzname()}"
    if now < EARLIEST:
        return Diagnosis("fault", "clock", f"{told}, before this program was written", "set the clock")
    if not ahead:
        return Diagnosis("ok", "clock", f"{told}, compared with no server's")
    off = timedelta(seconds=round(median(one.total_seconds() for one in ahead.values())))
    servers = count(len(ahead), "server")
    if abs(off) <= ASTRAY:
        return Diagnosis("ok", "clock", f"{told}, as {servers} {'has' if len(ahead) == 1 else 'have'} it")
    way = "slow" if off > timedelta() else "fast"
    detail = f"{told}, {abs(off)} {way} by the clock of {servers}"
    return Diagnosis("warn", "clock", detail, "set the clock, and keep it set (timedatectl set-ntp true)")
