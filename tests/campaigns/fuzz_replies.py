"""Broken replies at every stage: nothing but a brief comes out, and all that is in it holds.

    python -m tests.campaigns.fuzz_replies --replies 10000
    python -m tests.campaigns.fuzz_replies --brief 4711     # one brief again, with its traceback

Each brief is made from its number alone: a pile of invented reports, and a model that answers by chance.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from random import Random

import stories
from runs import STORIES

from briefing import pipeline, render
from briefing.checking import check
from briefing.pipeline import Options, Seat
from briefing.templates import Templates
from briefing.types import Brief, Document, Source, Usage

from .carriers import FACTS, SECOND
from .judged import active
from .replies import ORDER, Fuzzed
from .watched import Outcome, tried

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f\x00\x1b]")
_TIMES = re.compile(r"\((\d+) times\)$")
_DROPPED = ("its claims do not carry it", "its evidence does not say it")
"""How a sentence that is dropped is listed."""


def _documents(*texts: str) -> tuple[Document, ...]:
    named = [Source(f"S{n}", f"outlet {n}", language="en") for n in range(1, len(texts) + 1)]
    return tuple(Document(source, text) for source, text in zip(named, texts, strict=True))


@cache
def piles() -> tuple[tuple[Document, ...], ...]:
    """Two accounts of one event; three events; one report alone; a copy; an order among the news."""
    report = "\n\n".join(FACTS)
    return (
        stories.documents(),
        _documents(*STORIES.values()),
        _documents(report),
        _documents(report, report, SECOND),
        _documents(f"{report}\n\n{ORDER}", SECOND),
    )


@dataclass(frozen=True)
class Made:
    """A brief, how many replies it took, and the texts it is made from."""

    brief: Brief
    replies: int
    documents: tuple[Document, ...]


def made(number: int) -> Made:
    """The brief of this number; nothing a model says may raise."""
    random = Random(number)  # noqa: S311 - no secret
    model, documents = Fuzzed(random), random.choice(piles())
    seat = Seat(model, Templates(), Usage, "any", "127.0.0.1")
    brief = pipeline.make(documents, Options(concurrency=1), as_of=NOON, seat=seat)
    return Made(brief, model.replies, documents)


def keep(one: Made) -> None:
    """What is promised of every brief; raises AssertionError."""
    told = json.loads(render.as_form(one.brief, "json"))
    texts = {s["sha256"]: d.text for s, d in zip(told["sources"], one.documents, strict=True)}
    report = check(told, texts)
    assert report.ok, f"check: {report.faults[0]}"
    counted, listed = told["checks"], 0
    for gap in told["not_covered"]:
        times = _TIMES.search(gap["detail"])
        if gap["detail"].startswith(_DROPPED):
            listed += int(times[1]) if times else 1
    assert counted["proposed"] == counted["statements"] + counted["dropped"], counted
    assert counted["dropped"] == listed, f"{counted['dropped']} dropped, {listed} listed"
    statements = [s for story in told["stories"] for s in story["sentences"]]
    statements += [p for s in told["stories"] for d in s["disagreements"] for p in d["positions"]]
    assert all(statement["citations"] for statement in statements), "uncited"
    assert statements, "an empty brief"
    for form in ("md", "html", "text"):
        page = render.as_form(one.brief, form)
        assert not (odd := _UNSEEN.search(page)), f"{form}: {odd!r}"
        assert form != "html" or not (found := active(page, scripts=True)), found


def campaign(replies: int, first: int = 1) -> Iterator[tuple[Outcome, Made | None]]:
    """Briefs from number `first` on, until so many replies were given; each with what it broke."""
    number = first
    while replies > 0:
        done: list[Made] = []

        def job(n: int, done: list[Made] = done) -> None:
            done.append(made(n))
            keep(done[0])

        outcome = tried(job, number)
        replies -= done[0].replies if done else 1
        yield outcome, done[0] if done else None
        number += 1


def main() -> int:
    """Exit code 5 where a promise is broken."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--replies", type=int, default=10_000)
    options.add_argument("--first", type=int, default=1, help="the number of the first brief")
    options.add_argument("--brief", type=int, help="make and try the brief of this number")
    given = options.parse_args()
    if given.brief is not None:
        one = made(given.brief)
        print(render.as_form(one.brief, "md"))  # noqa: T201
        keep(one)
        return 0
    start, count, faults = time.monotonic(), Counter[str](), dict[str, list[Outcome]]()
    for outcome, one in campaign(given.replies, given.first):
        count["briefs"] += 1
        if one:
            told = one.brief.checks
            count["replies"] += one.replies
            count["statements"] += told.statements
            count["dropped"] += told.dropped
            count["stories by the model"] += sum(s.engine == "model" for s in one.brief.stories)
            count["stories by the embedded engine"] += sum(s.engine != "model" for s in one.brief.stories)
        if outcome.fault:
            count["faults"] += 1
            faults.setdefault(f"{outcome.place} {outcome.fault[:60]}", []).append(outcome)
    print(", ".join(f"{number:,} {what}" for what, number in count.items()))  # noqa: T201
    print(f"{time.monotonic() - start:.0f} s")  # noqa: T201
    for found in faults.values():
        print(f"brief {found[0].number} ({len(found)} times): {found[0].place}: {found[0].fault}")  # noqa: T201
    return 5 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
