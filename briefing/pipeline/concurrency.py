"""The only place where jobs run at once; their results come back in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


LOOKS_UP = 0.5
"""Seconds after which a waiting thread looks up, in case another one was handed an interrupt."""


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
