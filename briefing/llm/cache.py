"""Replies that were paid for once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from briefing.errors import BriefingError
from briefing.llm.digest import asked, digest
from briefing.types import Completion, Model, Request


class Store(Protocol):
    """Where replies are kept, by key. Raises BriefingError where it cannot read or write."""

    def get(self, key: str) -> Completion | None:
        """The reply with this key, if there is one."""
        ...  # pragma: no cover - a protocol

    def put(self, key: str, completion: Completion) -> None:
        """Keeps a reply."""
        ...  # pragma: no cover - a protocol


class Cache:
    """Around retries, budget and meter: asks only what was never answered.

    The key is a digest of everything that changes a reply: `identity` (the model and where it is served),
    sampling parameters, messages and schema; an edited prompt is another key. Every whole reply is kept,
    one that fits no schema too: the re-ask that follows it is another request, so that an interrupted
    run repeats itself without a call. A store that fails costs no reply: it is noted once.
    """

    def __init__(
        self,
        model: Model,
        identity: str,
        store: Store,
        note: Callable[[str], None],
        hit: Callable[[], None],
    ) -> None:
        self._model = model
        self._identity = identity
        self._store = store
        self._note = note
        self._hit = hit
        self._noted = threading.Event()

    def complete(self, request: Request) -> Completion:
        """The kept reply, or the model's."""
        key = self.key(request)
        known = self._get(key)
        if known is not None:
            self._hit()
            return known
        completion = self._model.complete(request)
        self._put(key, completion)
        return completion

    def key(self, request: Request) -> str:
        """The request's key for this model."""
        sampling = {"max_tokens": request.max_tokens, "temperature": request.temperature}
        return digest({"model": self._identity, "sampling": sampling, **asked(request)})

    def _get(self, key: str) -> Completion | None:
        try:
            return self._store.get(key)
        except BriefingError as error:
            self._fails(error)
            return None

    def _put(self, key: str, completion: Completion) -> None:
        try:
            self._store.put(key, completion)
        except BriefingError as error:
            self._fails(error)

    def _fails(self, error: BriefingError) -> None:
        if not self._noted.is_set():
            self._noted.set()
            self._note(f"model replies are not cached: {error}")
