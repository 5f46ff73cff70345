"""Twins briefed beside their originals: whether the findings hold where they must, and go where they must."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from briefing import render
from briefing.errors import BriefingError
from briefing.evaluation.account import Account
from briefing.evaluation.assertion import Assertion, Flag
from briefing.evaluation.case import Case
from briefing.evaluation.results import CaseResult, Twin
from briefing.evaluation.running import Maker, account
from briefing.evaluation.scores.dissent import matches
from briefing.evaluation.twins import SAME_FINDINGS, without
from briefing.types import Span, same_sides

CASES = 12
"""Cases at most: those with findings first, for a twin of silence proves little."""
DELETED = "a side deleted"
EQUAL = "sides made equal"

Place = tuple[str, int]
"""A sentence by its document's own name and its number there: what every twin keeps."""
Finding = tuple[frozenset[Place], ...]
"""The sentences that each position of a flag cites."""


def twinned(told: Sequence[tuple[Case, CaseResult]], make: Maker) -> Iterator[Twin]:
    """Every twin of a sample of the cases, by an engine that can be asked again."""
    good = sorted((t for t in told if not t[1].error), key=lambda t: -len(account(t[0], t[1].brief).flags))
    for case, result in good[:CASES]:
        known = account(case, result.brief)
        for name, twin in SAME_FINDINGS.items():
            yield _tried(name, case, partial(_same, name, case, known, twin(case), make))
        for flag in known.flags:
            yield _tried(DELETED, case, partial(_gone, DELETED, case, known, flag, "", make))
            if _has_sides(case, flag):
                said = " ".join(flag.positions[0].evidence)
                yield _tried(EQUAL, case, partial(_gone, EQUAL, case, known, flag, said, make))


def _tried(name: str, case: Case, trial: Callable[[], Twin]) -> Twin:
    """The twin; one that gives no brief does not hold, and the next is tried."""
    try:
        return trial()
    except BriefingError as error:
        return Twin(name, case.name, False, "no brief", str(error))


def _same(name: str, case: Case, known: Account, other: Case, make: Maker) -> Twin:
    if other.documents == case.documents:
        return Twin(name, case.name, None, "nothing in it changes: no trial")
    before = [_finding(case, known, flag) for flag in known.flags]
    briefed = _briefed(other, make)
    after = [_finding(other, briefed, flag) for flag in briefed.flags]
    staying = sum(any(_alike(f, g) for g in after) for f in before)
    new = sum(not any(_alike(f, g) for g in before) for f in after)
    voices = (_voices(known), _voices(briefed))
    holds = staying == len(before) and not new and voices[0] == voices[1]
    detail = f"{staying} of {len(before)} findings stay, {new} are new"
    return Twin(
        name,
        case.name,
        holds,
        detail + (f"; {voices[0]} voices are {voices[1]}" if voices[0] != voices[1] else ""),
    )


def _gone(name: str, case: Case, known: Account, flag: Flag, instead: str, make: Maker) -> Twin:
    """The twin with `instead` of every sentence that speaks for another side than the first.

    The flag must vanish: no flag of its kind may cite what the first side cites, where it stood before.
    """
    first = {(c.span.source, c.text) for c in flag.positions[0].citations}
    ranges: dict[str, list[tuple[int, int]]] = {}
    for span in _other_sides(case, flag):
        if span.source not in _documents(flag.positions[0]):
            for sentence in known.read(span.source):
                if sentence.span.start < span.end and span.start < sentence.span.end:
                    ranges.setdefault(span.source, []).append((sentence.span.start, sentence.span.end))
    other = without(case, {source: sorted(set(found)) for source, found in ranges.items()}, instead)
    briefed = _briefed(other, make)
    again = [f for f in briefed.flags if f.kind == flag.kind and any(_cites(p, first) for p in f.positions)]
    return Twin(name, case.name, not again, f"{flag.where}: {flag.question}")


def _has_sides(case: Case, flag: Flag) -> bool:
    """Whether the gold knows all that speaks for the other sides, and none of it beside the first.

    Else a sentence nobody replaced may still say otherwise, and the flag may rightly stay.
    """
    known = any(matches(flag, difference) for difference in case.gold.differences)
    first = _documents(flag.positions[0])
    return known and not any(span.source in first for span in _other_sides(case, flag))


def _documents(position: Assertion) -> set[str]:
    return {c.span.source for c in position.citations}


def _other_sides(case: Case, flag: Flag) -> list[Span]:
    """What the flag's later positions cite, and what the gold counts to the same sides."""
    cited = [c.span for p in flag.positions[1:] for c in p.citations]
    gold = [
        span
        for difference in case.gold.differences
        for side in difference.sides
        if any(span.hits(c) for span in side.spans for c in cited)
        for span in side.spans
    ]
    return [*cited, *gold]


def _cites(position: Assertion, texts: set[tuple[str, str]]) -> bool:
    """Whether it cites one of these texts in the source beside it."""
    return any((c.span.source, c.text) in texts for c in position.citations)


def _briefed(case: Case, make: Maker) -> Account:
    return account(case, json.loads(render.json(make(case).brief)))


def _voices(known: Account) -> int:
    return max((int(story.get("origins", 0)) for story in known.stories), default=0)


def _finding(case: Case, known: Account, flag: Flag) -> Finding:
    keys = {d.source.id: d.source.key or d.source.id for d in case.documents}
    return tuple(
        frozenset((keys[c.span.source], _number(known, c.span)) for c in p.citations) for p in flag.positions
    )


def _alike(a: Finding, b: Finding) -> bool:
    """Whether two positions of one share a sentence each with two of the other, as flags match gold."""
    return same_sides(a, b, lambda position, other: not position.isdisjoint(other))


def _number(known: Account, span: Span) -> int:
    return sum(s.span.end <= span.start for s in known.read(span.source))
