"""What is kept, and how it is found again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Self

from briefing.state.database import NAME, Database, StateError
from briefing.types import Completion, Page

BUSY_SECONDS = 5.0
"""How long another process that is writing is waited for; a write takes about a millisecond."""


_FILED = """
    SELECT id, as_of, title, json_array_length(brief, '$.stories'), (
        SELECT count(*) FROM json_each(brief, '$.sources')
        WHERE json_extract(value, '$.status') IN ('used', 'copy')
    )
    FROM briefs ORDER BY id DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Filed:
    """A brief in the archive under the number of its run; `sources` are those that were read."""

    run: int
    as_of: datetime
    title: str
    stories: int
    sources: int


class State:
    """The database in a folder: the cache of model replies, and the archive of briefs with their texts.

    Texts are kept once, by the SHA-256 of their UTF-8. Every method raises StateError where the database
    cannot be read or written. May be used from many threads and many processes.
    """

    def __init__(self, folder: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        self._database = Database(folder, busy_seconds)

    def get(self, key: str) -> Completion | None:
        """The reply kept under this key, if there is one."""
        found = self._database.rows("SELECT completion FROM replies WHERE key = ?", (key,))
        if not found:
            return None
        try:
            kept = json.loads(str(found[0][0]))
            return Completion(str(kept["text"]), int(kept["prompt_tokens"]), int(kept["completion_tokens"]))
        except (ValueError, LookupError, TypeError) as error:
            raise StateError(f"a reply in {self._database.path} is damaged; move the file away") from error

    def put(self, key: str, completion: Completion) -> None:
        """Keeps a reply, in place of an earlier one."""
        kept = {
            "text": completion.text,
            "prompt_tokens": completion.prompt_tokens,
            "completion_tokens": completion.completion_tokens,
        }
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO replies VALUES (?, ?)", (key, json.dumps(kept)))

    def file(self, brief_json: str, texts: Mapping[str, str]) -> int:
        """Files a brief with the texts that it cites, by their SHA-256; the number of the run."""
        brief = json.loads(brief_json)
        with self._database.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO briefs (as_of, title, brief) VALUES (?, ?, ?)",
                (brief["as_of"], brief["title"], brief_json),
            )
            run = cursor.lastrowid
            connection.executemany(
                "INSERT OR IGNORE INTO texts VALUES (?, ?)", ((k, t.encode()) for k, t in texts.items())
            )
            connection.executemany("INSERT INTO brief_texts VALUES (?, ?)", ((run, k) for k in texts))
        return int(run or 0)

    def filed(self, most: int | None = None) -> tuple[Filed, ...]:
        """The briefs in the archive, the newest first, at most so many."""
        rows = self._database.rows(_FILED, (-1 if most is None else most,))
        return tuple(Filed(run, datetime.fromisoformat(as_of), *rest) for run, as_of, *rest in rows)

    def brief(self, run: int) -> str | None:
        """The brief of this run as it was filed, in JSON, if there is one."""
        found = self._database.rows("SELECT brief FROM briefs WHERE id = ?", (run,))
        return str(found[0][0]) if found else None

    def kept(self, url: str) -> Page | None:
        """The document that was fetched from this address last, if one was kept."""
        found = self._database.rows("SELECT body, etag, modified FROM pages WHERE url = ?", (url,))
        return Page(bytes(found[0][0]), found[0][1], found[0][2]) if found else None

    def keep(self, url: str, page: Page) -> None:
        """Keeps a fetched document, in place of an earlier one."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", (url, page.etag, page.modified, page.body)
            )

    def texts(self, sha256s: Iterable[str]) -> Mapping[str, str]:
        """Those of the texts that are in the archive, by their SHA-256."""
        found: dict[str, str] = {}
        for key in dict.fromkeys(sha256s):
            for (utf8,) in self._database.rows("SELECT utf8 FROM texts WHERE sha256 = ?", (key,)):
                if sha256(utf8).hexdigest() != key:
                    raise StateError(f"a text in {self._database.path} is damaged; move the file away")
                found[key] = bytes(utf8).decode()
        return found

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


def default_folder() -> Path:
    """The user's state folder for this program."""
    import platformdirs

    return platformdirs.user_state_path("briefing")


def open_state(folder: Path, note: Callable[[str], None]) -> State | None:
    """The state in a folder; where there is none to be had, None and one note."""
    try:
        return State(folder)
    except StateError as error:
        note(str(error))
        return None
