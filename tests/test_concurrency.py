"""Threads: order kept, width kept, the first error raised."""

from __future__ import annotations

from functools import partial
from threading import Barrier, Event, Lock

import pytest

from briefing.pipeline.concurrency import Gate, gather
from briefing.types import Completion, Message, Request

REQUEST = Request("claims", (Message("user", "hello"),), {}, 10)


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


class Counting:
    """A model that knows how many requests it has at once; all but the first wait for a second one."""

    def __init__(self) -> None:
        self.now = self.most = 0
        self.lock = Lock()
        self.pair = Barrier(2, timeout=10)
        self.asked = 0

    def complete(self, request: Request) -> Completion:
        with self.lock:
            self.now += 1
            self.asked += 1
            alone = self.asked == 1
            self.most = max(self.most, self.now)
        if not alone:
            self.pair.wait()
        with self.lock:
            self.now -= 1
        return Completion("{}")


def test_the_gate_lets_in_as_many_as_it_is_wide() -> None:
    model = Counting()
    gate = Gate(model, 2)
    gather([partial(gate.complete, REQUEST) for _ in range(9)], workers=9)
    assert model.most == 2


def test_the_first_request_goes_alone() -> None:
    model = Counting()
    gather([partial(Gate(model, 4).complete, REQUEST)], workers=1)
    assert model.most == 1


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
