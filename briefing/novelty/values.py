"""Values as a reader takes them: what a figure leaves possible, and which days a text means."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from briefing.grounding import Quantity, outside
from briefing.grounding.dates import moments, resolve
from briefing.words import WEEKDAYS

AHEAD = re.compile(
    r"\b(?:until|till|will|won['’]t|shall|next|tomorrow|due|scheduled|(?:are|is|was|were) to|expect\w*|"
    r"planned|(?:moved|extended|brought forward|put back|postponed) (?:to|until)|"
    r"from (?:today|tomorrow|\w+day)|by (?:\w+day|the end))\b",
    re.IGNORECASE,
)
"""A line that tells of a time to come."""
_NEARLY, _ROUND = 0.1, 0.05
"""Shares by which a figure may be off that is "about" or "nearly" so many, and one that is round, from 100
on. .15 does as .1, and 0 for either word fails an entry of the gold; the second is a guess: 0 does as
well."""


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The values that a figure leaves possible: "about 40" 36 to 44, "1,200" 1,140 to 1,260, "43" only 43.

    Not those of `amount.possible`: beside "at least 40", 90 is no contradiction, but it is news.
    """
    value = float(quantity.value)
    if quantity.bound == "about":
        return value * (1 - _NEARLY), value * (1 + _NEARLY)
    if quantity.bound == "least":
        return value, value * (1 + _NEARLY)
    if quantity.bound == "most":
        return value * (1 - _NEARLY), value
    rounded = value >= 100 and value % 100 == 0
    return (value * (1 - _ROUND), value * (1 + _ROUND)) if rounded else (value, value)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be one, written or rounded in two ways."""
    (low, high), (least, most) = bounds(one), bounds(other)
    return low <= most and least <= high


def days(text: str, said: datetime) -> frozenset[date]:
    """The days that a text's dates and weekdays mean, before or after the day on which it was `said`."""
    found = set()
    for moment in (*moments(text), *resolve(text, said)):
        if moment.month and moment.day:
            try:
                found.add(date(moment.year or said.year, moment.month, moment.day))
            except ValueError:  # 31 June
                continue
    return frozenset(found)


def past_days(text: str, said: datetime) -> frozenset[date]:
    """The same for a text that tells what has happened: a weekday is the last one before it was said."""
    found = {day for day in days(text, said) if day <= said.date()}
    for moment in moments(outside(text)):
        if moment.weekday and not moment.day:
            back = (said.weekday() - WEEKDAYS.index(moment.weekday)) % 7
            found.add(said.date() - timedelta(back))
    return frozenset(found)
