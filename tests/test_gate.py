"""The gate: as many requests as it is wide, the first alone, then the longest paths first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from threading import Barrier, Event, Lock, Semaphore

import pytest

from briefing.pipeline.concurrency import gather
from briefing.pipeline.gate import Gate
from briefing.types import Completion, Message, Request

REQUEST = Request("claims", (Message("user", "hello"),), {}, 10)


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


class Held:
    """A model that holds each request until it is let go, and knows the order in which they came."""

    def __init__(self) -> None:
        self.came: list[str] = []
        self.go = Event()
        self.seen = Semaphore(0)

    def complete(self, request: Request) -> Completion:
        self.came.append(request.stage)
        self.seen.release()
        assert self.go.wait(10)
        return Completion("{}")


def asked(stage: str) -> Request:
    return replace(REQUEST, stage=stage)


def test_the_others_wait_for_the_first_one_only_so_long() -> None:
    """Its reply may take minutes: a refusal comes at once."""
    model = Held()
    gate = Gate(model, 2, head_start=0.01)
    with ThreadPoolExecutor(2) as pool:
        replies = [pool.submit(gate.complete, REQUEST) for _ in range(2)]
        assert model.seen.acquire(timeout=10)
        assert model.seen.acquire(timeout=10), "while the first is not answered"
        model.go.set()
    assert all(reply.result().text == "{}" for reply in replies)


def test_who_comes_after_the_head_start_waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is counted from the first call on, not from each one's own."""
    hours = iter((0.0, 7200.0))
    monkeypatch.setattr("briefing.pipeline.gate.monotonic", lambda: next(hours))
    model = Held()
    gate = Gate(model, 2, head_start=3600.0)
    with ThreadPoolExecutor(2) as pool:
        pool.submit(gate.complete, REQUEST)
        assert model.seen.acquire(timeout=10)
        pool.submit(gate.complete, REQUEST)
        late = model.seen.acquire(timeout=10)
        model.go.set()
    assert late


def test_of_those_that_wait_the_one_with_the_longest_path_goes_first() -> None:
    model = Held()
    gate = Gate(model, 1)
    with ThreadPoolExecutor(4) as pool:
        pool.submit(gate.complete, asked("first"), 0.0)
        assert model.seen.acquire(timeout=10)
        for stage, left in (("short", 1.0), ("long", 9.0), ("middle", 5.0)):
            pool.submit(gate.lane(lambda _, left=left: left).complete, asked(stage))
        while len(gate._waiting) < 3:
            Event().wait(0.001)
        model.go.set()
    assert model.came == ["first", "long", "middle", "short"]


def test_a_place_is_given_back_after_an_error() -> None:
    class Broken:
        def complete(self, request: Request) -> Completion:
            raise ValueError(request.stage)

    gate = Gate(Broken(), 1)
    for _ in range(2):
        with pytest.raises(ValueError, match="claims"):
            gate.complete(REQUEST)
