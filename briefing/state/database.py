"""The one SQLite database: opened, brought to the newest schema, and shared by threads and processes."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.state.schema import MIGRATIONS

NAME = "briefing.sqlite3"
FILES = frozenset({NAME, f"{NAME}-wal", f"{NAME}-shm", f"{NAME}-journal"})
LOCKS = "locks"
"""The folder of the locks, beside the database."""


class StateError(BriefingError):
    """The state cannot be opened, read or written."""


class Database:
    """One connection that threads share in turns; other processes are waited for, `busy_seconds` at most.

    A folder of our own is 0700, files are 0600. Every failure is a StateError; after the first one nothing
    is written: a run that waited for a lock at each of its replies would stand still.
    """

    def __init__(self, folder: Path, busy_seconds: float) -> None:
        self.path = folder / NAME
        self._lock = threading.Lock()
        self.failure: str | None = None
        with self._told():
            _prepare(folder, self.path)
            self._connection = sqlite3.connect(
                self.path, timeout=busy_seconds, isolation_level=None, check_same_thread=False
            )
        try:
            with self._told():
                self._configure()
                self._migrate()
        except StateError:
            self._connection.close()
            raise

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a query gives."""
        with self._lock, self._told():
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: committed whole, or not at all."""
        with self._lock, self._told():
            if self.failure:
                raise StateError(self.failure)
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk has rolled back already.
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def compact(self) -> None:
        """Gives back to the disk what deleted rows took; other processes are waited for."""
        with self._lock, self._told():
            self._connection.execute("VACUUM")

    def close(self) -> None:
        """Closes the connection; the database is of no use afterwards."""
        with self._lock:
            self._connection.close()

    def _configure(self) -> None:
        # A process that opens at the same moment makes the switch fail; either may make it, and it lasts.
        with suppress(sqlite3.OperationalError):
            self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA foreign_keys = ON")

    def _migrate(self) -> None:
        if self._version() == len(MIGRATIONS):
            return
        with self.writing() as connection:
            version = self._version()
            if version > len(MIGRATIONS):
                raise StateError(f"{self.path} was made by a newer version of briefing: use that one")
            for script in MIGRATIONS[version:]:
                # executescript would commit first, and so end the transaction.
                for statement in script.split(";"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            self.failure = (
                f"cannot use the state in {self.path}: {error}; move it away, or set BRIEFING_STATE "
                "to a folder that can be written"
            )
            raise StateError(self.failure) from error


def _prepare(folder: Path, path: Path) -> None:
    """Folder and file that only their owner reads; SQLite gives its other files the mode of this one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if set(os.listdir(folder)) <= FILES | {LOCKS}:  # a folder with other things in it is not ours to close
        folder.chmod(0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    path.chmod(0o600)
