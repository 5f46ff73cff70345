"""The date that a page shows to its readers under a label ("Published 3:12 PM, Wed November 18, 2026")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.sources.metadata import moment
from briefing.sources.page.fragment import pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LABEL = re.compile(r"(?:first )?(?:published|posted|publication date)(?: date| online)?\b", re.IGNORECASE)
_LONGEST = 120
"""Characters of the line; a longer one is a paragraph."""
_ASIDE = frozenset({"nav", "aside", "footer"})
_COMMENTS = re.compile(
    r"(?:post[-_])?comments?(?:[-_]?(?:area|block|body|container|item|list|meta|metadata|section|thread|wrapper))?"
    r"|disqus_thread",
    re.IGNORECASE,
)
"""A class or an id of readers' comments: each has its own date."""
_HEADING = "\ue000"
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NUMBER = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAYS = (
    re.compile(rf"{_NUMBER} (?:of )?{_MONTH},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} {_NUMBER},? (?P<year>\d{{4}})\b", re.IGNORECASE),
)
_BETWEEN = re.compile(
    r"(?:[\s:,.|·•()–—-]|\b(?:on|at|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    r"|\d{1,2}[:.]\d\d|UTC|GMT|[ECMP][SD]T)\b|[ap]\.?m\b)*",
    re.IGNORECASE,
)
"""What may stand between label and date: "Published in print on 3 June 1921" is about a book."""
_HOUR = re.compile(
    r"\b(\d{1,2})[:.](\d\d)(?: ?([ap])\.?m\b\.?)?(?: \(?(UTC|GMT|[ECMP][SD]T)\b)?", re.IGNORECASE
)


def shown_date(tree: HtmlElement) -> datetime | None:
    """The moment in the first short line that says it is the text's date; midnight in UTC without an hour."""
    for told in _lines(tree):
        if (label := _LABEL.match(told)) and (found := _moment(told[label.end() :])):
            return found
    return None


def _lines(tree: HtmlElement) -> Iterator[str]:
    """The short lines down to the second paragraph under the heading, without menus and comments."""
    headings = dict.fromkeys(tree.iter("h1"), _HEADING)
    text = "".join(pieces(tree, headings, frozenset(e for e in tree.iter("*") if _is_aside(e))))
    above, heading, below = text.partition(_HEADING)
    head, body = (above, below.replace(_HEADING, "")) if heading else ("", text)
    yield from (row for row in _rows(head) if len(row) <= _LONGEST)
    paragraphs = 0
    for row in _rows(body):
        paragraphs += len(row) > _LONGEST
        if paragraphs > 1:
            return
        if len(row) <= _LONGEST:
            yield row


def _rows(text: str) -> Iterator[str]:
    return (" ".join(row.split()) for row in text.split("\n"))


def _is_aside(element: HtmlElement) -> bool:
    if element.tag in _ASIDE:
        return True
    names = (element.get("id") or "", *(element.get("class") or "").split())
    return any(_COMMENTS.fullmatch(name) for name in names)


def _moment(told: str) -> datetime | None:
    days = [found for pattern in _DAYS if (found := pattern.search(told))]
    if not days:
        return None
    day = min(days, key=lambda found: found.start())
    if not _BETWEEN.fullmatch(told, 0, day.start()):
        return None
    date = f"{day['day']} {day['month'][:3]} {day['year']}"
    hour = _HOUR.search(told)
    clock = f" {hour[1]}:{hour[2]}{f' {hour[3]}m' if hour[3] else ''} {hour[4] or ''}" if hour else ""
    return moment((date + clock).strip()) or moment(date)
