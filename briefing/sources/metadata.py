"""What a source says about itself, made safe to print: one line, no controls, of bounded length."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from urllib.parse import urljoin

from briefing import web_address
from briefing.printable import label

LINE_LIMIT = 300
_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}/?#@]+(?:[/?#][^\s<>\"\\^`{|}]*)?", re.IGNORECASE)
_ADDRESS_LIMIT = 2000
_HEADING = re.compile(r"#{1,6}[ \t]+(.*)")
_ITEM = r"[ \t]*+[^\s|•·]++(?:[ \t]++[^\s|•·]++)?[ \t]*+"
_MENU = re.compile(rf"\A(?:{_ITEM}[|•·]){{2,}}{_ITEM}\r?\n\s*+")
"""A line of a page's sections ("Home | News | Sport"), one or two words each, above its title."""
_SINCE_1970 = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
"""Of 2001 to 2286, which have ten digits in seconds and thirteen in milliseconds: "20240614" is a date."""
_OFFSET = re.compile(r"(?:GMT|UTC)?([+-]\d\d):?(\d\d)$")
"""An offset as RFC 3339 and some feeds write it; a mail's has no colon, and no name before it."""
_HALF_DAY = re.compile(r"\b(1[0-2]|0?[1-9])(:\d\d(?::\d\d)?)?\s?([ap])\.?m\b\.?", re.IGNORECASE)
_TITLE_WORDS = range(2, 26)


def line(value: object, limit: int = LINE_LIMIT) -> str | None:
    """The value as one printable line of at most `limit` characters; None where it is no text or has none."""
    return (label(value, limit) or None) if isinstance(value, str) else None


def address(value: object) -> str | None:
    """The http(s) address, or None: other schemes, user names and white space are not kept."""
    if not isinstance(value, str) or len(value) > _ADDRESS_LIMIT:
        return None
    stripped = value.strip()
    if not _ADDRESS.fullmatch(stripped) or line(stripped, _ADDRESS_LIMIT) != stripped:
        return None
    return stripped if web_address.parts(stripped) else None


def key(value: object) -> str | None:
    """A document's own id as one line; a whole number is its digits (JSON Feed 1.1 asks for that)."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else line(value)


def joined(base: str, value: object) -> str | None:
    """The http(s) address that a link in the document at `base` leads to, or None."""
    try:
        return address(urljoin(base, value.strip())) if isinstance(value, str) and value.strip() else None
    except ValueError:
        return None


def moment(value: object) -> datetime | None:
    """The moment of an ISO 8601 (RFC 3339), mail or written date ("14 June 2024"), or None.

    It keeps the source's own offset, and so its own day. A date alone is its midnight in UTC, and a time
    without an offset is in UTC. "05/06/2024" is two dates.
    Hours may have AM or PM. Seconds or milliseconds since 1970 are read too, as a number or a text.
    """
    from email.utils import parsedate_to_datetime  # 20 ms: it brings socket

    if not isinstance(value, str | int | float) or (isinstance(value, int) and value.bit_length() > 64):
        return None
    told = str(value).strip()
    if since := _SINCE_1970.fullmatch(told):
        return datetime.fromtimestamp(int(since[1]), UTC)
    told = _HALF_DAY.sub(_of_the_day, told).replace(" at ", " ")  # the parsers below take no notice of PM
    for parse, text in (
        (datetime.fromisoformat, told.replace("/", "-")),
        (parsedate_to_datetime, _OFFSET.sub(r"\1\2", told)),
        (parsedate_to_datetime, f"{told} 00:00"),
    ):
        try:
            parsed = parse(text)
            aware = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
            plain = aware.astimezone(UTC)
            if not MINYEAR < plain.year < MAXYEAR:  # some zone has no such moment
                return None
            offset = aware.utcoffset()
            return plain if offset and offset.seconds % 60 else aware  # RFC 3339 has none of seconds
        except (ValueError, OverflowError):
            continue
    return None


def _of_the_day(half: re.Match[str]) -> str:
    """An hour with AM or PM as one of twenty-four."""
    hour = int(half[1]) % 12 + (12 if half[3] in "pP" else 0)
    return f"{hour:02}{half[2] or ':00'}"


def title(text: str, told: object = None) -> str | None:
    """The title told of a text, else its heading: in Markdown, or a first short line that stands alone."""
    if named := line(told):
        return named
    plain = text[:4000].replace("\r\n", "\n").replace("\r", "\n")
    opening = _MENU.sub("", plain.lstrip("\ufeff \t\n"))
    first, _, rest = opening.partition("\n")
    first = first.strip()
    if heading := _HEADING.fullmatch(first):
        return line(heading[1].rstrip(" \t#"))
    alone = rest.partition("\n")
    if alone[0].strip() or not alone[2].strip():
        return None
    if len(first.split()) not in _TITLE_WORDS or first.rstrip("\"'”’»)")[-1:] in ".,;:…":
        return None
    return line(first)
