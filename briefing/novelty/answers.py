"""Answers to open questions: a disagreement goes on, or is settled, where today's sources speak to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.lines.corpus import Line
from briefing.novelty.questions import Key, Question
from briefing.novelty.relations import Relations
from briefing.novelty.shown import Shown
from briefing.types import ChangeKind

_AGREEING = 2
"""Origins of today that settle a question where all that speak to it say one thing. With 1 one is settled
that is open; 3 changes nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a story of today says to an open question: the sides that it takes, and all lines of it."""

    question: Question
    shown: Shown
    took: frozenset[int]
    lines: frozenset[Line]


def answered(
    compared: Relations,
    questions: Sequence[Question],
    speaking: Collection[Line],
    fresh: Collection[Line],
    since: datetime,
) -> tuple[Answer, ...]:
    """What today's lines say to each question that they speak to; any other stays open without a word.

    `speaking` are the lines that may answer, `fresh` those of them that are new; `since` is the day of the
    last brief. The first question that a line answers keeps it.
    """
    found: list[Answer] = []
    spoken: set[Line] = set()
    latest_first = sorted(speaking, key=compared.scene.at, reverse=True)
    for question in questions:
        told = compared.scene.told
        sides = [[line for line in told if told[line] in side] for side in question.sides]
        if not all(sides):
            continue
        said = _said(compared, sides, [line for line in latest_first if line not in spoken])
        if any(said):
            answer = _answer(compared, question, sides, said, fresh, since)
            found.append(answer)
            spoken |= answer.lines
    return tuple(found)


def _said(compared: Relations, sides: Sequence[Sequence[Line]], speaking: Sequence[Line]) -> list[list[Line]]:
    """For each side the lines of today that take it."""
    said: list[list[Line]] = [[] for _ in sides]
    for line in speaking:
        taken = _side(compared, line, sides)
        if taken is not None:
            said[taken].append(line)
    return said


def _answer(
    compared: Relations,
    question: Question,
    sides: Sequence[Sequence[Line]],
    said: Sequence[Sequence[Line]],
    fresh: Collection[Line],
    since: datetime,
) -> Answer:
    kind: ChangeKind = "settled" if _settles(compared, sides, said) else "continues"
    now = [lines for lines in said if lines]
    news = kind == "settled" or any(line in fresh for lines in now for line in lines)
    before = [side[0] for side in sides]
    shown = Shown.of(compared, kind, question.text, since, before, *now, news=news)
    took = frozenset(k for k, lines in enumerate(said) if lines)
    return Answer(question, shown, took, frozenset(line for lines in (*now, *sides) for line in lines))


def reconciled(answers: Sequence[Sequence[Answer]]) -> tuple[tuple[Shown, ...], ...]:
    """The answers to show in each story of a brief, though two stories may speak to one question.

    A question is settled only where all stories together take one side, and only one of them says so.
    """
    took: dict[frozenset[Key], set[int]] = defaultdict(set)
    settled: set[frozenset[Key]] = set()
    for answer in (answer for story in answers for answer in story):
        took[answer.question.evidence] |= answer.took
        if answer.shown.change.kind == "settled":
            settled.add(answer.question.evidence)
    found: list[tuple[Shown, ...]] = []
    said: set[frozenset[Key]] = set()
    for story in answers:
        kept: list[Shown] = []
        for answer in story:
            question, shown = answer.question.evidence, answer.shown
            agreed = question in settled and len(took[question]) == 1
            if not agreed:
                kept.append(replace(shown, change=replace(shown.change, kind="continues")))
            elif shown.change.kind == "settled" and question not in said:
                said.add(question)
                kept.append(shown)
        found.append(tuple(kept))
    return tuple(found)


def _side(compared: Relations, line: Line, sides: Sequence[Sequence[Line]]) -> int | None:
    """The side that a line takes: that which it agrees with, where it contradicts another; None for none."""
    against = [any(compared.relation(line, t) == "other" for t in side) for side in sides]
    with_it = [any(compared.relation(line, t) == "same" for t in side) for side in sides]
    takes = [k for k in range(len(sides)) if with_it[k] and not against[k]]
    if len(takes) == 1 and any(against[k] for k in range(len(sides)) if k not in takes):
        return takes[0]
    return None


def _settles(compared: Relations, sides: Sequence[Sequence[Line]], said: Sequence[Sequence[Line]]) -> bool:
    """Whether only one side is still held: by an outlet that held another side before, or by two origins."""
    spoken = [k for k, lines in enumerate(said) if lines]
    if len(spoken) != 1:
        return False
    won = spoken[0]
    theirs = {compared.scene.told[t].earlier.name for k, side in enumerate(sides) if k != won for t in side}
    gave_way = any(compared.outlets[line.source] in theirs for line in said[won])
    return gave_way or len({compared.origins[line.source] for line in said[won]}) >= _AGREEING
