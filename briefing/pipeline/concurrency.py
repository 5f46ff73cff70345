"""The only place where jobs run at once; their results come back in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from threading import Event, Lock
from time import monotonic
from typing import TypeVar

from briefing.types import Completion, Model, Request

T = TypeVar("T")
U = TypeVar("U")


HEAD_START = 0.25
"""Seconds for which the first request goes alone, at most: a wrong key is refused within them, and a server
has read the rules that all prompts begin with. To wait for its whole reply would cost each run one call."""


LOOKS_UP = 0.5
"""Seconds after which a waiting thread looks up, in case another one was handed an interrupt."""


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


def gather(jobs: Sequence[Callable[[], T]], workers: int) -> list[T]:
    """The results of the jobs in their order, whichever ends first.

    The first error is raised once the jobs under way have ended: what is being paid for is not lost. An
    interrupt waits for nothing.
    """
    if workers <= 1 or len(jobs) <= 1:
        return [job() for job in jobs]
    pool = ThreadPoolExecutor(max_workers=min(workers, len(jobs)))
    try:
        return [_result(future) for future in [pool.submit(job) for job in jobs]]
    except BaseException as error:
        pool.shutdown(wait=isinstance(error, Exception), cancel_futures=True)
        raise


def _result(future: Future[T]) -> T:
    """What the job returns or raises. An interrupt may be handed to a worker, and then wakes nobody."""
    while not wait((future,), LOOKS_UP).done:
        pass
    return future.result()


def both(one: Callable[[], T], other: Callable[[], U], workers: int) -> tuple[T, U]:
    """The results of two jobs of different kinds, run at once."""
    first: list[T] = []
    second: list[U] = []
    gather([lambda: first.append(one()), lambda: second.append(other())], workers)
    return first[0], second[0]


def mapped(
    work: Callable[[T], U], items: Iterable[T], workers: int, told: Callable[[T], None] = lambda _: None
) -> Iterator[U]:
    """`map`, several at once; each item is told when its turn has come.

    Twice as many results as workers are held at most. Who stops early, by an interrupt, an error or of his
    own will, waits for nothing, and what is queued is not begun.
    """

    def taken() -> U:
        item, future = pending.popleft()
        told(item)
        return _result(future)

    pending: deque[tuple[T, Future[U]]] = deque()
    pool = ThreadPoolExecutor(workers)
    try:
        for item in items:
            pending.append((item, pool.submit(work, item)))
            if len(pending) == 2 * workers:
                yield taken()
        while pending:
            yield taken()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
