"""At what hour, on which day, in which month: one event that two origins time differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.clock import Clock, clocks
from briefing.extractive.detectors.events import events
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.slots import Slot, clashes
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause
from briefing.grounding.dates import MONTHS, WEEKDAYS, moments
from briefing.types import Strength

_TIMED = re.compile(
    r"\d|o['’]clock|noon|midday|midnight|\b(?:past|to) \w+\b|in the (?:morning|evening|afternoon)|day\b|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_SAYING = (
    r"sa(?:id|ys)|told|announced|added|stated|declared|argued|claimed|confirmed|explained|warned|tweeted|"
    r"wrote|"
    r"reported|called|testified|spoke|denied|statement|reporters|according to|insisted"
)
_SAID = re.compile(rf"\b(?:{_SAYING})\W+(?:(?:on|late|early)\W+)*$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"\W+(?:\w+\W+){{0,2}}(?:{_SAYING})\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:after|until|since|last|every|each|another|next|previous|following|days? (?:before|after)|as of)"
    r"[\s-]+(?:the\s+)?(?:(?:end|start|beginning|middle) of\s+)?$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:could|may|might|unlikely|likely|expected|hopes?|hoping|planned|plans?|should|about|around|"
    r"probably|"
    r"perhaps|thought|due)\b",
    re.IGNORECASE,
)
_NIGHT = re.compile(
    r"\b(?:early|overnight|small hours|before dawn|after midnight|local time|GMT|UTC)\b", re.I
)
_BREAK = re.compile(
    r"[;:.]\s|,\s+(?:but|and|while|which|who|although|after|before)\s|\s(?:but|although|while|after)\s|"
    r"\s[—–-]\s"
)
_NEAR = 75
_GUESS = 45
_MOST = 3
_UTTERED = frozenset("announced delivered deadline".split())
"""Kinds of event that one story has many of: a weekday beside them dates no one thing."""
_ORDINARY = concepts(
    " ".join([*MONTHS, *WEEKDAYS, "say tell first night morning evening late early day week month year"])
)
_TOLD = re.compile(
    r"\s(?:at|on|by|in|from|until|since)\s(?:(?:about|around|early|late)\s)?"
    r"(?:\d[\d.:]*|(?:[A-Z][a-z]+day|noon|midnight)\b|[A-Z][a-z]+\s\d).*$"
)


@dataclass(frozen=True, slots=True)
class When:
    """A weekday, month, day of a month or time of day; whether night blurs it, whether it is a guess."""

    told: str | int | tuple[int, int] | Clock
    blurred: bool = False
    hedged: bool = False

    def excludes(self, other: When) -> bool:
        """Whether the two cannot be one time."""
        a, b = self.told, other.told
        if isinstance(a, Clock) and isinstance(b, Clock):
            return a.differs(b)
        if a in WEEKDAYS and b in WEEKDAYS and (self.blurred or other.blurred):
            return (WEEKDAYS.index(str(a)) - WEEKDAYS.index(str(b))) % 7 not in (0, 1, 6)
        return a != b

    def agrees(self, other: When) -> bool:
        """Whether the two can be one time."""
        return not self.excludes(other)


def detect(field: Field) -> Iterator[Finding]:
    """Events that two origins put at times that exclude each other."""
    slots = [slot for line in field.lines for slot in _timed(line)]
    for clash in clashes(field, slots, When.excludes, When.agrees):
        a, b = clash.first.line, clash.second.line
        guessed = clash.first.value.hedged or clash.second.value.hedged
        strength: Strength = "tension" if guessed else "contradiction"
        weight = clash.score + field.closeness(a) + field.closeness(b)
        finding = Finding.of(_question(field, a), "time", strength, clash.sides, weight)
        if finding:
            yield finding


def _question(field: Field, line: Line) -> str:
    """When it happened, without either side's answer."""
    return f"When {_TOLD.sub('', clause(field, line.text))}"


def _timed(line: Line) -> Iterator[Slot[When]]:
    """Each time of the line with the events next to it."""
    text = line.plain
    if not _TIMED.search(text):
        return
    for at in clocks(text):
        yield from _beside(line, at.start, at.end, "hour", When(at))
    blurred = _NIGHT.search(text) is not None
    for moment in moments(text):
        before, after = text[: moment.start], text[moment.end :]
        if moment.hour is not None or _LOOSE.search(before) or moment.text.endswith("s"):
            continue
        if moment.weekday and not moment.day:
            if not (_SAID.search(before) or _SAID_AFTER.match(after)):
                yield from _beside(line, moment.start, moment.end, "weekday", When(moment.weekday, blurred))
        elif moment.month and moment.day:
            yield from _beside(
                line, moment.start, moment.end, "date", When((moment.month, moment.day), blurred)
            )
        if moment.month and not moment.year:
            yield from _beside(line, moment.start, moment.end, "month", When(moment.month))


def _beside(line: Line, start: int, end: int, unit: str, when: When) -> Iterator[Slot[When]]:
    """Slots for the events closest to the time within its clause."""
    before, after = line.plain[max(0, start - _NEAR) : start], line.plain[end : end + _NEAR]
    before = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
    after = after[: next((m.start() for m in _BREAK.finditer(after)), len(after))]
    found = [(len(before) - e, name) for name, _, e in events(before)]
    found += [(s, name) for name, s, _ in events(after)]
    when = replace(when, hedged=_HEDGED.search(before[-_GUESS:]) is not None)
    about = frozenset(s for s in line.stems if not s[0].isdigit()) - _ORDINARY
    for _, name in sorted(found)[:_MOST]:
        if unit == "hour" or name not in _UTTERED:
            yield Slot(line, f"{name} {unit}", when, about)
