"""A job that is done input by input in a process of its own, which is ended when one input takes too long."""

from __future__ import annotations

import os
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection

Job = Callable[[int], None]
"""What is done with one number; raises where something is wrong."""
_STARTING = 60.0
_MEMORY = 2 << 30
"""Bytes of address space for the process: an input that wants more is at fault."""
_DEPTH = 2_000  # as in the child that parses documents


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one number: `fault` is None, or what went wrong, at `place` (the innermost line)."""

    number: int
    seconds: float
    fault: str | None = None
    place: str = ""


def watched(job: Job, first: int, until: float, seconds: float) -> Iterator[Outcome]:
    """The outcomes of all numbers from `first` on until the monotonic clock says so; `seconds` for each."""
    number = first
    while time.monotonic() < until:
        for outcome in _lifetime(job, number, until, seconds):
            yield outcome
            number = outcome.number + 1


def tried(job: Job, number: int) -> Outcome:
    """The outcome of one number, in this process."""
    start = time.monotonic()
    try:
        job(number)
    except Exception as error:  # noqa: BLE001 - every exception is a finding
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.sep.join(frame.filename.split(os.sep)[-3:])}:{frame.lineno}"
        return Outcome(number, time.monotonic() - start, f"{type(error).__name__}: {str(error)[:200]}", place)
    return Outcome(number, time.monotonic() - start)


def _lifetime(job: Job, first: int, until: float, seconds: float) -> Iterator[Outcome]:
    """The outcomes up to the first number that the process does not survive, or to the end of the time."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(job, first, theirs), daemon=True)
    process.start()
    theirs.close()
    number, limit = first, _STARTING
    try:
        while time.monotonic() < until:
            if not ours.poll(limit):
                yield Outcome(number, limit, f"no end within {limit:g} s", "hang")
                return
            outcome = ours.recv()
            if outcome is not None:
                yield outcome
                number = outcome.number + 1
            limit = seconds
    except EOFError:
        process.join()
        yield Outcome(number, 0.0, f"the process died ({process.exitcode})", "death")
    finally:
        process.kill()
        process.join()
        ours.close()


def _work(job: Job, first: int, pipe: Connection) -> None:
    sys.setrecursionlimit(_DEPTH)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    pipe.send(None)
    number = first
    while True:
        pipe.send(tried(job, number))
        number += 1
