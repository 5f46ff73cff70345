"""Whatever the clock does, a morning is due once, and no document is skipped or told twice."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jobs import entry, like, run, script, unit
from postoffice import PostOffice

from briefing.cli import run as cli_run
from briefing.cli.main import main
from briefing.pipeline import settled
from briefing.schedule import Timing, crontab, timer
from briefing.settings import Settings
from briefing.state import State
from briefing.types import Document, Edition, Source, Unread

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


# What is told, whatever the clock says.

START = datetime(2027, 3, 20, 6, tzinfo=UTC)  # a Saturday, 07:00 in Berlin; its clocks change on the 28th
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Told:
    """A document as the world has it: when it was truly listed and till when; `published` as it says."""

    document: Document
    listed: datetime
    gone: datetime


@dataclass(frozen=True)
class Run:
    """A run of `send`: when it truly is, what the clock says, and the channels that do not answer."""

    at: datetime
    clock: datetime
    failing: frozenset[str] = frozenset()


def daily(days: Iterable[int], zone: str = "Europe/Berlin", hour: int = 7, **changes: Any) -> list[Run]:
    """A run each of these mornings by the clock of a place, the clock being right."""
    place = ZoneInfo(zone)
    first = START.astimezone(place).date()
    local = [datetime.combine(first + day * DAY, time(hour), place) for day in days]
    return [Run(moment.astimezone(UTC), moment, **changes) for moment in local]


def off(run: Run, by: timedelta) -> Run:
    """The same run, its clock being wrong."""
    return replace(run, clock=(run.clock.astimezone(UTC) + by).astimezone(run.clock.tzinfo))


def wrong(runs: Sequence[Run], number: int, by: timedelta) -> list[Run]:
    """The runs, the clock being wrong at one of them."""
    return [off(run, by) if place == number else run for place, run in enumerate(runs)]


def failing(runs: Sequence[Run], numbers: Iterable[int], *channels: str) -> list[Run]:
    """The runs, some of which these channels do not answer."""
    silent = frozenset(numbers)
    return [
        replace(run, failing=frozenset(channels)) if place in silent else run
        for place, run in enumerate(runs)
    ]


def world(runs: Sequence[Run], step: timedelta = 5 * HOUR, kept: timedelta = 10 * DAY) -> list[Told]:
    """Two channels, one whose documents have dates and one whose have none, each with one every `step`.

    A document is listed up to nine hours after it was published. The feed lists, for a day each, what is a
    year old, and two entries of years to come.
    """
    first, last = runs[0].at, runs[-1].at
    found = []
    for number in range(int((last - first + 2 * DAY) / step)):
        moment = first - 2 * DAY + number * step
        late = moment + (number % 4) * 3 * HOUR
        for channel, published in (("feed", moment), ("pages", None)):
            source = Source("S1", channel, published=published, channel=channel)
            found.append(Told(Document(source, f"{channel} {number}"), late, late + kept))
    old = Source("S1", "feed", published=first - 300 * DAY, channel="feed")
    for number in range(2, 9):
        since = first + number * DAY
        found.append(Told(Document(old, f"old {number}"), since, since + DAY))
    for year in (2030, 2099):
        future = Source("S1", "feed", published=datetime(year, 1, 1, tzinfo=UTC), channel="feed")
        found.append(Told(Document(future, f"of {year}"), first + DAY, first + 20 * DAY))
    return found


def listed(items: Sequence[Told], run: Run) -> list[Document]:
    """What is read at a run."""
    return [
        one.document
        for one in items
        if one.listed <= run.at < one.gone and one.document.source.channel not in run.failing
    ]


def briefed(folder: Path, items: Sequence[Told], runs: Sequence[Run]) -> Counter[str]:
    """How often each document was told, by the steps that `send` takes."""
    told: Counter[str] = Counter()
    with State(folder) as state:
        series = state.series("mine")
        for run in runs:
            as_of = series.free(run.clock)
            window, read = series.window(as_of), listed(items, run)
            lost = [Unread(Source("", name, channel=name), "unreadable", "") for name in sorted(run.failing)]
            _, channels = settled([*read, *lost], series.channels(), as_of)
            new = [document.text for document in read if not window.excludes(document)]
            told.update(new)
            brief = f'{{"as_of": "{as_of.isoformat()}", "title": "", "stories": [], "sources": []}}'
            ids = tuple(document.id for document in read)
            series.record(Edition(as_of, brief if new else None, read=ids, channels=channels))
    return told


def due(items: Sequence[Told], runs: Sequence[Run]) -> set[str]:
    """What a reader must be told: all that was ever read, but what is older than a day at the first run."""
    since = runs[0].at - DAY
    everything = {document.text: document for run in runs for document in listed(items, run)}
    return {
        text
        for text, document in everything.items()
        if document.source.published is None or document.source.published >= since
    }


TEN = daily(range(14))
YEARS = 9 * 365 * DAY
LONG: dict[str, Any] = {"step": 2 * DAY, "kept": 400 * DAY}
CASES: dict[str, tuple[list[Run], dict[str, Any]]] = {
    "Berlin, clocks go forward": (TEN, {}),
    "Berlin, clocks go back": (daily(range(218, 232)), {}),
    "New York, clocks go forward": (daily(range(-9, 3), "America/New_York"), {}),
    "New York, clocks go back": (daily(range(228, 238), "America/New_York"), {}),
    "Lord Howe, half an hour": (daily(range(12, 18), "Australia/Lord_Howe"), {}),
    "an hour that one night has not": (daily(range(5, 11), hour=2), {}),
    "an hour that one night has twice": (
        [run for day in daily(range(222, 228), hour=2) for run in (day, replace(day, at=day.at + HOUR))],
        {},
    ),
    "the configuration's zone is changed": (daily(range(6)) + daily(range(6, 12), "America/New_York"), {}),
    "the configuration's zone is changed eastwards": (
        daily(range(6)) + daily(range(6, 12), "Asia/Tokyo"),
        {},
    ),
    "set back by an hour": (wrong(TEN, 4, -HOUR), {}),
    "set back by a day, so that one morning is there twice": (wrong(TEN, 4, -DAY), {}),
    "set back by three days for the rest of the time": (
        TEN[:5] + [off(run, -3 * DAY) for run in TEN[5:]],
        {},
    ),
    "back in 1970 for a morning": (wrong(TEN, 4, datetime(1970, 1, 1, tzinfo=UTC) - TEN[4].at), {}),
    "back in 1970 on the first morning": (wrong(TEN, 0, datetime(1970, 1, 1, tzinfo=UTC) - TEN[0].at), {}),
    "a day ahead for a morning": (wrong(TEN, 4, DAY), {}),
    "years ahead for a morning": (wrong(TEN, 4, YEARS), {}),
    "years ahead while the feed does not answer": (failing(wrong(TEN, 4, YEARS), [4], "feed"), {}),
    "months ahead for three mornings, nothing answers": (
        failing(
            wrong(wrong(wrong(TEN, 4, 100 * DAY), 5, 100 * DAY), 6, 100 * DAY), [4, 5, 6], "feed", "pages"
        ),
        {},
    ),
    "a clock that loses two minutes a day": ([off(r, -2 * n * HOUR / 60) for n, r in enumerate(TEN)], {}),
    "three mornings missed": (daily([0, 1, 2, 6, 7]), {}),
    "three weeks missed": (daily([0, 1, 22, 23]), {"kept": 30 * DAY}),
    "a hundred and twenty days missed": (daily([0, 1, 121, 122]), LONG),
    "made up for when the machine is on again": (
        [
            replace(run, at=run.at + late, clock=run.clock + late)
            for run, late in zip(TEN, [HOUR * 3, 0 * HOUR] * 7, strict=True)
        ],
        {},
    ),
    "twice each morning": ([run for one in TEN for run in (one, one)], {}),
    "every hour": ([Run(START + n * HOUR, START + n * HOUR) for n in range(60)], {}),
    "a source is silent for a week": (failing(TEN, range(3, 10), "feed"), {"kept": 12 * DAY}),
    "two sources are silent for a hundred days": (
        failing(daily(range(0, 130, 2)), range(5, 56), "feed", "pages"),
        LONG,
    ),
    "one of two sources is silent for a hundred days": (
        failing(daily(range(0, 130, 2)), range(5, 56), "pages"),
        LONG,
    ),
    "the first morning is a weekly one": (daily(range(0, 50, 7)), {"kept": 20 * DAY}),
}


@pytest.mark.parametrize("case", CASES)
def test_no_document_is_skipped_or_told_twice(tmp_path: Path, case: str) -> None:
    runs, made = CASES[case]
    items = world(runs, **made)
    told = briefed(tmp_path, items, runs)
    assert due(items, runs) - set(told) == set(), "skipped"
    assert {text for text, times in told.items() if times > 1} == set(), "told twice"
    # In 1970 everything that was never read is news.
    then = {document.text for run in runs if run.clock.year == 1970 for document in listed(items, run)}
    assert set(told) - due(items, runs) - then == set(), "told though it is old"


# The mails of a morning that the clock has twice.


def test_a_morning_that_the_clock_has_twice_has_a_mail_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mails are known by the moment of their run: the second one must not pass for the first."""
    monkeypatch.setenv("BRIEFING_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli_run, "now", lambda _: START)
    news = tmp_path / "news"
    news.mkdir()
    with PostOffice() as office:
        Path("b.toml").write_text(
            '[[sources]]\npath = "news"\n[mail]\nfrom = "brief@tide.example"\nto = ["ada@tide.example"]\n'
            f'smtp = "{office.url}"\n'
        )
        for name in ("The ferry Alma ran aground on Monday.", "The fair of Varn opens on Tuesday."):
            (news / f"{name[:8]}.txt").write_text(f"{name}\n")
            assert main(["send", "-q", "-c", "b.toml"]) == 0
    assert len(set(office.ids)) == len(office.messages) == 2
    bodies = [str(message.get_body(("plain",))) for message in office.messages]
    assert ["fair of Varn" in body for body in bodies] == [False, True]


def test_a_clock_that_is_years_ahead_once_empties_nothing(tmp_path: Path) -> None:
    brief = '{{"as_of": "{}", "title": "", "stories": [], "sources": []}}'
    with State(tmp_path) as state:
        for number in range(30):
            state.archive.file(brief.format((START + number * DAY).isoformat()), {})
        ahead = START + YEARS
        state.archive.file(brief.format(ahead.isoformat()), {})
        cli_run.prune(state, Settings(), ahead)
        assert len(state.archive.filed()) == 31
