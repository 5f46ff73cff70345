"""Sixty stories told by a model on loopback: the wall time over T*, the least that any order of calls takes.

T* = max(longest chain of dependent calls of one story, sum of all calls' times / calls at once).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from benchmarks.job import Data, Row, Run
from benchmarks.loopback import Call, serving
from briefing.llm.cache import Store
from briefing.llm.stack import open_model
from briefing.pipeline import Options, Seat, make
from briefing.templates import Templates
from briefing.types import STORY_WORDS, Brief, Document, Source, Usage

UNIT = "stories"
STORIES = 60
DRAWS = (1, 2, 3)
AS_OF = datetime(2024, 1, 1, tzinfo=UTC)
"""Seeds of the times: how well an order does depends on what is drawn."""
_BESIDE = {"disagreements", "framing"}


def load(rows: Sequence[Row]) -> Data:
    """Two reports of each event, each sentence with the event's name, so that a call tells its story."""
    told = [both[:2] for both in reports(rows) if len(both) > 1][:STORIES]
    named = [marked(row, number) for number, both in enumerate(told) for row in both]
    return Data(named, [row["text"] for row in named])


def reports(rows: Sequence[Row]) -> list[list[Row]]:
    """The original reports of each event."""
    events: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "orig" and "event" in row:
            events[row["event"]].append(row)
    return list(events.values())


def marked(row: Row, event: int) -> Row:
    """The row with its event's name in each sentence."""
    return {"text": re.sub(r"\.(?=\s|$)", f" Event{event}x.", row["text"]), "event": event}


def amount(data: Data) -> float:
    """Stories."""
    return len(data.texts) / 2 * len(DRAWS)


def quality(data: Data, found: dict[str, float]) -> dict[str, float]:
    """Wall time over T*, and the parts that T* is made of."""
    return found


def _at(width: int) -> Callable[[], Run]:
    """The stage of the program that calls the model, with so many calls at once."""

    def made() -> Run:
        return lambda data: _measured(data, width)

    return made


def _measured(data: Data, width: int) -> dict[str, float]:
    """The middle one of the draws, by wall time over T*, and how far the others are."""
    if len(data.texts) < 2:
        return {}
    drawn = sorted((_drawn(data, width, seed) for seed in DRAWS), key=lambda told: told["over_T*"])
    ratios = {"best": drawn[0]["over_T*"], "worst": drawn[-1]["over_T*"]}
    return {**drawn[len(drawn) // 2], **ratios}


def _drawn(data: Data, width: int, seed: int) -> dict[str, float]:
    with serving(seed) as server:
        made = told(data.texts, STORIES, width, server.url)
    if made.brief.engine.fallbacks:
        raise RuntimeError("the server on loopback answers what the program no longer reads")
    calls = server.calls
    chain = max(_chain(calls, story) for story in {call.story for call in calls})
    work = sum(call.seconds for call in calls) / width
    return {
        "over_T*": made.seconds / max(chain, work),
        "longest_chain_s": chain,
        "work_s": work,
        "wall_s": made.seconds,
        "calls_a_story": len(calls) / STORIES,
        "sent": sum(call.sent for call in calls) / sum(len(text) for text in data.texts),
    }


def _chain(calls: Sequence[Call], story: str) -> float:
    """The times of one story's calls one after the other; of two stages asked at once, the longer one."""
    stages: dict[str, float] = defaultdict(float)
    for call in calls:
        if call.story == story:
            stages[call.stage] += call.seconds
    beside = max(stages.pop(stage, 0.0) for stage in _BESIDE)
    return sum(stages.values()) + beside


@dataclass(frozen=True, slots=True)
class Made:
    """A brief, the seconds from what was read to its last story, and what was asked for it."""

    brief: Brief
    seconds: float
    usage: Usage


def told(texts: Sequence[str], stories: int, width: int, url: str, store: Store | None = None) -> Made:
    """The brief of these texts by the model at this address."""
    model, meter = open_model("copying", base_url=url, api_key="none", store=store)
    items = [Document(Source(f"S{n}", f"outlet {n}", language="en"), text) for n, text in enumerate(texts, 1)]
    seat = Seat(model, Templates(), meter.usage, "copying", "127.0.0.1")
    options = replace(Options(), stories=stories, words=stories * STORY_WORDS, concurrency=width)
    done: list[float] = []
    brief = make(
        items,
        options,
        as_of=AS_OF,
        seat=seat,
        progress=lambda _: done.append(perf_counter()),
    )
    return Made(brief, done[-1] - done[0], meter.usage())


CONTENDERS: dict[str, Callable[[], Run]] = {"16 calls at once": _at(16), "64 calls at once": _at(64)}
