"""From inputs to entries, in their order; what an entry only announces is read in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from briefing.settings import MAX_TEXT_BYTES
from briefing.sources.allowance import Allowance
from briefing.sources.contents import Contents
from briefing.sources.earlier import tells_of_itself
from briefing.sources.entry import Entry, merged
from briefing.sources.expand import STDIN, UNCONFIGURED, Input, is_address
from briefing.sources.files import Piece, file_pieces, stream_pieces
from briefing.sources.refusal import Refusal, unreadable
from briefing.sources.shown import shown
from briefing.types import before_window, precedes

LINKED = 20
"""Pages of one feed that are fetched, its first ones: the newest."""
LISTED = 200
"""Feeds of one list that are fetched."""
_STEPS = 2
"""From a list of feeds to a feed, and from a feed to a page."""

Fetch = Callable[[str], bytes | Refusal]
"""What reads an address."""
Map = Callable[[Fetch, Iterable[str]], Iterable[bytes | Refusal]]
"""The builtin, or one that does several at once."""


@dataclass(frozen=True, slots=True)
class _Link:
    """An address that is still to be read, and the entry that announced it."""

    url: str
    announced: Entry | None = None
    steps: int = _STEPS


@dataclass(frozen=True, slots=True)
class Reader:
    """Where bytes come from, and what reads them; without `fetch` no address is read.

    What was announced as published before `since` is not fetched.
    """

    contents: Contents
    cwd: Path
    stdin: BinaryIO | None
    fetch: Fetch | None = None
    each: Map = map
    since: datetime | None = None
    allowance: Allowance = field(default_factory=lambda: Allowance(MAX_TEXT_BYTES))

    def entries(self, inputs: Sequence[Input]) -> Iterator[tuple[Input, Entry]]:
        """The documents of all inputs, in their order; those behind links are read wave by wave.

        What stands before the first link comes at once, and is not held here.
        """
        slots: list[tuple[Input, Entry | _Link]] = []
        for item, slot in self._slots(inputs):
            if not slots and isinstance(slot, Entry):
                yield item, slot
            else:
                slots.append((item, slot))
        while links := list(dict.fromkeys(slot.url for _, slot in slots if isinstance(slot, _Link))):
            read = self._read(links)
            slots = [
                (item, new)
                for item, slot in slots
                for new in (self._arrived(slot, read[slot.url]) if isinstance(slot, _Link) else [slot])
            ]
        yield from ((item, slot) for item, slot in slots if isinstance(slot, Entry))

    def _slots(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, Entry | _Link]]:
        """What each input holds; where there is no room for more, files are counted, not opened."""
        left: dict[str, list[Input]] = {}
        for item in inputs:
            if self.allowance.spent and not item.problem and not is_address(item.given):
                place = "" if item.setting is UNCONFIGURED else item.channel
                left.setdefault(place, []).append(item)
            else:
                yield from ((item, slot) for slot in self._opened(item))
        yield from ((files[0], self.allowance.beyond(len(files) - 1)) for files in left.values())

    def _opened(self, item: Input) -> Iterator[Entry | _Link]:
        """What one input holds, as far as it can be told without the network."""
        if item.problem:
            return iter([Entry(item.problem)])
        if is_address(item.given):
            link = _Link(item.given) if self.fetch else Entry(unreadable("addresses are not read here"))
            return iter([link])
        if item.given == STDIN:
            pieces = stream_pieces(self.stdin, self.contents.max_bytes)
        else:
            pieces = file_pieces(self.cwd / item.given, self.contents.max_bytes, piped=item.named)
            if not item.named:
                pieces = map(_unless_brief, pieces)
        return self._linked(self.allowance.within(self.contents.pieces(pieces, item.given)), _STEPS)

    def _read(self, urls: Sequence[str]) -> dict[str, list[Entry]]:
        """The entries at each address: hosts take turns, and bytes are gone when they are parsed."""
        assert self.fetch is not None  # noqa: S101 - else there is no link; for the type checker
        found: dict[str, list[Entry]] = {}
        order = in_turns(urls)
        for url, raw in zip(order, self.each(self.fetch, order), strict=True):
            if isinstance(raw, Refusal):
                found[url] = [Entry(replace(raw, detail=f"{raw.detail} ({shown(url)})"))]
            else:
                found[url] = [*self.allowance.within(self.contents.documents(raw, url))]
        return found

    def _arrived(self, link: _Link, found: Sequence[Entry]) -> Iterator[Entry | _Link]:
        """What takes a link's place: the page under what was said of it, or what a feed holds."""
        if (of := link.announced) is None:
            return self._linked(found, link.steps)
        if len(found) == 1 and not found[0].summary:
            return iter([merged(of, found[0])])
        named = [replace(one, name=of.name or one.name, group=of.group or one.group) for one in found]
        return self._linked(named, link.steps - 1)

    def _linked(self, entries: Iterable[Entry], steps: int) -> Iterator[Entry | _Link]:
        """The entries, with a link in place of each that only announces what is to be fetched."""
        number = 0
        for entry in entries:
            if not entry.summary or not entry.url or not self.fetch or not steps:
                yield entry
                continue
            if self.since and entry.published and precedes(entry.published, self.since):
                yield entry.refused(Refusal("off_window", before_window(entry.published, self.since)))
                continue
            number += 1
            most = LISTED if entry.listed else LINKED
            if number > most:
                detail = f"not among the first {most} of its list that are fetched"
                yield entry.refused(Refusal("low_rank", detail))
            else:
                yield _Link(entry.url, entry, steps)


def in_turns(urls: Sequence[str]) -> list[str]:
    """The addresses, host by host in turn: one host is asked for one document at a time."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    return [url for turn in zip_longest(*hosts.values()) for url in turn if url is not None]


def _unless_brief(piece: Piece | Refusal) -> Piece | Refusal:
    """A brief that lies in a folder of sources would tell them once more, as if it were one of them."""
    if isinstance(piece, Refusal) or not (piece.whole and tells_of_itself(piece.raw)):
        return piece
    return Refusal("furniture", "an earlier brief; name it by itself to read it as a source")
