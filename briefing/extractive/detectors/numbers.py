"""How many or how much: figures of one thing that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from briefing.extractive.detectors.finding import Finding
from briefing.extractive.lines.alignment import Field, Line
from briefing.extractive.lines.contest import Contest, Told, clause, contests
from briefing.extractive.lines.measures import TOLLS, dimension, worth
from briefing.extractive.lines.thesaurus import concepts, sequence
from briefing.grounding import Quantity, quantities
from briefing.grounding.dates import MONTHS, WEEKDAYS
from briefing.types import Strength
from briefing.words import stem

_NUMERAL = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|"
    r"hundreds?|thousands?|millions?|billions?|half)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:including|among|of (?:whom|them|which)|another|further|other|additional|every|each|per|first|last|"
    r"next|remaining|initial\w*|previous\w*|earlier|since|between|from|than|expected|could|may|might|would|"
    r"so far|to|of the|estimat\w+)(?:\W+\w+){0,1}\W*$",
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
_HEDGED = re.compile(r"\b(?:estimat\w+|reportedly|puts?|claim\w*)\b", re.I)
_MANY = 12
"""A line with more figures is a table."""
_ANYONE = concepts("people person other victim")
"""Nouns that say no more than that people are counted."""
_ORDINARY = concepts("say tell official police year day report hundred thousand million billion")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = 3
"""Words at either side of a figure on which it hangs."""
_LONGEST = 8
"""Words of a question behind "How many"."""
_LIKE = 0.4
"""How alike the clauses are whose figures contradict each other; at .3 two flags more, both look-alikes."""
_TAIL = re.compile(r"\s(?:by|in|on|at|as|after|when|from|during|for|with|to)\s.*$|[,.;:].*$")


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


def detect(field: Field) -> Iterator[Finding]:
    """Figures that hang on one noun or verb in clauses of one thing, and leave no common value possible."""
    told = [amount for line in field.lines for amount in _amounts(line)]
    for contest in contests(field, told, Amount.excludes, _LIKE, TOLLS):
        a, b = contest.first.line, contest.second.line
        guessed = any(_HEDGED.search(x.line.plain) for x in (contest.first, contest.second))
        strength: Strength = "tension" if guessed else "contradiction"
        weight = contest.likeness + field.closeness(a) + field.closeness(b)
        finding = Finding.of(_question(contest), "number", strength, contest.sides, weight)
        if finding:
            yield finding


def _amounts(line: Line) -> Iterator[Told[Amount]]:
    if not _NUMERAL.search(line.plain):
        return
    found = quantities(line.plain)
    if len(found) > _MANY:
        return
    told = frozenset(m.lower() for m in _WHEN.findall(line.plain))
    days, when = told & _DAYS, told - _DAYS
    for quantity in found:
        before, after = clause(line.plain, quantity.start, quantity.end)
        if quantity.kind in ("ordinal", "fraction") or _PART.search(before) or _REST.match(after):
            continue
        if quantity.kind == "number" and _LABEL.search(before):
            continue
        frame = _frame(quantity, after)
        low, high = _range(quantity)
        factor = worth(quantity.unit, frame)
        anchor = _anchor(quantity, frame, before, after)
        if frame == "count" and not when:
            frame = next(iter(sorted(anchor & TOLLS)), frame)
        if frame == "count" and not quantity.unit:
            continue
        about = concepts(f"{before} {after}") - _ORDINARY
        told = frozenset(word for word in about if not word[0].isdigit())
        kinds, text = _counted(quantity, after)
        amount = Amount(low * factor, high * factor, (days, when, kinds), text, after)
        yield Told(line, frame, amount, anchor, told)


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


def _range(quantity: Quantity) -> tuple[float, float]:
    """The values left possible: a round figure stands for what rounds to it."""
    value = float(quantity.value)
    digits = f"{value:.0f}"
    step = 10 ** (len(digits) - len(digits.rstrip("0"))) if value >= 10 and value == int(value) else 0
    slack = step / 2 if step > 1 else 0.0
    if quantity.bound == "about":
        slack = max(slack, value * 0.1)
    if quantity.bound == "least":
        return value, float("inf")
    return (0.0, value) if quantity.bound == "most" else (value - slack, value + slack)


def _question(contest: Contest[Amount]) -> str:
    """How many of what; of measures and money both figures, the lower first."""
    pair = sorted((contest.first.value, contest.second.value), key=lambda x: x.low)
    if contest.first.frame in ("count", *TOLLS):
        tails = [_TAIL.sub("", x.behind).strip() for x in pair if x.behind[:1] == " "]
        tail = max(tails, key=lambda t: (len(t.split()) <= _LONGEST, len(t), t), default="")
        if tail and len(tail.split()) <= _LONGEST:
            return f"How many {tail}"
        if pair[0].behind[:1] == "-":
            return f"How many {pair[0].text.partition('-')[2]}s"
    return f"Whether it is {pair[0].text} or {pair[1].text}"
