"""Days on which the clocks change: the schedule starts the run at seven all the same."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from jobs import entry, like, run, script, unit

from briefing.schedule import Timing, crontab, timer

QUARTER = timedelta(minutes=15)


# Berlin: 28 March 2027, 02:00 → 03:00; 31 October 2027, 03:00 → 02:00.
# New York: 14 March 2027 and 7 November 2027. Lord Howe moves by half an hour: 4 April, 3 October 2027.
CHANGES = [
    ("Europe/Berlin", datetime(2027, 3, 28, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2027, 10, 31, tzinfo=UTC)),
    ("America/New_York", datetime(2027, 3, 14, tzinfo=UTC)),
    ("America/New_York", datetime(2027, 11, 7, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2027, 4, 3, tzinfo=UTC)),
    ("Asia/Kathmandu", datetime(2027, 4, 3, tzinfo=UTC)),
]


def mornings(zone: str, around: datetime, timing: Timing) -> list[datetime]:
    """When it is due in the five days about a change of the clocks, in UTC."""
    place = ZoneInfo(zone)
    days = (around.date() + timedelta(days=day) for day in range(-2, 3))
    due = (datetime(day.year, day.month, day.day, timing.hour, timing.minute, tzinfo=place) for day in days)
    return [moment.astimezone(UTC) for moment in due if moment.weekday() in timing.days]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
@pytest.mark.parametrize(("zone", "around"), CHANGES)
def test_systemd_starts_it_at_seven_by_the_clock_of_the_place(zone: str, around: datetime) -> None:
    timing = Timing(7, 0, zone=zone)
    wanted = mornings(zone, around, timing)
    shown = subprocess.run(
        [
            "systemd-analyze",
            "calendar",
            f"--iterations={len(wanted)}",
            f"--base-time={wanted[0] - QUARTER:%Y-%m-%d %H:%M:%S} UTC",
            unit(timer(like(), timing))["OnCalendar"][0],
        ],
        env={"TZ": "UTC", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    told = [line.split(": ", 1)[1] for line in shown.splitlines() if "Next elapse" in line or "Iter." in line]
    assert told == [f"{moment:%a %Y-%m-%d %H:%M:%S} UTC" for moment in wanted]


@pytest.mark.parametrize("days", [tuple(range(7)), (0, 6)])
@pytest.mark.parametrize(("zone", "around"), CHANGES)
def test_a_cron_in_another_zone_starts_it_then_too(
    tmp_path: Path, zone: str, around: datetime, days: tuple[int, ...]
) -> None:
    """The line is started at the quarters of an hour about each morning; `date` tells the hour of each."""
    timing = Timing(7, 5, days, zone)
    fields, command = entry(crontab(like(), timing, elsewhere=True))
    assert fields == "5-59/15 * * * *"
    guard, _, _ = command.partition("cd ")
    script(tmp_path / "date", 'exec /bin/date -d "@$NOW" "$@"')
    begin = around - timedelta(days=3) + timedelta(minutes=5)
    starts = [begin + number * QUARTER for number in range(7 * 24 * 4)]
    wanted = mornings(zone, around, timing)
    near = [start for start in starts if any(abs(start - due) <= 5 * QUARTER for due in wanted)]
    moments = " ".join(f"{start.timestamp():.0f}" for start in near)
    done = run(f"for NOW in {moments}; do export NOW; ({guard} echo $NOW); done", tmp_path)
    assert [datetime.fromtimestamp(int(moment), UTC) for moment in done.stdout.split()] == wanted
    assert done.stderr == ""
