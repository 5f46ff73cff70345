"""One pass over the inputs: bytes become entries, and what an entry only announces is followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from briefing.sources import jsonl, text
from briefing.sources.apart import Apart
from briefing.sources.decode import Decoded, decode
from briefing.sources.entry import Entry
from briefing.sources.expand import STDIN, Input, is_address
from briefing.sources.files import file_bytes, stream_bytes
from briefing.sources.kinds import NAMES, Kind, kind, magic
from briefing.sources.refusal import Refusal, unreadable

READERS: Mapping[Kind, Callable[[Decoded], Iterator[Entry]]] = {"text": text.read, "jsonl": jsonl.read}
"""What reads each kind in this process: nothing but text, taken as it stands."""
PARSED: frozenset[Kind] = frozenset({"html", "pdf", "feed", "opml", "eml", "mbox"})
"""Kinds that are parsed apart; any other is named under "Not covered"."""
LINKED = 20
"""Pages of one feed that are fetched, its first ones: the newest."""
_STEPS = 2
"""From a list of feeds to a feed, and from a feed to a page."""

Fetch = Callable[[str], bytes | Refusal]
"""What reads an address."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where bytes come from, and where they are parsed; without `fetch` no address is read."""

    apart: Apart
    cwd: Path
    stdin: BinaryIO | None
    max_bytes: int
    fetch: Fetch | None = None

    def entries(self, item: Input) -> Iterator[Entry]:
        """The documents of one input."""
        if item.problem:
            return iter([Entry(item.problem)])
        raw = self._bytes(item.given)
        if isinstance(raw, Refusal):
            return iter([Entry(raw)])
        return self._followed(self.documents(raw, item.given), _STEPS)

    def documents(self, raw: bytes, name: str) -> Iterator[Entry]:
        """The documents in these bytes, of whatever kind they are."""
        seems = magic(raw)
        if seems == "PDF":
            return self.apart.parse(raw, "pdf", name)
        decoded = None if seems else decode(raw)
        if decoded is None:
            return iter([Entry(unreadable(f"it seems to be {seems or 'binary data'}"))])
        found = kind(decoded.text, name)
        if reader := READERS.get(found):
            return reader(decoded)
        if found in PARSED:
            return self.apart.parse(raw, found, name)
        return iter([Entry(unreadable(f"{NAMES[found]} is not read by this version"))])

    def _bytes(self, given: str) -> bytes | Refusal:
        if given == STDIN:
            return stream_bytes(self.stdin, self.max_bytes)
        if is_address(given):
            return self.fetch(given) if self.fetch else unreadable("addresses are not read here")
        return file_bytes(self.cwd / given, self.max_bytes)

    def _followed(self, entries: Iterator[Entry], steps: int) -> Iterator[Entry]:
        """The entries, with the page or the feed in place of what only announces it."""
        for number, entry in enumerate(entries):
            if not entry.summary or not entry.url or not self.fetch or not steps or number >= LINKED:
                yield entry
                continue
            raw = self.fetch(entry.url)
            if isinstance(raw, Refusal):
                yield replace(entry, content=raw, summary=False)
                continue
            found = list(self.documents(raw, entry.url))
            if len(found) == 1 and not found[0].summary:
                yield _merged(entry, found[0])
            else:
                yield from self._followed(iter([_named(one, entry) for one in found]), steps - 1)


def _merged(announced: Entry, page: Entry) -> Entry:
    """The page's text, under what its feed says of it, which is the publisher's own word."""
    return replace(
        page,
        name=announced.name or page.name,
        key=announced.key,
        title=announced.title or page.title,
        author=announced.author or page.author,
        url=page.url or announced.url,
        published=announced.published or page.published,
        language=page.language or announced.language,
    )


def _named(entry: Entry, listed: Entry) -> Entry:
    """An entry of a feed under the name that its list gives the feed."""
    return replace(entry, name=listed.name or entry.name)
