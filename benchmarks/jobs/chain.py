"""Sixty stories told by a model on loopback: the wall time over T*, the least that any order of calls takes.

T* = max(longest chain of dependent calls of one story, sum of all calls' times / calls at once).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from benchmarks.job import Data, Row, Run

UNIT = "stories"
STORIES = 60
_BESIDE = {"disagreements", "framing"}


def load(rows: Sequence[Row]) -> Data:
    """Two reports of each event, each sentence with the event's name, so that a call tells its story."""
    events: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "orig" and "event" in row:
            events[row["event"]].append(row)
    told = [both[:2] for both in events.values() if len(both) > 1][:STORIES]
    named = [
        {"text": row["text"].replace(". ", f" Event{number}x. "), "event": number}
        for number, both in enumerate(told)
        for row in both
    ]
    return Data(named, [row["text"] for row in named])


def amount(data: Data) -> float:
    """Stories."""
    return len(data.texts) / 2


def quality(data: Data, found: dict[str, float]) -> dict[str, float]:
    """Wall time over T*, calls a story, and the parts that T* is made of."""
    return found


def _at(width: int) -> Callable[[], Run]:
    """The stage of the program that calls the model, with so many calls at once."""

    def made() -> Run:
        return lambda data: _measured(data, width)

    return made


def _measured(data: Data, width: int) -> dict[str, float]:
    if len(data.texts) < 2:
        return {}
    command = [sys.executable, "-m", "benchmarks.loopback", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        port = int(_pipe(server.stdout).readline())
        seconds, fallbacks = _told(data, width, f"http://127.0.0.1:{port}/v1")
        _pipe(server.stdin).close()
        calls: list[tuple[str, str, float]] = json.loads(_pipe(server.stdout).read())
    chain = max(_chain(calls, story) for story in {story for story, _, _ in calls})
    work = sum(time for _, _, time in calls) / width
    told = {
        "over_T*": seconds / max(chain, work),
        "longest_chain_s": chain,
        "work_s": work,
        "wall_s": seconds,
    }
    return {**told, "calls_a_story": len(calls) / STORIES, "fallbacks": fallbacks}


def _pipe(stream: Any) -> Any:
    assert stream is not None  # noqa: S101 - asked for above
    return stream


def _chain(calls: Sequence[tuple[str, str, float]], story: str) -> float:
    """The times of one story's calls one after the other; of two asked at once, the longer one."""
    own = [(stage, time) for whose, stage, time in calls if whose == story]
    beside = [time for stage, time in own if stage in _BESIDE]
    return sum(time for stage, time in own if stage not in _BESIDE) + max(beside, default=0.0)


def _told(data: Data, width: int, url: str) -> tuple[float, int]:
    """Seconds from the first call to the last story, and stories that the embedded engine had to write."""
    from time import perf_counter

    from briefing.llm.stack import open_model
    from briefing.pipeline import Options, Seat, make
    from briefing.templates import Templates
    from briefing.types import Document, Source

    items = [
        Document(Source(f"S{n}", f"outlet {n}", language="en"), text) for n, text in enumerate(data.texts, 1)
    ]
    model, meter = open_model("copying", base_url=url, api_key="none")
    begun: list[float] = []
    seat = Seat(model, Templates(), meter.usage, "copying", "127.0.0.1", loopback=True)
    options = replace(Options(), stories=STORIES, words=STORIES * 120, concurrency=width)
    brief = make(
        items,
        options,
        as_of=datetime(2024, 1, 1, tzinfo=UTC),
        seat=seat,
        progress=lambda _: begun.append(perf_counter()),
    )
    return begun[-1] - begun[0], brief.engine.fallbacks


CONTENDERS: dict[str, Callable[[], Run]] = {"16 calls at once": _at(16), "64 calls at once": _at(64)}
