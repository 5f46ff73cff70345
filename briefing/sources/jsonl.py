"""JSON Lines: each row a document {"text": …}, with what else it says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefing.sources.decode import Decoded
from briefing.sources.entry import Entry
from briefing.sources.language import declared
from briefing.sources.limits import BRACKETS, TEXT
from briefing.sources.metadata import address, key, line, moment, title
from briefing.sources.refusal import Refusal, unreadable


def read(decoded: Decoded, first: int = 1) -> Iterator[Entry]:
    """The documents of the lines from number `first` on; a broken one is an entry that says so."""
    notes = (decoded.note,) if decoded.note else ()
    for number, row in enumerate(_rows(decoded.text), start=first):
        if row.strip("\ufeff \t\r"):
            yield _entry(row, f"line {number}", notes)


def _rows(text: str) -> Iterator[str]:
    """The lines one by one: together they are as large as the file."""
    at = 1 if text.startswith("\ufeff") else 0
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end + 1


def _entry(row: str, where: str, notes: tuple[str, ...]) -> Entry:
    if len(row) > TEXT:
        return Entry(Refusal("too_large", f"{where} has more than {TEXT:,} characters"), notes=notes)
    if row.count("[") + row.count("{") > BRACKETS:
        return Entry(unreadable(f"{where} holds more than {BRACKETS:,} values within values"), notes=notes)
    try:
        fields = json.loads(row)
    except (ValueError, RecursionError) as error:
        return Entry(unreadable(f"{where} is not JSON: {_fault(error)}"), notes=notes)
    if not isinstance(fields, dict):
        return Entry(unreadable(f'{where} is not an object {{"text": …}}'), notes=notes)
    content = _content(fields, where)
    url, published = address(fields.get("url")), moment(fields.get("published"))
    if fields.get("published") and not published:
        notes = (*notes, "its date is not understood")
    if fields.get("url") and not url:
        notes = (*notes, "its address is not an http(s) address")
    return Entry(
        content,
        name=line(fields.get("source")),
        key=key(fields.get("id")),
        title=title(content if isinstance(content, str) else "", fields.get("title")),
        author=line(fields.get("author")),
        url=url,
        published=published,
        language=declared(fields.get("language")),
        notes=notes,
    )


def _content(fields: dict[str, Any], where: str) -> str | Refusal:
    content = fields.get("text")
    if content is None:
        return Refusal("empty", f'{where} has no "text"')
    if not isinstance(content, str):
        return unreadable(f'{where}: its "text" is not a string')
    return content


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at column {error.colno}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
