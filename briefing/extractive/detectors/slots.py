"""Values that origins put into one frame of meaning, and which of them stand against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Generic, TypeVar

from briefing.extractive.detectors.alignment import Field, Line

_Value = TypeVar("_Value")
_CONTEXT = 2
_LONG = 16
"""Lines from which a document may tell of several such things, so that its only value proves less."""
_ROOT = 5
_LIKE = 0.35
_LIKE_LONG = 0.2
_ALONE = 0.1
_WIDE = 4


@dataclass(frozen=True, slots=True, eq=False)
class Slot(Generic[_Value]):
    """What a line puts into a frame ("injured": 14); `about` are the concepts that say of what."""

    line: Line
    frame: str
    value: _Value
    about: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Clash(Generic[_Value]):
    """Two slots that cannot both be right, each with all that agree with it, and how alike they are."""

    first: Slot[_Value]
    second: Slot[_Value]
    sides: tuple[tuple[Line, ...], tuple[Line, ...]]
    score: float


def clashes(
    field: Field,
    slots: Iterable[Slot[_Value]],
    exclude: Callable[[_Value, _Value], bool],
    agree: Callable[[_Value, _Value], bool],
    firm: frozenset[str] = frozenset(),
) -> Iterator[Clash[_Value]]:
    """The clearest clash of each frame, then others between lines not yet used.

    An origin that also has a value that goes with the other's is not set against it. In a `firm` frame
    a story has but one thing to tell, so that the only value of each origin is enough.
    """
    frames: dict[str, list[Slot[_Value]]] = defaultdict(list)
    for slot in slots:
        frames[slot.frame].append(slot)
    for told in frames.values():
        pairs = [
            (_score(field, told, a, b, agree, firm), -i, a, b)
            for i, (a, b) in enumerate(combinations(told, 2))
            if a.line.origin != b.line.origin and exclude(a.value, b.value)
        ]
        taken: set[Line] = set()
        for score, _, a, b in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
            if score <= 0:
                break
            if a.line in taken or b.line in taken:
                continue
            sides = tuple(_side(told, y, other, agree) for y, other in ((a, b), (b, a)))
            taken.update(line for side in sides for line in side)
            yield Clash(a, b, (sides[0], sides[1]), score)


def _side(
    told: list[Slot[_Value]],
    slot: Slot[_Value],
    other: Slot[_Value],
    agree: Callable[[_Value, _Value], bool],
) -> tuple[Line, ...]:
    """The slot's line, then those that go with it and not with the other."""
    same = (x.line for x in told if agree(x.value, slot.value) and not agree(x.value, other.value))
    return (slot.line, *same)


def _score(
    field: Field,
    told: list[Slot[_Value]],
    a: Slot[_Value],
    b: Slot[_Value],
    agree: Callable[[_Value, _Value], bool],
    firm: frozenset[str],
) -> float:
    """How surely both slots are of one thing; 0 where they need not be."""
    for x in told:
        for one, other in ((a, b), (b, a)):
            if x.line.origin == one.line.origin and agree(x.value, other.value):
                return 0.0
    like = field.shared(a.about, b.about)
    common = alike(a.about, b.about)
    if common >= 2 and like >= _LIKE:
        return 1 + like
    if not all(_lone(told, slot, agree) for slot in (a, b)):
        return 0.0
    if a.frame in firm:
        return like + _ALONE
    long = any(field.length(slot.line) >= _LONG for slot in (a, b))
    wide = alike(around(field, a), around(field, b))
    if long and (common < 2 or wide < 3 or like < _LIKE_LONG):
        return 0.0
    if wide < (2 if common else _WIDE):
        return 0.0
    return like + _ALONE


def alike(a: frozenset[str], b: frozenset[str]) -> int:
    """How many concepts two sets share; those with one root of five letters ("heath", "heathland") count."""
    rest = {word[:_ROOT] for word in a - b if len(word) >= _ROOT} & {
        word[:_ROOT] for word in b - a if len(word) >= _ROOT
    }
    return len(a & b) + len(rest)


def _lone(told: list[Slot[_Value]], slot: Slot[_Value], agree: Callable[[_Value, _Value], bool]) -> bool:
    """Whether its origin has no other value in this frame."""
    return all(x.line.origin != slot.line.origin or agree(x.value, slot.value) for x in told)


def around(field: Field, slot: Slot[_Value]) -> frozenset[str]:
    """What the slot is about, with the line before it: a report names its subject once."""
    return slot.about.union(*(line.stems for line in field.before(slot.line, _CONTEXT)))
