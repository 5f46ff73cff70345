"""Fetched documents, kept to be asked for again only where they have changed."""

from __future__ import annotations

from datetime import datetime

from briefing.state.database import Database
from briefing.types import Fetched


class Pages:
    """What was fetched last, by address; what is kept now is of the day of `as_of`."""

    def __init__(self, database: Database, as_of: datetime) -> None:
        self._database = database
        self._as_of = as_of.isoformat()

    def kept(self, url: str) -> Fetched | None:
        """The document that was fetched from this address last, if one was kept."""
        found = self._database.rows("SELECT body, etag, modified FROM pages WHERE url = ?", (url,))
        return Fetched(bytes(found[0][0]), found[0][1], found[0][2]) if found else None

    def keep(self, url: str, page: Fetched) -> None:
        """Keeps a fetched document, in place of an earlier one."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, date(?))",
                (url, page.etag, page.modified, page.body, self._as_of),
            )
