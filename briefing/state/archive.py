"""The archive: every brief that was made, with the texts that it cites."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from briefing.state.database import Database, StateError

_FILED = """
    SELECT id, as_of, title, json_array_length(brief, '$.stories'), (
        SELECT count(*) FROM json_each(brief, '$.sources')
        WHERE json_extract(value, '$.status') IN ('used', 'copy')
    )
    FROM briefs ORDER BY id DESC LIMIT ?
"""

_FILE = """
    INSERT INTO briefs (as_of, title, brief)
    VALUES (json_extract(:brief, '$.as_of'), json_extract(:brief, '$.title'), :brief)
"""


@dataclass(frozen=True, slots=True)
class Filed:
    """A brief in the archive under the number of its run; `sources` are those that were read."""

    run: int
    as_of: datetime
    title: str
    stories: int
    sources: int


class Archive:
    """Briefs by the number of their run; texts are kept once, by the SHA-256 of their UTF-8."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def file(self, brief_json: str, texts: Mapping[str, str], record: str | None = None) -> int:
        """Files a brief with its texts, by their SHA-256, and what made it; the number of the run."""
        with self._database.writing() as connection:
            return file(connection, brief_json, texts, record)

    def filed(self, most: int | None = None) -> tuple[Filed, ...]:
        """The briefs in the archive, the newest first, at most so many."""
        rows = self._database.rows(_FILED, (-1 if most is None else most,))
        return tuple(Filed(run, datetime.fromisoformat(as_of), *rest) for run, as_of, *rest in rows)

    def brief(self, run: int) -> str | None:
        """The brief of this run as it was filed, in JSON, if there is one."""
        found = self._database.rows("SELECT brief FROM briefs WHERE id = ?", (run,))
        return str(found[0][0]) if found else None

    def record(self, run: int) -> str | None:
        """What made the brief of this run, as it was recorded, if it was."""
        found = self._database.rows("SELECT record FROM records WHERE brief = ?", (run,))
        return zlib.decompress(found[0][0]).decode() if found else None

    def moments(self, most: int) -> tuple[datetime, ...]:
        """When the newest briefs were made, by the clock of then; at most so many."""
        rows = self._database.rows("SELECT as_of FROM briefs ORDER BY id DESC LIMIT ?", (most,))
        return tuple(datetime.fromisoformat(as_of) for (as_of,) in rows)

    def of_moment(self, as_of: str) -> tuple[int, ...]:
        """The runs whose briefs bear this moment (RFC 3339, as in the JSON), the newest first."""
        rows = self._database.rows("SELECT id FROM briefs WHERE as_of = ? ORDER BY id DESC", (as_of,))
        return tuple(int(run) for (run,) in rows)

    def texts_of(self, run: int) -> Mapping[str, str]:
        """The texts that the brief of this run cites, by their SHA-256."""
        keys = self._database.rows("SELECT sha256 FROM brief_texts WHERE brief = ?", (run,))
        return self.texts(key for (key,) in keys)

    def texts(self, sha256s: Iterable[str]) -> Mapping[str, str]:
        """Those of the texts that are in the archive, by their SHA-256."""
        found: dict[str, str] = {}
        for key in filter(str.isascii, dict.fromkeys(sha256s)):  # a brief from elsewhere may say anything
            for (utf8,) in self._database.rows("SELECT utf8 FROM texts WHERE sha256 = ?", (key,)):
                if sha256(utf8).hexdigest() != key:
                    raise StateError(f"a text in {self._database.path} is damaged; move the file away")
                found[key] = bytes(utf8).decode()
        return found


def file(
    connection: sqlite3.Connection, brief_json: str, texts: Mapping[str, str], record: str | None
) -> int:
    """Files a brief within a transaction that does more."""
    cursor = connection.execute(_FILE, {"brief": brief_json})
    run = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT OR IGNORE INTO texts VALUES (?, ?)", ((key, text.encode()) for key, text in texts.items())
    )
    connection.executemany("INSERT INTO brief_texts VALUES (?, ?)", ((run, key) for key in texts))
    if record is not None:
        connection.execute("INSERT INTO records VALUES (?, ?)", (run, zlib.compress(record.encode())))
    return run
