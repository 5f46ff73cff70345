"""How much text one run may hold: what comes after is named, and costs no memory."""

from __future__ import annotations

from dataclasses import replace

from briefing.sources.entry import Entry
from briefing.sources.refusal import Refusal


class Allowance:
    """Counts the text that is taken, in bytes of UTF-8; beyond `most` a document is too large for the run."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._left = most

    def taken(self, entry: Entry) -> Entry:
        """The entry, without its text where that would be too much; a shorter one may still fit."""
        if isinstance(entry.content, Refusal):
            return entry
        size = len(entry.content.encode(errors="surrogatepass"))
        if size > self._left:
            detail = f"beyond the {self._most:,} bytes of text of one run: raise max_text_bytes"
            return replace(entry, content=Refusal("too_large", detail), summary=False)
        self._left -= size
        return entry
