"""How much text one run may hold: what comes after is named, and costs no memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.sources.entry import Entry
from briefing.sources.refusal import Refusal

LEAST = 1_500
"""Bytes that a document counts for at least: what is known of it takes as much memory as a short text."""
EXCERPT = 20_000_000
"""Bytes of text, eight thousand articles, that are read of files too large for one run: of a gigabyte of
prose, the process then holds 223 to 296 MB (`benchmarks/RESULTS.md`)."""
NAMED = 100
"""Documents for which there is no room that are named one by one; those after them are named all at once."""


class Allowance:
    """Counts the text that is taken, in bytes of UTF-8.

    `most` may be taken; of files with more than that, `pile` bytes, no more than EXCERPT.
    """

    def __init__(self, most: int, pile: int = 0) -> None:
        self._left = most
        self._why = f"beyond the {most:,} bytes of text of one run: raise max_text_bytes"
        if pile > most:
            self._left = min(most, EXCERPT)
            held = f"the files have {pile:,}, more than max_text_bytes ({most:,})"
            self._why = f"beyond the first {self._left:,} bytes of text: {held}"
        self._refused = 0

    @property
    def spent(self) -> bool:
        """Whether so many documents found no room that no further one need be looked at."""
        return self._refused >= NAMED

    def within(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries of one file, those without room without their text; once it is spent, one more."""
        for entry in entries:
            if self.spent:
                yield self._without(entry, "it and all that comes after it in the file are ")
                return
            yield self._taken(entry)

    def beyond(self, more: int) -> Entry:
        """What stands for a file that was not opened, with `more` like it."""
        return self._without(Entry(""), f"it and {more:,} more files are " if more else "")

    def _taken(self, entry: Entry) -> Entry:
        """The entry, without its text where that would be too much; a shorter one may still fit."""
        if isinstance(entry.content, Refusal):
            return entry
        size = max(LEAST, len(entry.content.encode(errors="surrogatepass")))
        if size > self._left:
            self._refused += 1
            return self._without(entry)
        self._left -= size
        return entry

    def _without(self, entry: Entry, what: str = "") -> Entry:
        return entry.refused(Refusal("too_large", what + self._why))
