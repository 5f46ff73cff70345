"""The only place with threads: jobs run at once, results come back in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore, Lock
from typing import TypeVar

from briefing.types import Completion, Model, Request

T = TypeVar("T")
U = TypeVar("U")


class Gate:
    """A model that answers at most `width` requests at once, whoever asks, and the first one alone.

    So a wrong key is asked about once, and what a server can keep of the first prompt serves the others.
    """

    def __init__(self, model: Model, width: int) -> None:
        self._model = model
        self._free = BoundedSemaphore(width)
        self._first = Lock()
        self._opened = False

    def complete(self, request: Request) -> Completion:
        """The model's reply, once there is room."""
        with self._free:
            if not self._opened:
                with self._first:
                    if not self._opened:
                        try:
                            return self._model.complete(request)
                        finally:
                            self._opened = True
            return self._model.complete(request)


def gather(jobs: Sequence[Callable[[], T]], workers: int) -> list[T]:
    """The results of the jobs in their order, whichever ends first.

    The first error is raised once the jobs under way have ended: what is being paid for is not lost. An
    interrupt waits for nothing.
    """
    if workers <= 1 or len(jobs) <= 1:
        return [job() for job in jobs]
    pool = ThreadPoolExecutor(max_workers=min(workers, len(jobs)))
    try:
        return list(pool.map(lambda job: job(), jobs))
    except BaseException as error:
        pool.shutdown(wait=isinstance(error, Exception), cancel_futures=True)
        raise


def both(one: Callable[[], T], other: Callable[[], U], workers: int) -> tuple[T, U]:
    """The results of two jobs of different kinds, run at once."""
    first: list[T] = []
    second: list[U] = []
    gather([lambda: first.append(one()), lambda: second.append(other())], workers)
    return first[0], second[0]
