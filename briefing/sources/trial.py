"""A configured source tried: of what kind it is, and what it gives; what it only announces is not fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from briefing.settings import SourceSetting
from briefing.sources import Map
from briefing.sources.contents import Contents
from briefing.sources.decode import decode
from briefing.sources.entry import Entry, finished
from briefing.sources.expand import Input, is_address
from briefing.sources.files import Piece, file_pieces
from briefing.sources.kinds import NAMES, kind, magic
from briefing.sources.locate import locate
from briefing.sources.parsing.apart import Apart
from briefing.sources.reading import Fetch
from briefing.sources.refusal import Refusal
from briefing.types import Document, Source, Unread


@dataclass(frozen=True, slots=True)
class Trial:
    """What one configured source gives: documents with a text, those announced, and those without one.

    `kinds` in plain words, each once; `announced` have their text on a page, or in a feed, of their own.
    """

    setting: SourceSetting
    kinds: tuple[str, ...]
    read: tuple[Source, ...]
    announced: tuple[Source, ...]
    unread: tuple[Unread, ...]

    @classmethod
    def of(cls, setting: SourceSetting, kinds: Iterable[str], found: Iterable[_Found]) -> Self:
        """The trial of a source with these entries."""
        read: list[Source] = []
        announced: list[Source] = []
        unread: list[Unread] = []
        for entry, item in found:
            if entry.summary and isinstance(entry.content, str):
                announced.append(item.source)
            elif isinstance(item, Document):
                read.append(item.source)
            else:
                unread.append(item)
        return cls(setting, tuple(dict.fromkeys(kinds)), tuple(read), tuple(announced), tuple(unread))

    @property
    def newest(self) -> datetime | None:
        """When the newest of its documents was published, where any says so."""
        return max((s.published for s in (*self.read, *self.announced) if s.published), default=None)


_Found = tuple[Entry, Document | Unread]


def attempt(
    configured: Sequence[SourceSetting],
    fetch: Fetch,
    each: Map = map,
    *,
    max_bytes: int,
    cwd: Path | None = None,
) -> Iterator[Trial]:
    """Tries each source by itself, in order; `each` fetches all their addresses before the first is tried."""
    here = cwd or Path()
    addresses = [setting.url for setting in configured if setting.url]
    fetched = dict(zip(addresses, each(fetch, addresses), strict=True))
    with Apart() as apart:
        contents = Contents(apart, max_bytes)
        for setting in configured:
            kinds: list[str] = []
            found: list[_Found] = []
            for item in locate((), (setting,), here):
                pieces = _pieces(item, fetched.get(item.given), here, max_bytes)
                for piece in pieces:
                    if isinstance(piece, Piece) and piece.line == 1:
                        kinds.append(_kind(piece.raw, item.given))
                    entries = contents.pieces([piece], item.given)
                    found += [(entry, finished(entry, item, "S0", max_bytes)) for entry in entries]
            yield Trial.of(setting, kinds, found)


def _pieces(
    item: Input, fetched: bytes | Refusal | None, here: Path, max_bytes: int
) -> Iterable[Piece | Refusal]:
    if item.problem:
        return [item.problem]
    if fetched is None or not is_address(item.given):
        return file_pieces(here / item.given, max_bytes)
    return [Piece(fetched) if isinstance(fetched, bytes) else fetched]


def _kind(raw: bytes, name: str) -> str:
    if seems := magic(raw):
        return seems
    decoded = decode(raw)
    return NAMES[kind(decoded.text, name)] if decoded else "binary data"
