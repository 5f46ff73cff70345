"""What is kept, room by room, in the one database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from briefing.state.archive import Archive
from briefing.state.database import NAME, Database, StateError
from briefing.state.outbox import Outbox
from briefing.state.pages import Pages
from briefing.state.pruning import prune
from briefing.state.replies import Replies
from briefing.state.series import Series

BUSY_SECONDS = 5.0
"""How long another process that is writing is waited for; a write takes about a millisecond."""


class State:
    """The database in a folder: replies that were paid for, fetched pages, the archive, the outbox.

    Every method raises StateError where the database cannot be read or written. May be used from many
    threads and many processes.
    """

    def __init__(self, folder: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        self._database = Database(folder, busy_seconds)
        self.archive = Archive(self._database)
        self.outbox = Outbox(self._database)

    def replies(self, as_of: datetime) -> Replies:
        """The cache of model replies, for a run of this moment."""
        return Replies(self._database, as_of)

    def pages(self, as_of: datetime) -> Pages:
        """The documents that were fetched, for a run of this moment."""
        return Pages(self._database, as_of)

    def series(self, name: str) -> Series:
        """What the briefs of one series have told and read."""
        return Series(self._database, name)

    def prune(self, before: datetime, most_bytes: int) -> None:
        """Deletes what is older than that, then the oldest until it is no larger than that.

        What a coming brief of a series looks back on stays, and so does every letter that was not sent.
        """
        prune(self._database, before, most_bytes)

    def faults(self) -> tuple[str, ...]:
        """What is damaged in the database, in SQLite's words; every page of it is read."""
        rows = self._database.rows("PRAGMA integrity_check(5)")
        return tuple(str(row[0]) for row in rows if row[0] != "ok")

    @property
    def failed(self) -> bool:
        """Whether the database could not be used once, and so is not written to again."""
        return self._database.failure is not None

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def database_in(folder: Path) -> Path:
    """The file that the state in a folder is kept in, whether it is there or not."""
    return folder / NAME


def is_kept(folder: Path) -> bool:
    """Whether a folder has a state, or may have one: what cannot be looked into, State says."""
    try:
        return database_in(folder).exists()
    except OSError:
        return True


def state_folder(stated: Path | None) -> Path:
    """The folder that is stated, or the user's own for this program."""
    if stated:
        return stated
    import platformdirs

    return platformdirs.user_state_path("briefing")


def open_state(folder: Path, note: Callable[[str], None]) -> State | None:
    """The state in a folder; where there is none to be had, None and one note."""
    try:
        return State(folder)
    except StateError as error:
        note(str(error))
        return None
