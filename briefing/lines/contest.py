"""Values that origins tell of one thing, and which of them stand against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import Generic, TypeVar

from briefing.lines.corpus import Corpus, Line
from briefing.lines.pairing import Pairing

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


@dataclass(frozen=True, slots=True, eq=False)
class Filler(Generic[_Value]):
    """What fills a frame ("weekday") in a line: the value, the words it hangs on, and those around it."""

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

    first: Filler[_Value]
    second: Filler[_Value]
    sides: tuple[tuple[Line, ...], tuple[Line, ...]]
    likeness: float
    weight: float


def contests(
    corpus: Corpus,
    told: Iterable[Filler[_Value]],
    exclude: Callable[[_Value, _Value], bool],
    least: float,
    once: Collection[str] = frozenset(),
    comparable: Callable[[Filler[_Value], Filler[_Value]], bool] = lambda _, __: True,
) -> Iterator[Contest[_Value]]:
    """The values of one thing that exclude each other, the most alike first, no line twice.

    The values hang on words of one meaning ("12 hurt", "15 injured"), and their clauses are alike by `least`
    or more. In the frames of `once`, which a story fills one time only, clauses need not be alike: there each
    value must be the only one of its origin, and the two `comparable`. An origin that has the other's value
    too contests nothing.
    """
    frames: dict[str, list[Filler[_Value]]] = defaultdict(list)
    for value in told:
        frames[value.frame].append(value)
    found: list[Contest[_Value]] = []
    for name, values in frames.items():
        frame = _Frame(_first(values), corpus.pairing, exclude, comparable, least, name in once)
        found.extend(pair.contest(corpus) for pair in frame.pairs() if pair.stands)
    taken: set[Line] = set()
    for contest in sorted(found, key=_order):
        if contest.first.line not in taken and contest.second.line not in taken:
            taken.update(line for side in contest.sides for line in side)
            yield contest


def _first(values: list[Filler[_Value]]) -> list[Filler[_Value]]:
    """The values, or where they are too many, those that stand first in their sources."""
    return values if len(values) <= _MOST else sorted(values, key=lambda x: x.line.place)[:_MOST]


def _order(contest: Contest[_Value]) -> tuple[float, list[str]]:
    """The most alike first; ties by the words, so that the order of the sources changes nothing."""
    return -contest.likeness, sorted(x.line.text for x in (contest.first, contest.second))


@dataclass(frozen=True, slots=True, eq=False)
class _Frame(Generic[_Value]):
    """The values of one frame, and what makes two of them contest; `once`: a story fills it once."""

    values: Sequence[Filler[_Value]]
    near: Pairing
    exclude: Callable[[_Value, _Value], bool]
    comparable: Callable[[Filler[_Value], Filler[_Value]], bool]
    least: float
    once: bool

    def pairs(self) -> Iterator[_Rivals[_Value]]:
        """Those that two origins tell and that exclude each other."""
        for a, b in combinations(self.values, 2):
            if a.line.origin != b.line.origin and self.exclude(a.value, b.value):
                yield _Rivals(a, b, self)


@dataclass(frozen=True, eq=False)
class _Rivals(Generic[_Value]):
    """Two values of one frame, told by two origins, that exclude each other."""

    first: Filler[_Value]
    second: Filler[_Value]
    frame: _Frame[_Value]

    @property
    def stands(self) -> bool:
        """Whether they are told of one thing, and no origin tells both."""
        return self._hangs_together() and (self._is_close() or self._is_only()) and not self._is_told_by_one()

    def contest(self, corpus: Corpus) -> Contest[_Value]:
        """The two with the lines of either side, and their weight in the story."""
        a, b = self.first, self.second
        weight = self._likeness + corpus.closeness(a.line) + corpus.closeness(b.line)
        return Contest(a, b, (self._side(a, b), self._side(b, a)), self._likeness, weight)

    @cached_property
    def _likeness(self) -> float:
        return self.frame.near.alike(self.first.about, self.second.about)

    def _hangs_together(self) -> bool:
        """Whether the words that they hang on name one thing."""
        a, b = self.first, self.second
        if not self.frame.once and a.anchor != b.anchor and len(a.about & b.about) < _COMMON - 1:
            return False  # cheap, and most pairs end here
        return self.frame.near.nearest(a.anchor, b.anchor) >= _ANCHORED

    def _is_close(self) -> bool:
        """Whether they are told of one thing by their clauses, by their lines, and by enough words."""
        a, b = self.first, self.second
        if len(a.anchor) > 1 and a.anchor == b.anchor and self._likeness >= _TWIN:
            return True
        enough = _COMMON - (self._likeness >= _MORE)
        if self._likeness < self.frame.least or len(a.about & b.about) < enough:
            return False
        return self._likeness >= _VERY or self.frame.near.alike(a.line.stems, b.line.stems) >= _WHOLE

    def _is_only(self) -> bool:
        """Whether a story tells such a thing once, and each of the two origins one value of it."""
        a, b = self.first, self.second
        return self.frame.once and self.frame.comparable(a, b) and self._is_lone(a) and self._is_lone(b)

    def _is_lone(self, one: Filler[_Value]) -> bool:
        """Whether its origin has no other value of the kind."""
        return not any(self.frame.exclude(x.value, one.value) and self._is_kin(x) for x in self._beside(one))

    def _is_told_by_one(self) -> bool:
        """Whether either origin has the other's value as well."""
        return any(
            not self.frame.exclude(x.value, other.value) and self._is_kin(x)
            for one, other in ((self.first, self.second), (self.second, self.first))
            for x in self._beside(one)
        )

    def _beside(self, one: Filler[_Value]) -> Iterator[Filler[_Value]]:
        """The values that its origin tells, itself among them."""
        return (x for x in self.frame.values if x.line.origin == one.line.origin)

    def _is_kin(self, told: Filler[_Value]) -> bool:
        """Whether a value of the frame hangs on such words as either of the two."""
        return self.frame.near.nearest(told.anchor, self._anchor) >= _ANCHORED

    @cached_property
    def _anchor(self) -> frozenset[str]:
        return self.first.anchor | self.second.anchor

    def _side(self, one: Filler[_Value], other: Filler[_Value]) -> tuple[Line, ...]:
        """The line of the value, then those that go with it and not with the other."""
        exclude = self.frame.exclude
        same = (
            x
            for x in self.frame.values
            if exclude(x.value, other.value) and not exclude(x.value, one.value) and self._is_kin(x)
        )
        return (one.line, *(x.line for x in same if self.frame.comparable(x, one)))
