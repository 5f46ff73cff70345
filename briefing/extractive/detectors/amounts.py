"""The amounts that a line tells, each with what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefing.extractive.detectors.amount import ANYONE, ORDINARY, Amount, possible
from briefing.extractive.detectors.counting import counting
from briefing.extractive.detectors.shares import share
from briefing.extractive.detectors.whole import is_change, is_whole, may_be_all
from briefing.grounding import Quantity, quantities
from briefing.lines.clause import clause
from briefing.lines.contest import Filler
from briefing.lines.corpus import Line
from briefing.lines.measures import (
    CROWD,
    GROWING,
    MONEY,
    TEMPERATURE,
    TOLLS,
    VARYING,
    dimension,
    in_base,
)
from briefing.lines.thesaurus import concepts, sequence
from briefing.words import MONTHS, WEEKDAYS, stem

_WHEN = re.compile(
    r"\b(?:(?:1[6-9]|20)\d\d|(?:last|this|next|previous) (?:year|season|month|week|quarter|night)|overnight|"
    rf"the night|{'|'.join(MONTHS)}|{'|'.join(WEEKDAYS)})\b",
    re.IGNORECASE,
)
_DAYS = frozenset([*WEEKDAYS, "overnight", "last night", "the night"])
_MINUS = re.compile(r"(?:\bminus\s|(?:^|\s)[-−–])$", re.IGNORECASE)
_AND = re.compile(r",\s|\s(?:and|or)\s")
_MANY = 12
"""A line with more figures is a table; 9 and 99 change nothing."""
_WORD = re.compile(r"[^\W\d_]+")
ALL, SHARE, CROWDED = "all ", "all share", "crowd"
"""Frames: all of a noun that an origin counts once ("all passenger"), a share of one, and how many came."""
_FEW = 8
"""A count from which it may be all of its noun; at 5 two flags more on 126 plain events, neither true."""
_NEXT = 3
"""Words on either side of a figure on which it hangs: 2 and 4 change nothing."""


def amounts(line: Line) -> Iterator[Filler[Amount]]:
    """The amounts of a line, each with the words it hangs on.

    A count of a single noun may come twice: as it is, and as the count of all of that noun.
    """
    found = quantities(line.plain)
    if len(found) > _MANY:
        return
    times = frozenset(m.lower() for m in _WHEN.findall(line.plain))
    for quantity in found:
        before, after = clause(line.plain, quantity.start, quantity.end)
        about = concepts(f"{before} {after}") - ORDINARY
        if part := share(quantity, before, after):
            yield Filler(line, SHARE, *part, about)
        if is_whole(quantity, before, after):
            yield from _hung(line, quantity, times, frozenset(w for w in about if not w[0].isdigit()))


def is_dated(line: Line) -> bool:
    """Whether the line names a month, a year or another time than that of the story."""
    return bool(frozenset(m.lower() for m in _WHEN.findall(line.plain)) - _DAYS)


def _hung(
    line: Line, quantity: Quantity, times: frozenset[str], about: frozenset[str]
) -> Iterator[Filler[Amount]]:
    """The amount of a figure with the words it hangs on; a second time where it may be all of its noun."""
    before, after = clause(line.plain, quantity.start, quantity.end)
    frame = _frame(quantity, after)
    anchor = _anchor(quantity, frame, before, after)
    days, when = times & _DAYS, times - _DAYS
    kinds, text = _counted(quantity, after)
    if frame == TEMPERATURE and is_change(before, after):
        return
    low, high, half = _range(quantity, frame, before, after)
    toll = next((w for w in _beside(before, after) if w in GROWING or w in VARYING), "")
    counted = counting(line.plain, before, after, line.published)
    of = (days, when, kinds)
    amount = Amount(low, high, of, text, before, after, quantity.unit, half, toll, counted)
    if not when:
        frame = _slot(quantity, frame, anchor)
        anchor = frozenset({frame}) if frame == CROWDED else anchor
    if frame == "count" and not quantity.unit:
        return
    yield Filler(line, frame, amount, anchor, about)
    one_noun = frame == "count" and len(anchor) == 1 and not anchor & MONEY
    if one_noun and low >= _FEW and may_be_all(before, after):
        yield Filler(line, ALL + next(iter(anchor)), amount, anchor, about)


def _range(quantity: Quantity, frame: str, before: str, after: str) -> tuple[float, float, float]:
    """The lowest and the highest value in the base unit, and half of what one unit is there."""
    low, high = possible(quantity, before)
    if frame == TEMPERATURE and _MINUS.search(before):
        low, high = -high, -low
    low, high, none, one = (in_base(v, quantity.unit, frame, after) for v in (low, high, 0, 1))
    return low, high, 0.0 if frame == "count" else (one - none) / 2


def _slot(quantity: Quantity, frame: str, anchor: frozenset[str]) -> str:
    """The frame; of a count, the toll or the crowd that it counts, which a story tells once."""
    if frame != "count":
        return frame
    return CROWDED if anchor & CROWD else next(iter(sorted(anchor & TOLLS)), frame)


def _counted(quantity: Quantity, after: str) -> tuple[frozenset[str], str]:
    """What stands between a figure and its noun, and the figure with its noun."""
    for match in islice(_WORD.finditer(after), _NEXT + 1):
        if stem(match[0].lower()) == quantity.unit:
            between = after[: match.start()]
            return concepts(between), f"{quantity.text}{after[: match.end()]}"
    return frozenset(), quantity.text


def _frame(quantity: Quantity, after: str) -> str:
    """Share, currency or dimension; or "count"."""
    if quantity.kind in ("percent", "money"):
        return quantity.unit
    return dimension(quantity.unit, after) or "count"


def _anchor(quantity: Quantity, frame: str, before: str, after: str) -> frozenset[str]:
    """What is counted; where that is people or a measure, the words next to the figure."""
    unit = concepts(quantity.unit)
    if frame == "count" and unit and not unit & ANYONE:
        return unit
    return frozenset(w for w in _beside(before, after) if not w[0].isdigit()) - unit - ANYONE - ORDINARY


def _beside(before: str, after: str) -> tuple[str, ...]:
    """The concepts next to a figure, up to an "and" or a comma."""
    ahead, behind = _AND.split(before)[-1], _AND.split(after)[0]
    return (*sequence(ahead)[-_NEXT:], *sequence(behind)[: _NEXT + 1])
