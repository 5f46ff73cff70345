"""What is old goes, and what is too much: the oldest first, and never what a coming brief looks back on."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from briefing.state.database import Database

REMEMBERED = 14
"""Briefs of each series that a coming one looks back on: two weeks of mornings."""
TRUSTED = 8
"""Runs whose earliest moment is taken for the time of day where something is thrown away: a clock that is
set years ahead must stay so for a week of mornings before anything is lost by it."""

_OLD = (
    "DELETE FROM briefs WHERE datetime(as_of) < datetime(:before) AND id NOT IN (SELECT brief FROM kept)",
    "DELETE FROM editions WHERE datetime(as_of) < datetime(:before) AND (brief IS NULL OR brief NOT IN "
    "(SELECT brief FROM kept)) AND id NOT IN (SELECT edition FROM letters WHERE fate != 'sent')",
    "DELETE FROM replies WHERE day < date(:before)",
    "DELETE FROM pages WHERE day < date(:before)",
)
_LARGE = (
    "DELETE FROM pages WHERE url IN (SELECT url FROM pages ORDER BY day LIMIT 100)",
    "DELETE FROM replies WHERE key IN (SELECT key FROM replies ORDER BY day LIMIT 1000)",
    "DELETE FROM briefs WHERE id IN (SELECT id FROM briefs WHERE id NOT IN (SELECT brief FROM kept) "
    "ORDER BY id LIMIT 10)",
)
"""What is had again comes first: pages are fetched again, replies paid for again, briefs are gone."""
_ORPHANS = "DELETE FROM texts WHERE sha256 NOT IN (SELECT sha256 FROM brief_texts)"
_KEPT = """
    CREATE TEMP TABLE kept AS SELECT brief FROM (
        SELECT brief, row_number() OVER (PARTITION BY series ORDER BY id DESC) AS place
        FROM editions WHERE brief IS NOT NULL
    ) WHERE place <= ? UNION SELECT max(id) FROM briefs
"""


def prune(database: Database, before: datetime, most_bytes: int) -> None:
    """Deletes what is older than `before`, then the oldest until no more than `most_bytes` are in use."""
    with database.writing() as connection:
        connection.execute("DROP TABLE IF EXISTS temp.kept")
        connection.execute(_KEPT, (REMEMBERED,))
        for statement in _OLD:
            connection.execute(statement, {"before": before.astimezone(UTC).isoformat()})
        shrunk = _shrink(connection, most_bytes)
        connection.execute("DROP TABLE temp.kept")
    if shrunk:
        database.compact()


def _shrink(connection: sqlite3.Connection, most_bytes: int) -> bool:
    """Whether anything had to go for its size."""
    connection.execute(_ORPHANS)
    shrunk = False
    for statement in _LARGE:
        while _in_use(connection) > most_bytes:
            if connection.execute(statement).rowcount == 0:
                break
            connection.execute(_ORPHANS)
            shrunk = True
    return shrunk


def _in_use(connection: sqlite3.Connection) -> int:
    """Bytes of the pages that hold something."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)
