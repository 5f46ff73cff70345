"""RSS, Atom and JSON Feed: each entry a document, with its full text where the feed carries it."""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from briefing.sources.entry import Entry
from briefing.sources.fragment import text_of
from briefing.sources.language import declared
from briefing.sources.metadata import address, line, moment
from briefing.sources.refusal import Refusal, unreadable
from briefing.words import count_words

_WHOLE = 120
"""Words from which an entry's text is taken for the whole; a shorter one is a summary of its page."""


_FIELDS = ("title", "link", "summary", "content", "id")
"""An entry that has none of these holds nothing."""


def read(raw: bytes, name: str) -> Iterator[Entry]:
    """The entries of a feed, in its order."""
    if raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        yield from _json_feed(raw)
        return
    import feedparser

    feedparser.RESOLVE_RELATIVE_URIS = 0
    feedparser.SANITIZE_HTML = 0  # quadratic on deep markup, and text_of prints no markup
    found = feedparser.parse(raw)  # bytes: it would open a string that looks like a file or an address
    if not found.version:
        yield Entry(unreadable("it is no feed"))
        return
    about = found.feed
    rows = [row for row in found.entries if any(row.get(field) for field in _FIELDS)]
    if not rows:
        yield Entry(Refusal("empty", "a feed without entries"))
    for row in rows:
        contents = [c.get("value", "") for c in row.get("content", [])]
        yield _entry(
            max([*contents, row.get("summary", "")], key=len),
            publisher=line(_bare(about.get("title"))),
            key=line(row.get("id")),
            title=line(_bare(row.get("title"))),
            author=line(row.get("author")),
            url=address(row.get("link")),
            published=_moment(row.get("published_parsed") or row.get("updated_parsed")),
            language=declared(about.get("language")),
        )


def _json_feed(raw: bytes) -> Iterator[Entry]:
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield Entry(unreadable("it is no JSON"))
        return
    rows = value.get("items") if isinstance(value, dict) else None
    held = [row for row in rows if isinstance(row, dict) and row] if isinstance(rows, list) else []
    if not held:
        yield Entry(Refusal("empty", "a feed without entries"))
    for row in held:
        yield _entry(
            next((text for k in ("content_html", "content_text", "summary") if (text := _text(row, k))), ""),
            publisher=line(value.get("title")),
            key=line(row.get("id")),
            title=line(row.get("title")),
            author=_author(row) or _author(value),
            url=address(row.get("url")) or address(row.get("external_url")),
            published=moment(row.get("date_published")) or moment(row.get("date_modified")),
            language=declared(row.get("language")) or declared(value.get("language")),
        )


def _entry(markup: str, *, publisher: str | None, **fields: Any) -> Entry:
    text = text_of(markup)
    if text is None:
        return Entry(unreadable("its markup is too large or nested too deeply"), name=publisher, **fields)
    whole = count_words(text) >= _WHOLE
    content: str | Refusal = text or Refusal("empty", "an entry without text")
    return Entry(content, name=publisher, summary=not whole and fields["url"] is not None, **fields)


def _text(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    return value if isinstance(value, str) else ""


def _author(row: Mapping[str, Any]) -> str | None:
    people = row.get("authors") or [row.get("author")]
    names = [p.get("name") for p in people if isinstance(p, dict)] if isinstance(people, list) else []
    return line(", ".join(n for n in names if isinstance(n, str)))


def _bare(title: object) -> str | None:
    """A title without the markup that some feeds put in it."""
    return text_of(title) if isinstance(title, str) else None


def _moment(parsed: Any) -> datetime | None:
    """The moment of feedparser's nine numbers, which are in UTC."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, TypeError):
        return None
