"""Briefs broken on purpose: each keeps the brief's shape, and loses one thing that a score must see."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from briefing.checking.facsimile import Item, items
from briefing.evaluation.account import Account
from briefing.types import quoted

_SEED = 7


def sentences(brief: Item) -> list[Item]:
    """The sentences of all stories, as the brief has them."""
    return [s for story in items(brief, "stories") for s in items(story, "sentences")]


def _recited(brief: Item, citations: Callable[[int, list[str]], list[str]]) -> Item:
    """Every sentence cites anew, as its number and its old citations say; disagreements stay as they are."""
    numbers = count()
    stories = [
        {
            **story,
            "sentences": [
                {**s, "citations": citations(next(numbers), list(s["citations"]))}
                for s in items(story, "sentences")
            ],
        }
        for story in items(brief, "stories")
    ]
    return {**brief, "stories": stories}


def shuffled(told: Account) -> Item:
    """Each sentence cites what another one cites."""
    given = [list(s["citations"]) for s in sentences(told.brief)]
    return _recited(told.brief, lambda n, _: given[(n + max(1, len(given) // 2)) % len(given)])


def all_on_all(told: Account) -> Item:
    """Each sentence cites everything."""
    every = list(dict.fromkeys(c for s in sentences(told.brief) for c in s["citations"]))
    return _recited(told.brief, lambda _n, _old: every)


def elsewhere(told: Account) -> Item:
    """Each citation moved to another sentence of its source, drawn at random."""
    chance = random.Random(_SEED)  # noqa: S311 - draws of a control, no secret
    moved = {name: _moved(told, c, chance) for name, c in told.brief["citations"].items()}
    return {**_recited(told.brief, lambda _n, old: old), "citations": moved}


def _moved(told: Account, citation: Mapping[str, Any], chance: random.Random) -> Mapping[str, Any]:
    source = str(citation["source"])
    others = [
        s for s in told.read(source) if s.span.start >= citation["end"] or s.span.end <= citation["start"]
    ]
    if not others:
        return citation
    new = chance.choice(others)
    return {"source": source, "start": new.span.start, "end": new.span.end, "quote": new.text}


def uncited(told: Account) -> Item:
    """No sentence cites anything."""
    return _recited(told.brief, lambda _n, _old: [])


def invented(told: Account) -> Item:
    """Each sentence cites one id more, which is not there."""
    return _recited(told.brief, lambda n, old: [*old, f"C{9000 + n}"])


def lead_three(told: Account) -> Item:
    """The brief that prints the first three sentences of each source."""
    prose = [[s for s in told.read(source) if not s.heading] for source in told.texts]
    leads = [sentence for source in prose for sentence in source[:3]]
    citations = {
        f"C{n}": {"source": s.span.source, "start": s.span.start, "end": s.span.end, "quote": s.text}
        for n, s in enumerate(leads, 1)
    }
    rows = [
        {"id": f"T1.{n}", "text": quoted(s.text), "citations": [f"C{n}"], "support": {"verdict": "quoted"}}
        for n, s in enumerate(leads, 1)
    ]
    story = {**told.stories[0], "sources": list(told.texts), "sentences": rows, "disagreements": []}
    return {**told.brief, "stories": [story], "citations": citations}
