"""Dates and times of day: absolute ones, and those that only the day of writing makes plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefing.grounding.quotations import outside
from briefing.words import MONTHS, WEEKDAYS

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NAMES_ALONE = "|".join(month.capitalize() for month in MONTHS if month not in ("march", "may"))
_WEEKDAY = rf"(?P<weekday>{'|'.join(map(str.capitalize, WEEKDAYS))})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?![\d%]|[.,]\d)"
_ADVERBIAL = "|".join(
    rf"(?<={word}[ -])|(?<={word.capitalize()}[ -])"
    for word in "in since of by last next this late early until from mid".split()
)
_FIGURE = re.compile(r"\d")
_NAME = re.compile(
    r"\b(?:A(?:pr|ug)|Dec|Feb|J(?:an|u[ln])|M(?:a[ry]|id|on)|Nov|Oct|S(?:at|ep|un)|T(?:hu|ue)|Fri|Wed|Noon|mid|noon)"
)
_FORMS = tuple(
    (needs, re.compile(rf"(?<![\w$£€])(?<!\d[.,:/-])(?:{form})"))
    for needs, form in (
        ({_FIGURE}, r"(?P<year>(?:1[6-9]|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        (
            {_FIGURE, _NAME},
            rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?(?!\w)",
        ),
        (
            {_FIGURE, _NAME},
            rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?![\w%]|[.,:]\d|\s(?:per\s?cent|million))(?:,?\s+{_YEAR})?",
        ),
        ({_FIGURE, _NAME}, rf"{_MONTH},?\s+{_YEAR}(?!\w)"),
        ({_NAME}, rf"(?:{_ADVERBIAL}){_MONTH}(?!\w)"),
        ({_NAME}, rf"(?P<month>{_NAMES_ALONE})(?!\w)"),
        ({_FIGURE}, r"(?P<decade>(?:1[6-9]|20)\d0)['’]?s\b"),
        ({_FIGURE}, rf"{_YEAR}(?!\w)"),
        ({_NAME}, rf"{_WEEKDAY}s?(?!\w)"),
        ({_FIGURE}, r"(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<meridiem>[apAP])\.?\s?[mM]\b\.?"),
        ({_FIGURE}, r"(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?![\d:])"),
        ({_NAME}, r"(?P<noon>[Nn]oon|[Mm]idday|[Mm]idnight)(?!\w)"),
    )
)
"""Each form of a date, and what a text must have for it to be looked for: most sentences have neither."""
_DEICTIC = re.compile(
    r"\b(?:(?:earlier|later|late|early)\s+)?(?:today|tonight|tomorrow|yesterday|last\s+night"
    r"|(?P<which>this|last|next|past)\s+(?P<unit>morning|afternoon|evening|weekend|week|month|year|summer|winter"
    rf"|spring|autumn|fall|{'|'.join((*MONTHS, *WEEKDAYS))})"
    r"|(?:(?<![\w-])[\w-]{1,20}\s+)?(?:hours?|days?|weeks?|months?|years?)\s+ago)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"years ago$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as the text tells it; what it leaves open is None. `month` 1-12, `hour` 0-23."""

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str | None = None
    hour: int | None = None
    minute: int | None = None


def moments(text: str) -> tuple[Moment, ...]:
    """Every absolute date, year, weekday and time of day, in order, none overlapping."""
    found: list[Moment] = []
    taken: set[int] = set()
    had = {pattern for pattern in (_FIGURE, _NAME) if pattern.search(text)}
    for form in (form for needs, form in _FORMS if needs <= had):
        for match in form.finditer(text):
            if match.start() not in taken and match.end() - 1 not in taken and _plausible(match):
                found.append(_moment(match))
                taken.update(range(match.start(), match.end()))
    return tuple(sorted(found, key=lambda m: m.start))


def relative(text: str, evidence: Sequence[str] = ()) -> tuple[tuple[int, int], ...]:
    """Spans of the expressions outside quotation marks that need the day of writing: "today", "last week".

    A bare weekday ("on Tuesday") is none: it is how news dates an event, and it is checked as a Moment.
    Neither is a number of years ("ten years ago") that the evidence has in the same words: a reader who
    comes a week later is not misled, and no date can be made of it.
    """
    shown = [e.lower() for e in evidence]
    found = _DEICTIC.finditer(outside(text))
    return tuple(
        m.span() for m in found if not (_YEARS.search(m[0]) and any(m[0].lower() in e for e in shown))
    )


def resolve(text: str, published: datetime) -> tuple[Moment, ...]:
    """The dates that the text's relative expressions and weekdays mean in a source of that day."""
    found: list[Moment] = []
    if not 1 < published.year < 9998:  # next to the ends of the calendar there is no day before or after
        return ()
    for match in _DEICTIC.finditer(text):
        found += [_moment_of(day, match) for day in _days(match, published)]
    for moment in moments(text):
        if moment.weekday and moment.day is None:
            offset = (published.weekday() - WEEKDAYS.index(moment.weekday)) % 7
            days = (published - timedelta(offset), published + timedelta(7 - offset))
            found += [
                Moment(moment.start, moment.end, moment.text, d.year, d.month, d.day, moment.weekday)
                for d in days
            ]
    return tuple(found)


def _plausible(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    day, month, hour = parts.get("day"), parts.get("month"), parts.get("hour")
    if (
        month == "May"
        and not (day or parts.get("year"))
        and match.string[match.end() : match.end() + 1] not in " .,;)"
    ):
        return False
    return not (day and not 1 <= int(day) <= 31) and not (hour and int(hour) > 24)


def _moment(match: re.Match[str]) -> Moment:
    parts = match.groupdict()
    hour = int(parts["hour"]) % 24 if parts.get("hour") else None  # 24:00 is midnight
    if hour is not None and parts.get("meridiem"):
        hour = hour % 12 + (12 if parts["meridiem"] in "pP" else 0)
    if parts.get("noon"):
        hour = 0 if parts["noon"].lower() == "midnight" else 12
    weekday, year = parts.get("weekday"), parts.get("year") or parts.get("decade")
    return Moment(
        match.start(),
        match.end(),
        match.group(),
        int(year) if year else None,
        _month(parts.get("month")),
        int(parts["day"]) if parts.get("day") else None,
        weekday.lower() if weekday else None,
        hour,
        int(parts["minute"]) if parts.get("minute") else None,
    )


def _month(name: str | None) -> int | None:
    if not name:
        return None
    if name.isdigit():
        return int(name)
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _moment_of(day: datetime, match: re.Match[str]) -> Moment:
    unit = (match["unit"] or "").lower()
    whole = unit not in ("month", "year")
    return Moment(
        *match.span(),
        match.group(),
        day.year,
        None if unit == "year" else day.month,
        day.day if whole else None,
        WEEKDAYS[day.weekday()] if whole else None,
    )


def _days(match: re.Match[str], published: datetime) -> Iterator[datetime]:
    """The days that one expression may mean; none where it is too vague to tell."""
    said, unit, which = match.group().lower(), (match["unit"] or "").lower(), (match["which"] or "").lower()
    sign = {"this": 0, "next": 1}.get(which, -1)
    if "yesterday" in said or "last night" in said:
        yield published - timedelta(1)
    elif "tomorrow" in said:
        yield published + timedelta(1)
    elif unit in WEEKDAYS:
        offset = (published.weekday() - WEEKDAYS.index(unit)) % 7
        yield published - timedelta(offset if sign < 1 else offset - 7)
    elif unit == "week":
        monday = published + timedelta(7 * sign - published.weekday())
        yield from (monday + timedelta(n) for n in range(7))
    elif unit == "month":
        yield (published.replace(day=15) + timedelta(30 * sign))
    elif unit == "year":
        yield published.replace(year=published.year + sign, day=1)
    elif "today" in said or "tonight" in said or unit in ("morning", "afternoon", "evening"):
        yield published
