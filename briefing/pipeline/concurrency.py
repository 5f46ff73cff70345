"""The only place with threads: jobs run at once, results come back in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import TypeVar

from briefing.types import Completion, Model, Request

T = TypeVar("T")


class Gate:
    """A model that answers at most `width` requests at once, whoever asks."""

    def __init__(self, model: Model, width: int) -> None:
        self._model = model
        self._free = BoundedSemaphore(width)

    def complete(self, request: Request) -> Completion:
        """The model's reply, once there is room."""
        with self._free:
            return self._model.complete(request)


def gather(jobs: Sequence[Callable[[], T]], workers: int) -> list[T]:
    """The results of the jobs in their order, whichever ends first; the first error is raised."""
    if workers <= 1 or len(jobs) <= 1:
        return [job() for job in jobs]
    pool = ThreadPoolExecutor(max_workers=min(workers, len(jobs)))
    try:
        return list(pool.map(lambda job: job(), jobs))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
