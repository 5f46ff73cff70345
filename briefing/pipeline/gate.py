"""A model that answers so many requests at once, in the order of the longest paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from threading import Event, Lock
from time import monotonic

from briefing.types import Completion, Model, Request

HEAD_START = 0.25
"""Seconds for which the first request goes alone, at most: a wrong key is refused within them, and a server
has read the rules that all prompts begin with. To wait for its whole reply would cost each run one call."""


class Gate:
    """A model that answers at most `width` requests at once, those with the longest path before them first.

    Nobody waits while there is room, so that no stage of one story waits for a stage of another.
    """

    def __init__(self, model: Model, width: int, head_start: float = HEAD_START) -> None:
        self._model = model
        self._free = width
        self._waiting: list[tuple[float, int, Event]] = []
        self._lock = Lock()
        self._order = count()
        self._head_start = head_start
        self._first_at: float | None = None
        self._opened = Event()

    def lane(self, path: Callable[[str], float]) -> Lane:
        """The gate for one story; `path` gives, for a stage, the tokens to be written until its end."""
        return Lane(self, path)

    def complete(self, request: Request, path: float = 0.0) -> Completion:
        """The model's reply, once there is room."""
        wait = self._enter(path)
        try:
            if wait > 0:
                self._opened.wait(wait)
            return self._model.complete(request)
        finally:
            self._opened.set()
            self._leave()

    def _enter(self, path: float) -> float:
        """Waits for a place; returns the seconds that are left of the first request's head start."""
        turn = Event()
        with self._lock:
            if self._first_at is None:
                self._first_at = monotonic()
                self._free -= 1
                return 0.0
            if self._free:
                self._free -= 1
                turn.set()
            else:
                heappush(self._waiting, (-path, next(self._order), turn))
        turn.wait()
        return self._first_at + self._head_start - monotonic()

    def _leave(self) -> None:
        with self._lock:
            if self._waiting:
                heappop(self._waiting)[2].set()  # the place is passed on, never free in between
            else:
                self._free += 1


@dataclass(frozen=True, slots=True)
class Lane:
    """One story's way through the gate."""

    gate: Gate
    path: Callable[[str], float]

    def complete(self, request: Request) -> Completion:
        """The model's reply, in the story's turn."""
        return self.gate.complete(request, self.path(request.stage))
