"""A series of briefs, such as one reader's mornings: what it has read and told, and how far."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from briefing.state import archive, outbox
from briefing.state.database import Database
from briefing.state.pruning import TRUSTED
from briefing.types import Channel, Edition, Window

FIRST = timedelta(hours=24)
"""What the first brief of a series looks back on."""
KEPT = timedelta(days=90)
"""How long a document that no source has any more is known as seen."""

_LAST = """
    SELECT as_of FROM editions WHERE series = ? AND brief IS NOT NULL ORDER BY id DESC LIMIT 1
"""
_SECOND = timedelta(seconds=1)
_RUNS = "SELECT as_of FROM editions WHERE series = ? ORDER BY id DESC LIMIT ?"
_BRIEFS = """
    SELECT briefs.id, briefs.brief FROM editions JOIN briefs ON briefs.id = editions.brief
    WHERE series = ? ORDER BY editions.id DESC LIMIT ?
"""


class Series:
    """The record of one series, by its name."""

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = name

    def last(self) -> datetime | None:
        """When its last brief was made to be sent, if there was one."""
        found = self._database.rows(_LAST, (self._name,))
        return datetime.fromisoformat(found[0][0]) if found else None

    def last_run(self) -> datetime | None:
        """When `send` last came as far as to keep what it had read, with a brief or without one."""
        found = self._database.rows(_RUNS, (self._name, 1))
        return datetime.fromisoformat(found[0][0]) if found else None

    def free(self, moment: datetime) -> datetime:
        """The first second from this moment on of which the series has no run.

        Mails are known by the moment of their run, and a clock that is set back gives one twice.
        """
        rows = self._database.rows("SELECT as_of FROM editions WHERE series = ?", (self._name,))
        taken = {_utc(datetime.fromisoformat(as_of)) for (as_of,) in rows}
        later = moment.astimezone(UTC)  # in a zone of its own a second more may be an hour more
        while _utc(later) in taken:
            later += _SECOND
        return later.astimezone(moment.tzinfo)

    def window(self, as_of: datetime) -> Window:
        """What it has not read; of a source that is new to it, what came since its last brief."""
        last = self.last()
        known = {name: channel.cutoff for name, channel in self.channels().items()}
        cutoffs = {name: min(cutoff, as_of) if cutoff else None for name, cutoff in known.items()}
        since = min(last, as_of) if last else as_of - FIRST
        return Window(since, cutoffs, self.first_seen())

    def briefs(self, most: int) -> tuple[tuple[int, str], ...]:
        """Its last briefs, the newest first: the number of the run, and the JSON."""
        return tuple(
            (int(run), str(brief)) for run, brief in self._database.rows(_BRIEFS, (self._name, most))
        )

    def first_seen(self) -> Mapping[str, datetime]:
        """When each document was first read, by its id."""
        rows = self._database.rows("SELECT sha256, first FROM seen WHERE series = ?", (self._name,))
        return {key: datetime.fromisoformat(first) for key, first in rows}

    def channels(self) -> Mapping[str, Channel]:
        """How each of its sources stands, by channel."""
        rows = self._database.rows(
            "SELECT channel, cutoff, failing_since, told_dead FROM channels WHERE series = ?", (self._name,)
        )
        return {channel: Channel(*map(_moment, moments)) for channel, *moments in rows}

    def record(self, edition: Edition) -> int | None:
        """Commits the edition whole: brief, letters, what was read and how far; the number of its run.

        A letter whose id is in the outbox already stays as it is there.
        """
        now = _utc(edition.as_of)
        with self._database.writing() as connection:
            run = (
                archive.file(connection, edition.brief, edition.texts, edition.record)
                if edition.brief
                else None
            )
            number = connection.execute(
                "INSERT INTO editions (series, as_of, brief) VALUES (?, ?, ?)",
                (self._name, edition.as_of.isoformat(), run),
            ).lastrowid
            outbox.queue(connection, int(number or 0), edition.letters)
            connection.executemany(
                "INSERT INTO seen VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last",
                ((self._name, key, now, now) for key in edition.read),
            )
            connection.execute(
                "DELETE FROM seen WHERE series = ? AND last < ?",
                (self._name, _utc(self._settled(connection, edition.channels.values()) - KEPT)),
            )
            connection.executemany(
                "INSERT OR REPLACE INTO channels VALUES (?, ?, ?, ?, ?)",
                ((self._name, channel, *_row(known)) for channel, known in edition.channels.items()),
            )
        return run

    def _settled(self, connection: sqlite3.Connection, channels: Iterable[Channel]) -> datetime:
        """The moment up to which all sources have answered, by a clock that some runs agree on."""
        rows = connection.execute(_RUNS, (self._name, TRUSTED))
        failing = [channel.failing_since for channel in channels if channel.failing_since]
        return min([*(datetime.fromisoformat(as_of) for (as_of,) in rows), *failing])


def _row(channel: Channel) -> tuple[str | None, ...]:
    moments = (channel.cutoff, channel.failing_since, channel.told_dead)
    return tuple(_utc(moment) if moment else None for moment in moments)


def _utc(moment: datetime) -> str:
    """In UTC, so that moments sort as text does."""
    return moment.astimezone(UTC).isoformat()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
