"""The outbox: letters with their bytes, from before the connection opens until their fate is known."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.state.database import Database
from briefing.types import Letter

Fate = Literal["queued", "sending", "sent", "refused", "unknown"]
"""`sending` is committed before a letter's content leaves; a run that died there leaves it `unknown`."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter in the outbox: why its fate is what it is, and when its edition was made."""

    letter: Letter
    reason: str
    as_of: datetime


_LETTERS = """
    SELECT letters.id, sender, recipient, content, reason, as_of
    FROM letters JOIN editions ON editions.id = letters.edition
    WHERE series = ? AND fate IN (SELECT value FROM json_each(?)) ORDER BY letters.edition, letters.rowid
"""


class Outbox:
    """Letters by their id (the Message-ID); each change is on the disk when its method returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def letters(self, series: str, fates: Iterable[Fate]) -> tuple[Posted, ...]:
        """The letters of a series with one of these fates, the oldest first."""
        rows = self._database.rows(_LETTERS, (series, json.dumps([*fates])))
        return tuple(
            Posted(Letter(key, sender, recipient, bytes(content)), reason, datetime.fromisoformat(as_of))
            for key, sender, recipient, content, reason, as_of in rows
        )

    def settle(self, letter: str, fate: Fate, reason: str = "") -> None:
        """Sets what became of a letter."""
        with self._database.writing() as connection:
            connection.execute("UPDATE letters SET fate = ?, reason = ? WHERE id = ?", (fate, reason, letter))

    def hold(self, series: str) -> None:
        """What a run that died was sending is `unknown` from now on; only the lock's holder may say so."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE letters SET fate = 'unknown', reason = ? "
                "WHERE fate = 'sending' AND edition IN (SELECT id FROM editions WHERE series = ?)",
                ("the run that was sending it ended before the answer", series),
            )


def queue(connection: sqlite3.Connection, edition: int, letters: Iterable[Letter]) -> None:
    """Puts letters into the outbox, within a transaction that does more; those that are in it stay."""
    connection.executemany(
        "INSERT OR IGNORE INTO letters (id, edition, sender, recipient, content, fate) "
        "VALUES (?, ?, ?, ?, ?, 'queued')",
        ((one.id, edition, one.sender, one.recipient, one.content) for one in letters),
    )
