"""The door in: arguments become documents, or say why not; text is made final here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import BinaryIO

from briefing.settings import MAX_BYTES, SourceSetting
from briefing.sources import jsonl, text
from briefing.sources.apart import Apart
from briefing.sources.decode import Decoded, decode
from briefing.sources.entry import Entry, finished
from briefing.sources.expand import STDIN, Input
from briefing.sources.files import file_bytes, stream_bytes
from briefing.sources.kinds import NAMES, Kind, kind, magic
from briefing.sources.locate import locate
from briefing.sources.refusal import Refusal, unreadable
from briefing.types import Document, Unread

__all__ = ["read"]

READERS: Mapping[Kind, Callable[[Decoded], Iterator[Entry]]] = {"text": text.read, "jsonl": jsonl.read}
"""What reads each kind in this process: nothing but text, taken as it stands."""
PARSED: frozenset[Kind] = frozenset({"html", "pdf", "feed", "eml", "mbox"})
"""Kinds that are parsed apart; any other is named under "Not covered"."""


def read(
    arguments: Sequence[str],
    *,
    stdin: BinaryIO | None,
    configured: Sequence[SourceSetting] = (),
    cwd: Path | None = None,
    max_bytes: int = MAX_BYTES,
) -> tuple[Document | Unread, ...]:
    """Every source that the arguments name, or, where there are none, that are configured.

    They come in command-line order, numbered S1, S2, … over all of them. A configured source that an
    argument names keeps its name, weight and privacy. Nothing here raises for a bad source: it comes
    back as Unread with the reason. `max_bytes` limits one document.
    """
    here = cwd or Path()
    numbers = count(1)
    with Apart() as apart:
        return tuple(
            finished(entry, item, f"S{next(numbers)}", max_bytes)
            for item in locate(arguments, configured, here)
            for entry in _entries(item, here, stdin, max_bytes, apart)
        )


def _entries(item: Input, cwd: Path, stdin: BinaryIO | None, max_bytes: int, apart: Apart) -> Iterator[Entry]:
    if item.problem:
        return iter([Entry(item.problem)])
    raw = stream_bytes(stdin, max_bytes) if item.given == STDIN else file_bytes(cwd / item.given, max_bytes)
    return iter([Entry(raw)]) if isinstance(raw, Refusal) else _documents(raw, item.given, apart)


def _documents(raw: bytes, name: str, apart: Apart) -> Iterator[Entry]:
    seems = magic(raw)
    if seems == "PDF":
        return apart.parse(raw, "pdf", name)
    decoded = None if seems else decode(raw)
    if decoded is None:
        return iter([Entry(unreadable(f"it seems to be {seems or 'binary data'}"))])
    found = kind(decoded.text, name)
    if reader := READERS.get(found):
        return reader(decoded)
    if found in PARSED:
        return apart.parse(raw, found, name)
    return iter([Entry(unreadable(f"{NAMES[found]} is not read by this version"))])
