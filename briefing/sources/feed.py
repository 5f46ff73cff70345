"""RSS, Atom and JSON Feed: each entry a document, with its full text where the feed carries it."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from briefing.sources.entry import Entry
from briefing.sources.language import declared
from briefing.sources.metadata import address, joined, key, line, moment
from briefing.sources.page.fragment import text_of
from briefing.sources.page.stubs import stub
from briefing.sources.refusal import Refusal, unreadable
from briefing.words import count_words

_WHOLE = 120
"""Words from which an entry's text is taken for the whole; a shorter one is a summary of its page."""


_CONTENT = 40
"""The same where the feed calls it the content: news in brief are no longer."""
_APPEARED = re.compile(r"\s*\bThe post .{1,300} (?:appeared first|first appeared) on .{1,200}\Z", re.DOTALL)
"""What WordPress adds to each entry."""
_ADDRESSED = re.compile(r"[^\s@]+@\S+ \((.+)\)")
_FIELDS = ("title", "link", "summary", "content", "id")
"""An entry that has none of these holds nothing."""


def read(raw: bytes, name: str) -> Iterator[Entry]:
    """The entries of a feed, in its order."""
    if raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        yield from _json_feed(raw, name)
        return
    import feedparser

    feedparser.RESOLVE_RELATIVE_URIS = 0
    feedparser.SANITIZE_HTML = 0  # quadratic on deep markup, and text_of prints no markup
    try:
        found = feedparser.parse(raw)  # bytes: it would open a string that looks like a file or an address
    except (ValueError, TypeError, LookupError, AttributeError):  # met on names and references that are none
        yield Entry(unreadable("it is a damaged feed"))
        return
    if not found.get("version"):  # of some damaged ones it says nothing at all
        yield Entry(unreadable("it is not a feed"))
        return
    about = found.feed
    rows = [row for row in found.entries if any(row.get(field) for field in _FIELDS)]
    if not rows:
        yield Entry(Refusal("empty", "a feed without entries"))
    for row in rows:
        contents = [value for c in row.get("content", []) if (value := c.get("value"))]
        yield _entry(
            max([*contents, row.get("summary") or ""], key=len),
            contained=bool(contents),
            publisher=line(_bare(about.get("title"))),
            key=key(row.get("id")),
            title=line(_bare(row.get("title"))),
            author=_person(row.get("author")),
            url=joined(name, row.get("link")) if not row.get("guidislink") else address(row.get("link")),
            published=_moment(row, "published") or _moment(row, "updated"),
            language=declared(about.get("language")),
        )


def _json_feed(raw: bytes, name: str) -> Iterator[Entry]:
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield Entry(unreadable("it is not JSON"))
        return
    rows = value.get("items") if isinstance(value, dict) else None
    held = [row for row in rows if isinstance(row, dict) and row] if isinstance(rows, list) else []
    if not held:
        yield Entry(Refusal("empty", "a feed without entries"))
    for row in held:
        yield _entry(
            next((text for k in ("content_html", "content_text", "summary") if (text := _text(row, k))), ""),
            contained=bool(_text(row, "content_html") or _text(row, "content_text")),
            publisher=line(value.get("title")),
            key=key(row.get("id")),
            title=line(row.get("title")),
            author=_author(row) or _author(value),
            url=joined(name, row.get("url")) or joined(name, row.get("external_url")),
            published=moment(row.get("date_published")) or moment(row.get("date_modified")),
            language=declared(row.get("language")) or declared(value.get("language")),
        )


def _entry(markup: str, *, contained: bool, publisher: str | None, **fields: Any) -> Entry:
    """The entry with this text; `contained`: the feed calls it the content, not a description of it."""
    text = text_of(markup)
    if text is None:
        return Entry(unreadable("its markup is too large or nested too deeply"), name=publisher, **fields)
    text = _APPEARED.sub("", text)
    why = stub(text)
    whole = count_words(text) >= (_CONTENT if contained else _WHOLE) and why is None
    content: str | Refusal = text or Refusal("empty", "an entry without text")
    if not text and fields["url"]:
        content = fields["title"] or "a page"
    if why and fields["url"] is None:
        content = Refusal("incomplete", why)
    return Entry(content, name=publisher, summary=not whole and fields["url"] is not None, **fields)


def _text(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    return value if isinstance(value, str) else ""


def _person(stated: object) -> str | None:
    """The name of an RSS author, which may stand behind an address: "ann@example.org (Ann Bee)"."""
    told = line(stated)
    named = _ADDRESSED.fullmatch(told or "")
    return named[1] if named else told


def _author(row: Mapping[str, Any]) -> str | None:
    people = row.get("authors") or [row.get("author")]
    names = [p.get("name") for p in people if isinstance(p, dict)] if isinstance(people, list) else []
    return line(", ".join(n for n in names if isinstance(n, str)))


def _bare(title: object) -> str | None:
    """A title without the markup that some feeds put in it."""
    return text_of(title) if isinstance(title, str) else None


def _moment(row: dict[str, Any], field: str) -> datetime | None:
    """The moment that an entry gives there; feedparser's nine numbers know more forms, but are in UTC."""
    parsed = dict.get(row, f"{field}_parsed")
    try:
        told = moment(dict.get(row, field))
        return told or (datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None)
    except (ValueError, OverflowError, TypeError):
        return None
