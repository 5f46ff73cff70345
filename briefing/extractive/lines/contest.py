"""Values that origins tell of one thing, and which of them stand against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Generic, TypeVar

from briefing.extractive.lines.alignment import Field, Line
from briefing.extractive.lines.pairing import Pairing, pairing

_Value = TypeVar("_Value")
_ANCHORED = 0.5
"""Cosine from which the words next to two values name one thing: "hurt" and "injured" have .58, "killed"
and "injured" .12."""
_WHOLE, _TWIN = 0.15, 0.25
"""How alike lines are at least; and clauses, where the values hang on the same words."""
_COMMON, _MORE, _VERY = 3, 0.4, 0.6
"""Concepts that clauses share at least, one fewer from `_MORE` on; from `_VERY` on the lines may be unlike.
Read on 95 BASIL events, 39 SemEval pairs and 16 ECB+ events: with these 6 of 6 flags of number and
time are true; at a likeness of .3 for figures 3 of 6, with any words next to a time 4 of 9."""
_MOST = 60
"""Values of one frame that are compared, those that stand first in their sources: each pair is held against
all of them, and a pile of 25 reports full of figures took minutes without a limit, seconds with this one."""
_BREAK = re.compile(
    r"[;:.]\s|,\s+(?:but|and|while|which|who|although|after|before|when)\s|\s(?:but|although|while)\s|"
    r"\s[—–-]\s"
)
_ASIDE = re.compile(r"\s[—–-]\s[^—–]{3,90}\s[—–-]\s")


@dataclass(frozen=True, slots=True, eq=False)
class Told(Generic[_Value]):
    """A value that a line tells in a frame ("weekday"), the words that it hangs on, and those around it."""

    line: Line
    frame: str
    value: _Value
    anchor: frozenset[str] = field(repr=False)
    about: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Contest(Generic[_Value]):
    """Two values that cannot both be right, the lines of either, and how alike what they are told of is.

    `weight` is the likeness with how close the two lines are to the story's centre.
    """

    first: Told[_Value]
    second: Told[_Value]
    sides: tuple[tuple[Line, ...], tuple[Line, ...]]
    likeness: float
    weight: float


def contests(
    field: Field,
    told: Iterable[Told[_Value]],
    exclude: Callable[[_Value, _Value], bool],
    least: float,
    once: Collection[str] = frozenset(),
    comparable: Callable[[Told[_Value], Told[_Value]], bool] = lambda _, __: True,
) -> Iterator[Contest[_Value]]:
    """The values of one thing that exclude each other, the most alike first, no line twice.

    They hang on words of one meaning and stand in clauses that are `least` alike; not so in the frames that a
    story fills `once`, if each is the only such value of its origin and the two are `comparable`. An origin
    that has the other's value too contests nothing.
    """
    near = pairing(field)
    frames: dict[str, list[Told[_Value]]] = defaultdict(list)
    for value in told:
        frames[value.frame].append(value)
    found: list[Contest[_Value]] = []
    for frame, whole in frames.items():
        group = whole if len(whole) <= _MOST else sorted(whole, key=lambda v: v.line.place)[:_MOST]
        for a, b in combinations(group, 2):
            if a.line.origin == b.line.origin or not exclude(a.value, b.value):
                continue
            if frame not in once and a.anchor != b.anchor and len(a.about & b.about) < _COMMON - 1:
                continue  # cheap, and most pairs end here
            if near.nearest(a.anchor, b.anchor) < _ANCHORED:
                continue
            likeness = near.alike(a.about, b.about)
            close = _close(near, a, b, likeness, least)
            if not close and (frame not in once or not comparable(a, b)):
                continue
            kin = [x for x in group if near.nearest(x.anchor, a.anchor | b.anchor) >= _ANCHORED]
            if not _told_both(kin, a, b, exclude) and (close or all(_lone(kin, x, exclude) for x in (a, b))):
                one, other = ([x for x in kin if comparable(x, y)] for y in (a, b))
                sides = (_side(one, a, b, exclude), _side(other, b, a, exclude))
                weight = likeness + field.closeness(a.line) + field.closeness(b.line)
                found.append(Contest(a, b, sides, likeness, weight))
    taken: set[Line] = set()
    for contest in sorted(found, key=_order):
        if contest.first.line not in taken and contest.second.line not in taken:
            taken.update(line for side in contest.sides for line in side)
            yield contest


def _order(contest: Contest[_Value]) -> tuple[float, list[str]]:
    """The most alike first; ties by the words, so that the order of the sources changes nothing."""
    return -contest.likeness, sorted(x.line.text for x in (contest.first, contest.second))


def _close(near: Pairing, a: Told[_Value], b: Told[_Value], likeness: float, least: float) -> bool:
    """Whether two values are told of one thing: by their clauses, by their lines, and by enough words."""
    if len(a.anchor) > 1 and a.anchor == b.anchor and likeness >= _TWIN:
        return True
    common = len(a.about & b.about)
    if likeness < least or common < _COMMON - (likeness >= _MORE):
        return False
    return likeness >= _VERY or near.alike(a.line.stems, b.line.stems) >= _WHOLE


def clause(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind text[start:end] in its clause, asides between dashes left out."""
    before, after = _ASIDE.sub(" ", text[:start]), _ASIDE.sub(" ", text[end:])
    begin = max((m.end() for m in _BREAK.finditer(before)), default=0)
    stop = next((m.start() for m in _BREAK.finditer(after)), len(after))
    return before[begin:], after[:stop]


def _told_both(
    told: list[Told[_Value]], a: Told[_Value], b: Told[_Value], exclude: Callable[[_Value, _Value], bool]
) -> bool:
    """Whether either origin has the other's value as well."""
    return any(
        x.line.origin == one.line.origin and not exclude(x.value, other.value)
        for one, other in ((a, b), (b, a))
        for x in told
    )


def _lone(told: list[Told[_Value]], one: Told[_Value], exclude: Callable[[_Value, _Value], bool]) -> bool:
    """Whether its origin has no other value of the kind."""
    return not any(x.line.origin == one.line.origin and exclude(x.value, one.value) for x in told)


def _side(
    told: list[Told[_Value]],
    one: Told[_Value],
    other: Told[_Value],
    exclude: Callable[[_Value, _Value], bool],
) -> tuple[Line, ...]:
    """The line of the value, then those that go with it and not with the other."""
    same = (x.line for x in told if exclude(x.value, other.value) and not exclude(x.value, one.value))
    return (one.line, *same)
