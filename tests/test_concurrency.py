"""Jobs at once: order kept, the first error raised, nothing waited for once interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from signal import SIGINT, pthread_kill
from threading import Barrier, Event, enumerate, get_ident
from time import monotonic

import pytest

from briefing.pipeline.concurrency import gather, mapped


def test_results_come_in_the_order_of_the_jobs_though_all_run_at_once() -> None:
    barrier = Barrier(3, timeout=10)

    def job(n: int) -> int:
        barrier.wait()
        return n

    assert gather([partial(job, n) for n in range(3)], workers=3) == [0, 1, 2]


def test_one_worker_runs_one_job_after_the_other() -> None:
    running: list[int] = []
    assert gather([lambda: running.append(1) or len(running) for _ in range(3)], workers=1) == [1, 2, 3]


def test_an_error_in_a_job_is_raised() -> None:
    def fails() -> int:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        gather([lambda: 1, fails, lambda: 2], workers=2)


def test_jobs_under_way_end_before_an_error_is_raised() -> None:
    started, ended = Event(), Event()

    def slow() -> None:
        started.set()
        assert failed.wait(10)
        ended.set()

    failed = Event()

    def fails() -> None:
        assert started.wait(10)
        failed.set()
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        gather([fails, slow], workers=2)
    assert ended.is_set()


def test_an_interrupt_that_the_system_hands_to_a_worker_ends_the_waiting_all_the_same() -> None:
    over, began = Event(), monotonic()

    def interrupted() -> None:
        over.wait(0.2)  # until the caller waits
        pthread_kill(get_ident(), SIGINT)
        over.wait(30)

    try:
        with pytest.raises(KeyboardInterrupt):
            gather([interrupted, partial(over.wait, 30)], workers=2)
        assert monotonic() - began < 15
    finally:
        over.set()


def test_a_map_keeps_the_order_tells_each_item_in_turn_and_holds_few_results() -> None:
    asked: list[int] = []
    told: list[int] = []

    def items() -> Iterator[int]:
        for n in range(50):
            assert n - len(told) < 4, "as many as two workers may hold"
            asked.append(n)
            yield n

    assert list(mapped(lambda n: n * n, items(), 2, told.append)) == [n * n for n in range(50)]
    assert told == asked


def test_an_interrupt_waits_for_no_item_and_what_is_queued_is_not_begun() -> None:
    over, begun, before, start = Event(), list[int](), set(enumerate()), monotonic()

    def work(n: int) -> None:
        begun.append(n)
        over.wait(30)

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    try:
        with pytest.raises(KeyboardInterrupt):
            list(mapped(work, range(9), 2, interrupted))
        assert monotonic() - start < 15
    finally:
        over.set()
    for worker in set(enumerate()) - before:
        worker.join(10)
    assert len(begun) <= 2
