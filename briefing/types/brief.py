"""The finished brief (docs/formats.md): everything that a renderer needs, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from briefing.types.change import Change
from briefing.types.claim import Citation, Disagreement, Support, check_cited
from briefing.types.document import Document, Omission, Source
from briefing.types.roles import Role

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
class Tally:
    """What an engine counted on its way: statements proposed, and what became of them."""

    proposed: int = 0
    dropped: int = 0
    replaced_by_quotation: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.proposed + other.proposed,
            self.dropped + other.dropped,
            self.replaced_by_quotation + other.replaced_by_quotation,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A story as an engine wrote it, with what it counted and what it left out on the way."""

    story: Story
    tally: Tally = Tally()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    """The brief's own figures; a ratio with nothing to count is None."""

    statements: int = 0
    proposed: int = 0
    dropped: int = 0
    replaced_by_quotation: int = 0
    words: int = 0
    citation_coverage: float | None = None
    quote_fidelity: float | None = None
    numbers_grounded: float | None = None
    names_grounded: float | None = None
    source_coverage: float | None = None
    loaded_terms: int = 0
    duplicate_statements: int = 0


@dataclass(frozen=True, slots=True)
class Usage:
    """What the run cost: calls, tokens, US dollars (None where the price is unknown), seconds."""

    calls: int = 0
    cached_calls: int = 0
    failed_calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = 0.0
    seconds: float = 0.0

    def __sub__(self, before: Usage) -> Usage:
        """What was spent since `before`; its seconds are left out."""
        cost = None
        if self.cost_usd is not None and before.cost_usd is not None:
            cost = self.cost_usd - before.cost_usd
        return Usage(
            self.calls - before.calls,
            self.cached_calls - before.cached_calls,
            self.failed_calls - before.failed_calls,
            self.prompt_tokens - before.prompt_tokens,
            self.completion_tokens - before.completion_tokens,
            cost,
        )


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
    checks: Checks = Checks()
    usage: Usage = Usage()
    language: str = LANGUAGE
    changes: tuple[Change, ...] = ()
    """What changed since an earlier brief, where no story of this one holds it."""

    @property
    def complete(self) -> bool:
        """Whether nothing failed that a reader must hear of (exit code 0 rather than 3)."""
        return not self.engine.fallbacks and not any(o.why in FAILURES for o in self.not_covered)


FAILURES = frozenset(
    {"unreadable", "too_large", "incomplete", "empty", "budget", "time_out", "blocked_address"}
)
"""Reasons under "Not covered" that make a brief incomplete (exit code 3)."""
