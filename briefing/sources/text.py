"""Plain text and Markdown: the text as it stands, the heading it opens with, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.sources.decode import Decoded
from briefing.sources.entry import Entry
from briefing.sources.metadata import title
from briefing.sources.text_metadata import text_metadata


def read(decoded: Decoded) -> Iterator[Entry]:
    """The one document of a text file."""
    notes = (decoded.note,) if decoded.note else ()
    told = {"title": title(decoded.text), **text_metadata(decoded.text)}
    yield Entry(decoded.text, notes=notes, **told)
