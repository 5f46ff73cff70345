"""Plain text and Markdown: the text as it stands, the heading it opens with, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.sources.decode import Decoded
from briefing.sources.entry import Entry
from briefing.sources.front_matter import front_matter
from briefing.sources.metadata import title


def read(decoded: Decoded) -> Iterator[Entry]:
    """The one document of a text file."""
    notes = (decoded.note,) if decoded.note else ()
    told = {"title": title(decoded.text), **front_matter(decoded.text)}
    yield Entry(decoded.text, notes=notes, **told)
