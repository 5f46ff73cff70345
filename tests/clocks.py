"""Runs by clocks of any kind, and a world of documents that they read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from briefing.pipeline import settled
from briefing.state import State
from briefing.types import Document, Edition, Source, Unread, precedes

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
        if document.source.published is None or not precedes(document.source.published, since)
    }
