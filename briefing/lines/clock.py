"""Times of day in any form: "4.10 a.m.", "23:45", "noon", "half past six in the evening"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.grounding.numerals import TO_TWELVE, UNITS

_HOUR = rf"(?:[01]?\d|2[0-3]|{TO_TWELVE})"
_FORMS = re.compile(
    rf"\b(?:(?P<part>half|(?:a )?quarter|five|ten|twenty(?:-five)?|\d\d? minutes?) (?P<side>past|to|before|"
    rf"after) "
    rf"(?P<whole>{_HOUR}|midnight|noon|midday))\b"
    r"|(?<![\d.,:])(?P<hour>[012]?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b"
    r"|(?<![\d.,:])(?P<hour24>[012]?\d):(?P<minute24>[0-5]\d)(?![\d:])"
    r"|(?<![\d.,:])(?P<dotted>[012]?\d)\.(?P<after_dot>[0-5]\d)(?= (?:o'clock|on|in the|this|hours)\b)"
    rf"|\b(?P<clock>{_HOUR}) o['’]clock\b"
    rf"|\b(?:at|by|before|after|around|about|until|from|towards) (?P<bare>{_HOUR}) (?=in the (?:morning|"
    rf"afternoon|evening)|at night)"
    r"|\b(?P<name>noon|midday|midnight)\b",
    re.IGNORECASE,
)
_MORNING = re.compile(r"\W{0,3}(?:\w+ ){0,2}(?:in the morning|(?:\w+day )?morning|before dawn)\b", re.I)
_LATER = re.compile(
    r"\W{0,3}(?:on )?(?:in the (?:afternoon|evening)|at night|(?:\w+day )?(?:afternoon|evening|night)|"
    r"tonight)\b",
    re.I,
)
_PARTS = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
_HALF, _DAY = 720, 1440  # minutes


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes since midnight; `sure` where the text tells morning from evening."""

    start: int
    end: int
    minutes: int
    sure: bool

    def differs(self, other: Clock, slack: int = 5) -> bool:
        """Whether they are more than `slack` minutes apart, on a twelve-hour dial where either is unsure."""
        dial = _DAY if self.sure and other.sure else _HALF
        apart = (self.minutes - other.minutes) % dial
        return min(apart, dial - apart) > slack


def clocks(text: str) -> Iterator[Clock]:
    """Every time of day in order."""
    for match in _FORMS.finditer(text):
        minutes, sure = _minutes(match)
        if not sure:
            if _MORNING.match(text, match.end()):
                sure, minutes = True, minutes % _HALF
            elif _LATER.match(text, match.end()):
                sure, minutes = True, minutes % _HALF + _HALF
        yield Clock(match.start(), match.end(), minutes % _DAY, sure)


def _minutes(match: re.Match[str]) -> tuple[int, bool]:
    if match["name"]:
        return _NAMED[match["name"].lower()], True
    if match["part"]:
        whole = match["whole"].lower()
        hour = _NAMED[whole] if whole in _NAMED else 60 * _number(whole)
        part = match["part"].lower()
        shift = _PARTS.get(part) or int(re.sub(r"\D", "", part) or 0)
        early = match["side"].lower() in ("to", "before")
        return (hour - shift if early else hour + shift) % _DAY, whole in _NAMED
    if match["half"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        return 60 * hour + int(match["minute"] or 0), True
    if match["hour24"]:
        return 60 * int(match["hour24"]) + int(match["minute24"]), True
    if match["dotted"]:
        return 60 * int(match["dotted"]) + int(match["after_dot"]), int(match["dotted"]) > 12
    hour = _number(match["clock"] or match["bare"])
    return 60 * hour, hour > 12


def _number(word: str) -> int:
    return int(word) if word.isdigit() else UNITS[word.lower()]
