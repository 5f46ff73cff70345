"""What is promised of every input, however broken: a promise is a function that raises where it is broken."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from briefing import checking, render, sentences
from briefing.checking.shape import departures
from briefing.errors import BriefingError
from briefing.sources.contents import Contents
from briefing.sources.decode import decode
from briefing.sources.entry import Entry, finished
from briefing.sources.expand import Input
from briefing.sources.kinds import FileKind
from briefing.sources.parsing.child import _bounded
from briefing.sources.parsing.parsers import parser
from briefing.sources.parsing.wire import from_wire, to_wire
from briefing.types import Document, Unread

NAME = "https://post.example/a"
_MOST = 20_000_000
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Zero-width and bidirectional characters: Unicode's own lists (UAX 9, UTR 36), not the clean-up's."""
_NO_TEXT = frozenset({"Cc", "Cs", "Co", "Cn"})
ALTERED = frozenset({"html", "pdf", "feed", "json_feed", "eml", "mbox"})
"""What has an extracted text, cleaned once; text and rows stay as they stand."""


@dataclass(frozen=True, slots=True)
class InProcess:
    """Stands in for the child: parses here, and sends what is found over the same wire."""

    def parse(self, raw: bytes, kind: FileKind, name: str) -> Iterator[Entry]:
        """The entries, as they arrive from a child."""
        found = list(_bounded(parser(kind)(raw, name)))
        sent = [from_wire(json.loads(json.dumps(to_wire(entry)))) for entry in found]
        assert sent == found
        return iter(sent)


def parsed(kind: str) -> Callable[[bytes], None]:
    """The promise of one parser, in this process."""

    def keep(raw: bytes) -> None:
        for entry in InProcess().parse(raw, _PARSER.get(kind, kind), NAME):  # type: ignore[arg-type]
            kept(finished(entry, Input(NAME), "S1", _MOST), cleaned=kind in ALTERED)

    return keep


def recognised(raw: bytes) -> None:
    """Whatever the bytes are, they are documents or named, under any name."""
    contents = Contents(InProcess(), _MOST)  # type: ignore[arg-type]
    for name in ("a", "a.jsonl", "a.html", "a.eml"):
        found = [finished(entry, Input(name), "S1", _MOST) for entry in contents.documents(raw, name)]
        for item in found:
            kept(item, cleaned=False)


def as_it_stands(raw: bytes) -> None:
    """Text and rows are never altered."""
    recognised(raw)
    decoded = decode(raw)
    try:
        assert decoded is None or decoded.text == raw.decode() or decoded.note
    except UnicodeDecodeError:
        assert decoded is None or decoded.note


def brief(raw: bytes) -> None:
    """`check` finds its faults, and a brief read again is printed, or is said to be none."""
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # as the command does, before
        return
    checking.check(value, {})
    if any(departures(value)):  # as `show` does, before
        return
    texts = {row["sha256"]: row["text"] for row in value["sources"] if isinstance(row.get("text"), str)}
    try:
        again = render.read_brief(raw.decode("utf-8-sig"), texts)
    except BriefingError:
        return
    for form in ("md", "html", "text", "json"):
        render.as_form(again, form)


def kept(item: Document | Unread, *, cleaned: bool) -> None:
    """What holds of every item: its own words are safe to print, its text is clean, its offsets hold."""
    source = item.source
    for told in (source.name, source.title, source.author, source.key):
        assert told is None or _is_a_line(told), f"not a line: {told!r}"
    assert source.url is None or re.fullmatch(r"https?://\S+", source.url, re.IGNORECASE), source.url
    assert source.published is None or source.published.utcoffset() is not None
    if isinstance(item, Unread):
        assert item.detail
        assert _is_a_line(item.detail), f"not a line: {item.detail!r}"
        return
    assert item.text.strip()
    if cleaned:
        assert not (odd := _UNSEEN.findall(item.text)), f"unseen in the text: {odd[:5]!r}"
        odd = [c for c in item.text if c != "\n" and unicodedata.category(c) in _NO_TEXT]
        assert not odd, f"no text in the text: {odd[:5]!r}"
    before = 0
    for sentence in sentences.split(source.id, item.text):
        assert before <= sentence.span.start
        assert item.text[sentence.span.start : sentence.span.end] == sentence.text
        before = sentence.span.end


def _is_a_line(told: str) -> bool:
    hidden = any(unicodedata.category(c) in _NO_TEXT for c in told) or _UNSEEN.search(told)
    return bool(told) and not hidden and len(told.splitlines()) == 1


_PARSER: Mapping[str, str] = {"json_feed": "feed"}
PROMISES: Mapping[str, Callable[[bytes], None]] = {
    **{kind: parsed(kind) for kind in ("html", "pdf", "feed", "json_feed", "opml", "eml", "mbox")},
    "jsonl": as_it_stands,
    "text": as_it_stands,
    "kind": recognised,
    "brief": brief,
}
"""By what reads the input; "kind" is the recognition of kinds, given documents of all of them."""
