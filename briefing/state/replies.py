"""The cache of model replies."""

from __future__ import annotations

import json
from datetime import datetime

from briefing.state.database import Database, StateError
from briefing.types import Completion


class Replies:
    """Replies that were paid for, by the key of what was asked; what is kept now is of the day of `as_of`."""

    def __init__(self, database: Database, as_of: datetime) -> None:
        self._database = database
        self._as_of = as_of.isoformat()

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
            connection.execute(
                "INSERT OR REPLACE INTO replies VALUES (?, ?, date(?))", (key, json.dumps(kept), self._as_of)
            )
