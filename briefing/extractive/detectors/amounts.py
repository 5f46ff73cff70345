"""What the figures of a line leave possible, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import inf

from briefing.extractive.lines.alignment import Line
from briefing.extractive.lines.contest import Told, clause
from briefing.extractive.lines.measures import CROWD, MONEY, TOLLS, dimension, worth
from briefing.extractive.lines.thesaurus import concepts, sequence
from briefing.grounding import Quantity, quantities
from briefing.grounding.dates import MONTHS, WEEKDAYS
from briefing.words import stem

_NUMERAL = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|"
    r"hundreds?|thousands?|millions?|billions?|half)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:including|among|of (?:whom|them|which)|another|further|other|additional|every|each|per|first|last|"
    r"next|remaining|initial\w*|previous\w*|earlier|since|between|from|than|expected|could|may|might|would|need\w*|requir\w+|"
    r"so far|(?<!close )to|of the|estimat\w+)(?:\W+\w+){0,1}\W*$",
    re.IGNORECASE,
)
"""Before a figure: it is of a part, of a change, of another time, or a guess."""
_REST = re.compile(
    r"\s(?:of (?:them|those|these|whom|the|its|his|her|their)|more|others?|further|additional|to|or)\b"
    r"|\s?[-–]\s?(?:\d|year-old)|(?:\s\w+){0,3}? (?:ago|earlier|before|later|old|per|each|every|"
    r"an? (?:year|month|week|day|hour))\b",
    re.IGNORECASE,
)
"""Behind it: it is of a part, a range, a score, an age or a rate."""
_LABEL = re.compile(
    r"(?:[a-z][\w’'-]* [A-Z][a-z]+|\b(?:[Aa]ged?|[Ss]eason|[Ee]pisode|[Nn]o\.?|[Nn]umber))\s$"
)
_WHEN = re.compile(
    r"\b(?:(?:1[6-9]|20)\d\d|(?:last|this|next|previous) (?:year|season|month|week|quarter|night)|overnight|"
    rf"the night|{'|'.join(MONTHS)}|{'|'.join(WEEKDAYS)})\b",
    re.IGNORECASE,
)
_DAYS = frozenset([*WEEKDAYS, "overnight", "last night", "the night"])
_AND = re.compile(r",\s|\s(?:and|or)\s")
_MANY = 12
"""A line with more figures is a table."""
_ANYONE = concepts("people person other victim")
"""Nouns that say no more than that people are counted."""
_ORDINARY = concepts("say tell official police year day report hundred thousand million billion")
_WORD = re.compile(r"[^\W\d_]+")
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|just under)\s$", re.IGNORECASE)
"""Before a figure: it is a little less, not anything up to it."""
ALL, SHARE, CROWDED = "all ", "all share", "crowd"
"""Frames: all of a noun that an origin counts once ("all passenger"), a share of one, and how many came."""
_FEW = 8
"""A count from which it may be all of its noun; at 5 two flags more on 126 plain events, neither true."""
_LISTED = re.compile(r"(?:\band|,|\d[-–])\s?$")
_LISTED_ON = re.compile(
    r"(?:\s[\w-]+){0,3}?(?:,|\sand|\splus)\s(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_WISHED = re.compile(
    r"\b(?:would|could|might|may|should|must|need\w*|necessary|requir\w+|"
    r"(?:over|in|during|within) the (?:past|last))\b"
)
"""In its clause: it is wished for or needed, or counts what came together over a time."""
_NEXT = 3
"""Words at either side of a figure on which it hangs."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The values that a figure leaves possible, in the base unit of its frame.

    It is told `of` days, of months and years, and of the words between it and its noun.
    """

    low: float
    high: float
    of: tuple[frozenset[str], frozenset[str], frozenset[str]]
    text: str
    behind: str

    def excludes(self, other: Amount) -> bool:
        """Whether the two cannot both be right; told of other times or other kinds of a thing they may."""
        apart = self.high < other.low or other.high < self.low
        return apart and all(a == b or not (a and b) for a, b in zip(self.of, other.of, strict=True))

    @property
    def top(self) -> float:
        """The highest value, the lowest where there is no bound."""
        return self.high if self.high < inf else self.low


def amounts(line: Line) -> Iterator[Told[Amount]]:
    """The figures of a line, each with what it hangs on; a count of one noun also as one of all."""
    if not _NUMERAL.search(line.plain):
        return
    found = quantities(line.plain)
    if len(found) > _MANY:
        return
    told = frozenset(m.lower() for m in _WHEN.findall(line.plain))
    days, when = told & _DAYS, told - _DAYS
    for quantity in found:
        before, after = clause(line.plain, quantity.start, quantity.end)
        share = _share(quantity, before, after)
        if share:
            yield Told(line, *share, concepts(f"{before} {after}") - _ORDINARY)
        if quantity.kind in ("ordinal", "fraction") or _PART.search(before) or _REST.match(after):
            continue
        if quantity.kind == "number" and _LABEL.search(before):
            continue
        frame = _frame(quantity, after)
        low, high = _range(quantity, before)
        factor = worth(quantity.unit, frame)
        anchor = _anchor(quantity, frame, before, after)
        if not when:
            frame = _slot(quantity, frame, anchor)
            anchor = frozenset({frame}) if frame == CROWDED else anchor
        if frame == "count" and not quantity.unit:
            continue
        about = concepts(f"{before} {after}") - _ORDINARY
        told = frozenset(word for word in about if not word[0].isdigit())
        kinds, text = _counted(quantity, after)
        amount = Amount(low * factor, high * factor, (days, when, kinds), text, after)
        yield Told(line, frame, amount, anchor, told)
        if (
            frame == "count"
            and low >= _FEW
            and len(anchor) == 1
            and not anchor & MONEY
            and _whole(before, after)
        ):
            yield Told(line, ALL + next(iter(anchor)), amount, anchor, told)


_IN_TEN = re.compile(r"\s(?P<of>[a-z]+)\s(?:in|out of)\s(?P<all>ten|five|three|four|a hundred|10|100)\b")
_OF = re.compile(r"\s(?:(?:of|all|the|its|their|his|her|our)\s)*(?P<of>[a-z]+)")
ALL_OF = {"ten": 10, "five": 5, "three": 3, "four": 4, "a hundred": 100, "10": 10, "100": 100}


def _share(quantity: Quantity, before: str, after: str) -> tuple[str, Amount, frozenset[str]] | None:
    value = float(quantity.value)
    if quantity.kind == "fraction":
        match = _OF.match(after)
    elif quantity.kind == "number" and (match := _IN_TEN.match(after)):
        value = 100 * value / ALL_OF[match["all"]]
    else:
        return None
    if match is None or not (noun := concepts(match["of"]) - _ORDINARY - _ANYONE):
        return None
    low = value - 5 if quantity.bound != "most" else 0
    high = value + 5 if quantity.bound != "least" else 100
    none: frozenset[str] = frozenset()
    return SHARE, Amount(low, high, (none, none, none), quantity.text + match[0], after), noun


def _whole(before: str, after: str) -> bool:
    """Whether the figure is no part of a list or score, no name ("12-nation deal"), nothing wished for."""
    listed = _LISTED.search(before) or _LISTED_ON.match(after) or after.startswith("-")
    return not (listed or _WISHED.search(before + after))


def _slot(quantity: Quantity, frame: str, anchor: frozenset[str]) -> str:
    """The frame; or what a story tells once that the figure is of."""
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
    if frame == "count" and unit and not unit & _ANYONE:
        return unit
    ahead, behind = _AND.split(before)[-1], _AND.split(after)[0]
    words = (*sequence(ahead)[-_NEXT:], *sequence(behind)[: _NEXT + 1])
    return frozenset(w for w in words if not w[0].isdigit()) - unit - _ANYONE - _ORDINARY


def _range(quantity: Quantity, before: str) -> tuple[float, float]:
    """The values left possible: a round figure stands for what rounds to it."""
    value = float(quantity.value)
    digits = f"{value:.0f}"
    step = 10 ** (len(digits) - len(digits.rstrip("0"))) if value >= 10 and value == int(value) else 0
    slack = step / 2 if step > 1 else 0.0
    if quantity.bound == "about":
        slack = max(slack, value * 0.1)
    if quantity.bound == "most" and _NEARLY.search(before):
        return value * 0.9 - slack, value + slack
    if quantity.bound == "least":
        return value, float("inf")
    return (0.0, value) if quantity.bound == "most" else (value - slack, value + slack)
