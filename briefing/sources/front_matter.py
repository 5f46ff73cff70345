"""What a Markdown file says of itself between two lines of dashes at its head (YAML front matter)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.sources.language import declared
from briefing.sources.metadata import address, line, moment, title

_HEAD = 8000
"""Characters in which it ends: what has no second line of dashes there has none."""
_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_WRAPPING = " \t\r\"'[]"


def front_matter(text: str) -> dict[str, Any]:
    """The fields of an Entry that the file gives; none where it opens with something else.

    Only plain fields and lists are read, each as text: this is not YAML, and nothing in it can do harm.
    """
    block = _BLOCK.match(text[:_HEAD])
    if not block or not (told := _fields(block[1])):
        return {}
    place = address(told.get("source"))
    found = {
        "title": line(told.get("title")) or title(text[block.end() :]),
        "author": line(told.get("author") or told.get("authors")),
        "published": moment(told.get("published") or told.get("date")),
        "url": address(told.get("url") or told.get("link")) or place,
        "name": line(told.get("publisher") or told.get("site"))
        or (None if place else line(told.get("source"))),
        "language": declared(told.get("language") or told.get("lang")),
    }
    return {name: value for name, value in found.items() if value is not None}


def _fields(block: str) -> Mapping[str, str]:
    """The fields by their names in small letters; of a list its items, one after the other."""
    found: dict[str, str] = {}
    last = ""
    for row in block.splitlines():
        if field := _FIELD.fullmatch(row.rstrip()):
            last = field[1].lower()
            found[last] = (field[2] or "").strip(_WRAPPING)
        elif (item := _ITEM.fullmatch(row)) and last:
            found[last] = ", ".join(filter(None, (found[last], item[1].strip(_WRAPPING))))
        elif row.strip() and not row.startswith((" ", "\t", "#")):
            return {}  # prose between two rules
    return found
