"""How many or how much: figures in one frame of counting that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors import counts
from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.measures import QUESTIONS
from briefing.extractive.detectors.slots import Slot, clashes
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause
from briefing.grounding import Quantity, quantities
from briefing.grounding.dates import WEEKDAYS

_NUMERAL = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|"
    r"hundreds?|thousands?|millions?|billions?|half)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:including|among (?:them|whom)|of (?:whom|them|which)|another|further|other|additional|"
    r"more than one|"
    r"every|each|per|the (?:other|first|last|next|remaining)|up (?:by|from)|down from|rose|risen|rises?|"
    r"grown?|"
    r"grew|climbed|compared with|earlier|initial(?:ly)?|previous(?:ly)?|preliminary|first put at|"
    r"fears? (?:of|that)|"
    r"feared|estimat\w+ that|could|may|might|would|target of|expect\w*|forecast\w*|after|since|between|"
    r"last (?:year|month|week))"
    r"(?:\W+\w+){0,2}\W*$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\s(?:of (?:them|those|these|whom|which|the|its|his|her|their)|(?:compared|down|up) (?:to|with|from)|"
    r"more|others?|further|additional|to|and a|or|-)\b"
    r"|\s?[-–]\s?(?:\d|year-old)|\s(?:years?|days?|weeks?|months?|hours?) (?:ago|earlier|before|later|"
    r"after|old)",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:so far|at the time|at that (?:time|point)|by then|until then|initially)\b", re.I)
_BREAK = re.compile(
    r"[;:.]\s|,\s+(?:but|and|while|which|who|although|among|including|of)\s|\s(?:but|although|while)\s|"
    r"\s[—–-]\s"
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_BEFORE, _AFTER = 70, 80
_MANY = 24
"""A line with more figures is a table."""
_TOLLS = frozenset("dead injured missing aboard magnitude turnout".split())
"""Frames that a story fills once: its toll is the toll."""
_PEOPLE = frozenset(
    """
    person life bodi dead death kill die injur hurt wound casualti fatal victim miss aboard other man woman
    """.split()
)
"""Stems behind a toll that say no more than that people are counted."""
_SAID = concepts(" ".join([*WEEKDAYS, "say said tell people person man woman official police year"]))
"""Concepts that tell nothing of what is counted."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The values that a figure leaves possible, in the base unit of its frame; of which years, of what."""

    low: float
    high: float
    years: frozenset[str] = frozenset()
    noun: str = ""

    def excludes(self, other: Figure) -> bool:
        """Whether the two cannot both be right; told of other years or things they may."""
        if self.years != other.years or (self.noun and other.noun and self.noun != other.noun):
            return False
        if self.noun != other.noun:
            part, whole = (self, other) if self.noun else (other, self)
            return part.low > whole.high
        return self.high < other.low or other.high < self.low

    def agrees(self, other: Figure) -> bool:
        """Whether one figure can stand for the other."""
        return self.low <= other.high and other.low <= self.high


def detect(field: Field) -> Iterator[Finding]:
    """Figures of one frame and of one thing, each the only one of its source or in like lines."""
    slots = [slot for line in field.lines for slot in figures(line)]
    for clash in clashes(field, slots, Figure.excludes, Figure.agrees, _TOLLS):
        a, b = clash.first, clash.second
        weight = clash.score + field.closeness(a.line) + field.closeness(b.line)
        question = QUESTIONS.get(a.frame) or f"How much: {clause(field, a.line.text)}"
        finding = Finding.of(question, "number", "contradiction", clash.sides, weight)
        if finding:
            yield finding


def figures(line: Line) -> Iterator[Slot[Figure]]:
    """The figures of the line that stand in a frame, outside quotations."""
    if not _NUMERAL.search(line.plain) or _SO_FAR.search(line.plain):
        return
    years = frozenset(_YEAR.findall(line.plain))
    found = quantities(line.plain)
    if len(found) > _MANY:
        return
    for quantity in found:
        if quantity.kind in ("ordinal", "fraction"):
            continue
        before, after = _window(line.plain, quantity, found)
        if _PART.search(before) or _SHARE.match(after.replace("#", "")):
            continue
        for frame in _frames(quantity, before, after):
            low, high = _range(quantity, frame)
            noun = "" if frame not in _TOLLS or quantity.unit in _PEOPLE else quantity.unit
            yield Slot(line, frame, Figure(low, high, years, noun), _about(line, quantity))


def _about(line: Line, quantity: Quantity) -> frozenset[str]:
    told = line.plain[: quantity.start] + " " + line.plain[quantity.end :]
    return frozenset(s for s in concepts(told) if not s[0].isdigit()) - _SAID


def _window(text: str, quantity: Quantity, found: tuple[Quantity, ...]) -> tuple[str, str]:
    """The clause before and behind the figure, with other figures as "#"."""
    before, after = text[: quantity.start], text[quantity.end :]
    for other in found:
        if other.end <= quantity.start:
            before = before[: other.start] + "#" * (other.end - other.start) + before[other.end :]
        elif other.start >= quantity.end:
            shift = quantity.end
            after = (
                after[: other.start - shift] + "#" * (other.end - other.start) + after[other.end - shift :]
            )
    before, after = before[-_BEFORE:], after[:_AFTER]
    start = max((m.end() for m in _BREAK.finditer(before)), default=0)
    end = next((m.start() for m in _BREAK.finditer(after)), len(after))
    return before[start:], after[:end]


def _frames(quantity: Quantity, before: str, after: str) -> Iterator[str]:
    """The frames in which the figure stands: by its verb or noun, or by its unit."""
    dimension = counts.dimension(quantity.unit, after)
    for frame in counts.frames(before, after):
        if counts.fits(frame, quantity, dimension):
            yield frame
            return
    if dimension in ("area", "weight", "volume", "speed", "distance"):
        yield dimension
    elif dimension == "time":
        return


def _range(quantity: Quantity, frame: str) -> tuple[float, float]:
    """The values left possible: a round figure stands for what rounds to it."""
    value = float(quantity.value)
    digits = f"{value:.0f}"
    step = 10 ** (len(digits) - len(digits.rstrip("0"))) if value >= 10 and value == int(value) else 0
    slack = step / 2 if step > 1 else 0.0
    if quantity.bound == "about":
        slack = max(slack, value * 0.1)
    low, high = value - slack, value + slack
    if quantity.bound == "least":
        high = float("inf")
    if quantity.bound == "most":
        low, high = 0.0, value
    worth = counts.worth(quantity.unit, frame)
    return low * worth, high * worth
