"""Threads: order kept, width kept, the first error raised."""

from __future__ import annotations

from functools import partial
from threading import Barrier, Lock

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
    """A model that knows how many requests it has at once; the gate must never let a third in."""

    def __init__(self) -> None:
        self.now = self.most = 0
        self.lock = Lock()
        self.pair = Barrier(2, timeout=10)

    def complete(self, request: Request) -> Completion:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        self.pair.wait()
        with self.lock:
            self.now -= 1
        return Completion("{}")


def test_the_gate_lets_in_as_many_as_it_is_wide() -> None:
    model = Counting()
    gate = Gate(model, 2)
    gather([partial(gate.complete, REQUEST) for _ in range(8)], workers=8)
    assert model.most == 2
