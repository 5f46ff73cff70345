"""What was read: sources and their documents, and what gave no text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from briefing.types.omission import Reason


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from, as its reader is told; `id` ("S1") runs in command-line order."""

    id: str
    name: str
    key: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    published: datetime | None = None
    language: str | None = None
    note: str | None = None
    lacking: str | None = None
    """What of it was not read, where its text is known not to be the whole."""
    weight: float = 1.0
    private: bool = False
    channel: str = ""
    """The argument or configured place that it came through: a feed, a folder, a file."""
    group: str | None = None
    """As configured, else the folder of the list of feeds that it stands in."""


@dataclass(frozen=True, slots=True, init=False)
class Document:
    """One source's final text; every offset anywhere is a code point into `text`.

    `id` is the SHA-256 of the text's UTF-8 in hexadecimal: equal content is equal identity.
    """

    source: Source
    utf8: bytes = field(repr=False)
    """What is kept of the text: as characters, one typographic quote in it would make it twice as large."""
    id: str

    def __init__(self, source: Source, text: str) -> None:
        object.__setattr__(self, "source", source)
        object.__setattr__(self, "utf8", text.encode())
        object.__setattr__(self, "id", hashlib.sha256(self.utf8).hexdigest())

    @property
    def text(self) -> str:
        """The text, made anew each time: whoever needs it more than once keeps it."""
        return self.utf8.decode()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as it was fetched, with what its server needs to say that it has not changed."""

    body: bytes = field(repr=False)
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that gave no text to brief from, and why."""

    source: Source
    why: Reason
    detail: str
    repeated: bool = False
    """Whether an earlier brief has said so, once for all: it is not listed again."""
