"""What a Markdown file says of itself in its front matter."""

from __future__ import annotations

from typing import Any

from briefing import plain
from briefing.sources.language import declared
from briefing.sources.metadata import address, line, moment, title


def text_metadata(text: str) -> dict[str, Any]:
    """The fields of an Entry that the file gives; none where it opens with something else."""
    told, start = plain.front_matter(text)
    if not told:
        return {}
    place = address(told.get("source"))
    found = {
        "title": title(text[start:], told.get("title")),
        "author": line(told.get("author") or told.get("authors")),
        "published": moment(told.get("published") or told.get("date")),
        "url": address(told.get("url") or told.get("link")) or place,
        "name": line(told.get("publisher") or told.get("site"))
        or (None if place else line(told.get("source"))),
        "language": declared(told.get("language") or told.get("lang")),
    }
    return {name: value for name, value in found.items() if value is not None}
