"""What is in bytes: documents, of whatever kind they are, taken as text or parsed apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.sources import jsonl, text
from briefing.sources.decode import Decoded, decode
from briefing.sources.entry import Entry
from briefing.sources.expand import is_address
from briefing.sources.files import Piece
from briefing.sources.kinds import NAMES, FileKind, kind, magic
from briefing.sources.page.stubs import error_message
from briefing.sources.parsing.apart import Apart
from briefing.sources.refusal import Refusal, too_large, unreadable

_READERS: Mapping[FileKind, Callable[[Decoded], Iterator[Entry]]] = {"text": text.read, "jsonl": jsonl.read}
"""What reads each kind in this process: nothing but text, taken as it stands."""
_PARSED: frozenset[FileKind] = frozenset({"html", "pdf", "feed", "opml", "eml", "mbox"})
"""Kinds that are parsed apart; any other is named under "Not covered"."""
_WRITTEN = re.compile(r"\boffice document\b|\bRTF\b|\bPostScript\b")
"""What a word processor or a printer wrote, which it can write in another format."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in bytes: `apart` parses those that are not text; a document has at most `max_bytes`."""

    apart: Apart
    max_bytes: int

    def pieces(self, pieces: Iterable[Piece | Refusal], name: str) -> Iterator[Entry]:
        """The documents of a file that comes whole, or row by row as JSON Lines may."""
        for piece in pieces:
            if isinstance(piece, Refusal):
                yield Entry(piece)
            elif piece.whole:
                yield from self.documents(piece.raw, name)
            elif (decoded := decode(piece.raw)) is None:
                yield Entry(unreadable(f"from line {piece.line:,} on it seems to be binary data"))
                return
            elif piece.line > 1 or kind(decoded.text, name) == "jsonl":
                yield from jsonl.read(decoded, piece.line)
            else:
                yield Entry(too_large(self.max_bytes))
                return

    def documents(self, raw: bytes, name: str) -> Iterator[Entry]:
        """The documents in these bytes, of whatever kind they are."""
        seems = magic(raw)
        if seems == "PDF":
            return self.apart.parse(raw, "pdf", name)
        decoded = None if seems else decode(raw)
        if decoded is None:
            hint = ": save it as PDF, HTML or text" if seems and _WRITTEN.search(seems) else ""
            return iter([Entry(unreadable(f"it seems to be {seems or 'binary data'}{hint}"))])
        found = kind(decoded.text, name)
        if is_address(name) and found in ("html", "text"):
            return map(_unfailed, self._read_as(found, decoded, raw, name))
        return self._read_as(found, decoded, raw, name)

    def _read_as(self, found: FileKind, decoded: Decoded, raw: bytes, name: str) -> Iterator[Entry]:
        if reader := _READERS.get(found):
            return reader(decoded)
        if found in _PARSED:
            return self.apart.parse(raw, found, name)
        hint = ": write one document a line" if found == "json" else ""
        return iter([Entry(unreadable(f"{NAMES[found]} is not read by this version{hint}"))])


def _unfailed(entry: Entry) -> Entry:
    """The entry, unless it is a server's word that it has none."""
    why = error_message(entry.title, entry.content) if isinstance(entry.content, str) else None
    return replace(entry, content=Refusal("incomplete", why)) if why else entry
