"""What was read: sources, documents, and the spans of their text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Reason = Literal[
    "unreadable",
    "too_large",
    "language",
    "incomplete",
    "empty",
    "duplicate",
    "off_window",
    "low_rank",
    "furniture",
    "ungrounded",
    "unsupported",
    "malformed_reply",
    "refused",
    "model_unavailable",
    "budget",
    "time_out",
    "blocked_address",
]


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that the brief does not cover: what it is, why, and in which way."""

    what: str
    why: Reason
    detail: str


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


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in the text of the source with id `source`."""

    source: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end}) of {self.source}")

    def hits(self, other: Span) -> bool:
        """Whether both lie in one source and overlap by at least half of the shorter one."""
        overlap = min(self.end, other.end) - max(self.start, other.start)
        return self.source == other.source and 2 * overlap >= min(
            self.end - self.start, other.end - other.start
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` is the slice of its span; `id` ("S2.17") is all that a model ever sees of it."""

    id: str
    span: Span
    text: str
    paragraph: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the sentences worth reading: repeats and page furniture are gone."""

    document: Document
    sentences: Sequence[Sentence]

    @property
    def source(self) -> Source:
        """The document's source."""
        return self.document.source


@dataclass(frozen=True, slots=True)
class Origin:
    """The sources that carry one text, in their order; they count as one voice.

    `copies` are those of `sources` with nothing in them that an earlier one has not.
    """

    id: str
    sources: tuple[str, ...]
    copies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents about one event, before anything is written: what an engine is given.

    `readings` are in source order, copies left out; `origins` are all that carry the event.
    """

    id: str
    readings: tuple[Reading, ...]
    origins: tuple[Origin, ...]

    def origin_of(self, source: str) -> str:
        """The id of the origin that carries this source."""
        return next(origin.id for origin in self.origins if source in origin.sources)

    def origins_of(self, spans: Iterable[Span]) -> frozenset[str]:
        """The ids of the origins whose texts these spans are of."""
        return frozenset(self.origin_of(span.source) for span in spans)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that carry the event, copies too, in source order: "S2" before "S10"."""
        carriers = {source for origin in self.origins for source in origin.sources}
        return tuple(sorted(carriers, key=lambda source: (len(source), source)))

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence worth reading, in source order, one by one."""
        return (s for reading in self.readings for s in reading.sentences)
