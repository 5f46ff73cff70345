"""The finished brief (docs/formats.md): everything that a renderer needs, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from briefing.types.change import Change
from briefing.types.checks import Checks, Tally
from briefing.types.claim import Citation, Disagreement, Support, check_cited
from briefing.types.document import Document, Source
from briefing.types.omission import FAILURES, Omission
from briefing.types.roles import Role
from briefing.types.usage import Usage

EngineKind = Literal["model", "extractive"]
Status = Literal["used", "copy", "empty", "failed", "skipped"]

FORMAT = "briefing/1"
"""What its JSON is called; one that a reader of today would not understand has another number."""
LANGUAGE = "en"
"""Of every brief; text in another is named and left out."""
STORY_WORDS = 250
"""Of the sentences of one story, at most."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a story, with its evidence."""

    text: str
    role: Role
    citations: tuple[Citation, ...]
    support: Support
    attributed_to: str | None = None
    via: str | None = None

    def __post_init__(self) -> None:
        check_cited(self.text, self.citations)


@dataclass(frozen=True, slots=True)
class Story:
    """One event as the brief tells it; `origins` counts the voices that carry it."""

    id: str
    headline: str
    sources: tuple[str, ...]
    origins: int
    engine: EngineKind
    statements: tuple[Statement, ...]
    disagreements: tuple[Disagreement, ...] = ()
    changes: tuple[Change, ...] = ()
    """What changed since an earlier brief told of it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A story that is only named: it ranks below those told."""

    headline: str
    sources: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What became of one source; `document` is None where there is no text."""

    source: Source
    status: Status
    document: Document | None = None
    tokens: int = 0
    origin: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EngineRecord:
    """What wrote the brief; `prompts` maps a stage to its template's fingerprint ("sha256:…").

    `fallbacks` counts stories that the model was to write and the extractive engine wrote,
    or that were left out.
    """

    kind: EngineKind
    model: str | None = None
    host: str | None = None
    prompts: Mapping[str, str] = field(default_factory=dict)
    fallbacks: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A story as an engine wrote it, with what it counted and what it left out on the way."""

    story: Story
    tally: Tally = field(default_factory=Tally)
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A finished brief."""

    title: str
    as_of: datetime
    since: datetime | None
    engine: EngineRecord
    sources: tuple[SourceEntry, ...]
    stories: tuple[Story, ...]
    also: tuple[Mention, ...]
    not_covered: tuple[Omission, ...]
    checks: Checks = field(default_factory=Checks)
    usage: Usage = field(default_factory=Usage)
    language: str = LANGUAGE
    changes: tuple[Change, ...] = ()
    """What changed since an earlier brief, where no story of this one holds it."""

    @property
    def complete(self) -> bool:
        """Whether nothing failed that a reader must hear of (exit code 0 rather than 3)."""
        return not self.engine.fallbacks and not any(o.why in FAILURES for o in self.not_covered)
