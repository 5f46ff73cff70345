"""Whole runs that are interrupted or repeated: nothing is paid twice."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from chaos import Chaos, Exchange
from honest import honest
from runs import STORIES, Program, assert_sound

from briefing.state import State, store
from briefing.state.database import NAME

pytestmark = pytest.mark.usefixtures("three_stories")


def test_a_second_run_asks_nobody_and_says_the_same(program: Program) -> None:
    with Chaos(honest) as server:
        first = program.asking(server)
        paid = len(server.requests)
        second = program.asking(server, ".", "--concurrency", "1")
    assert len(server.requests) == paid
    assert second.lasting == first.lasting
    assert second.brief["usage"]["cached_calls"] == paid
    assert second.brief["usage"]["calls"] == 0


def test_one_more_document_costs_calls_for_its_own_story_only(program: Program) -> None:
    with Chaos(honest) as server:
        program.asking(server)
        paid = len(server.requests)
        program.write({"zebra.txt": STORIES["vote.txt"].replace("Wednesday", "Thursday").replace("90", "80")})
        assert_sound(program, program.asking(server))
    new = [request["messages"][1]["content"] for request in server.requests[paid:]]
    assert 0 < len(new) <= 5
    assert not any("Skerry" in text or "Orrin" in text for text in new)


def test_a_run_that_the_budget_stopped_goes_on_where_it_stood(program: Program) -> None:
    with Chaos(honest) as server:
        for _ in range(4):
            last = program.asking(server, ".", "--max-calls", "4")
        stopped = len(server.requests)
        whole = program.asking(server, ".", "--no-cache")
    assert last.code == 0
    assert stopped == len(server.requests) - stopped
    assert last.lasting == whole.lasting


@pytest.mark.parametrize(("number", "workers"), [(signal.SIGINT, 1), (signal.SIGINT, 2), (signal.SIGKILL, 2)])
def test_a_run_that_is_killed_pays_for_no_reply_twice(
    program: Program, number: signal.Signals, workers: int
) -> None:
    """Four requests are answered; the run dies while all its workers wait for the next ones."""
    waiting = threading.Semaphore(0)
    dead = threading.Event()

    def stuck(exchange: Exchange) -> None:
        if not dead.is_set():
            waiting.release()
            dead.wait()
        honest(exchange)

    with Chaos(*[honest] * 4, stuck) as server:
        run = start(server, "--concurrency", str(workers))
        assert all(waiting.acquire(timeout=120) for _ in range(workers))
        run.send_signal(number)
        out, err = run.communicate(timeout=120)
        dead.set()
        seen = [json.dumps(request, sort_keys=True) for request in server.requests]
        brief = assert_sound(program, program.asking(server))
    again = [json.dumps(request, sort_keys=True) for request in server.requests[len(seen) :]]
    assert out == b""
    assert b"Traceback" not in err
    assert (b"run it again" in err, run.returncode) == (
        (True, 130) if number == signal.SIGINT else (False, -number)
    )
    assert brief["usage"]["cached_calls"] == 4
    assert not set(seen[:4]) & set(again)
    assert set(seen[4:]) <= set(again)


def start(server: Chaos, *arguments: str, file_size: int | None = None) -> subprocess.Popen[bytes]:
    """The program in a process of its own, which may write no file beyond `file_size` bytes."""
    environment = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "secret-key"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])

    def limit() -> None:
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    return subprocess.Popen(
        [sys.executable, "-m", "briefing", "make", ".", "-f", "json", "-m", "any", *arguments],
        env=dict(os.environ) | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=limit,
    )


def test_a_disk_that_is_full_costs_one_line(program: Program) -> None:
    with Chaos(honest) as server:
        run = start(server, file_size=40_000)
        out, err = run.communicate(timeout=60)
    assert json.loads(out)["engine"]["fallbacks"] == 0
    assert run.returncode == 0
    assert len(err.splitlines()) == 1


def a_file(state: Path) -> None:
    state.write_text("in the way")


def no_database(state: Path) -> None:
    state.mkdir()
    (state / NAME).write_bytes(b"This is no database. " * 1000)


def a_newer_one(state: Path) -> None:
    State(state).close()
    with sqlite3.connect(state / NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize("spoil", [a_file, no_database, a_newer_one])
def test_a_state_that_cannot_be_used_is_one_line_and_no_other_code(
    program: Program, spoil: Callable[[Path], None]
) -> None:
    spoil(program.state)
    with Chaos(honest) as server:
        made = program.asking(server)
    assert_sound(program, made)
    assert made.code == 0
    assert len(made.err.splitlines()) == 1


def test_a_database_that_stays_locked_is_one_line_and_no_other_code(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "State", partial(State, busy_seconds=0.01))
    State(program.state).close()
    other = sqlite3.connect(program.state / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Chaos(honest) as server:
        made = program.asking(server)
    other.close()
    assert_sound(program, made)
    assert made.code == 0
    assert len(made.err.splitlines()) == 1
