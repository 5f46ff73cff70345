"""The date that a page shows to its readers under a label ("Published 3:12 PM, Wed November 18, 2026")."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.sources.metadata import moment
from briefing.sources.page.fragment import pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LABEL = re.compile(r"(?:first )?(?:published|posted|publication date)\b", re.IGNORECASE)
_LONGEST = 120
"""Characters of the line; a longer one is a sentence about a publication."""
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NUMBER = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAYS = (
    re.compile(rf"{_NUMBER} (?:of )?{_MONTH},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} {_NUMBER},? (?P<year>\d{{4}})\b", re.IGNORECASE),
)
_HOUR = re.compile(
    r"\b(\d{1,2})[:.](\d\d)(?: ?([ap])\.?m\b\.?)?(?: \(?(UTC|GMT|[ECMP][SD]T)\b)?", re.IGNORECASE
)


def shown_date(tree: HtmlElement) -> datetime | None:
    """The moment in the first short line that says it is the text's date; midnight in UTC without an hour."""
    for row in "".join(pieces(tree)).split("\n"):
        told = " ".join(row.split())
        if (
            len(told) <= _LONGEST
            and (label := _LABEL.match(told))
            and (found := _moment(told[label.end() :]))
        ):
            return found
    return None


def _moment(told: str) -> datetime | None:
    days = [found for pattern in _DAYS if (found := pattern.search(told))]
    if not days:
        return None
    day = min(days, key=lambda found: found.start())
    date = f"{day['day']} {day['month'][:3]} {day['year']}"
    hour = _HOUR.search(told)
    clock = f" {hour[1]}:{hour[2]}{f' {hour[3]}m' if hour[3] else ''} {hour[4] or ''}" if hour else ""
    return moment((date + clock).strip()) or moment(date)
