"""Plain text and Markdown: the text as it stands, and the heading it opens with."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.sources.decode import Decoded
from briefing.sources.entry import Entry
from briefing.sources.metadata import title


def read(decoded: Decoded) -> Iterator[Entry]:
    """The one document of a text file."""
    notes = (decoded.note,) if decoded.note else ()
    yield Entry(decoded.text, title=title(decoded.text), notes=notes)
