"""What an earlier brief told: each claim in its words, with the sentence that carries it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.grounding import content_overlap
from briefing.types import Brief, Citation, Disagreement, Earlier, Position, SourceEntry, Statement, Story


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in the words in which it was told; `at` is when its source said so, as far as that is known."""

    text: str
    earlier: Earlier
    at: datetime


def told_in(brief: Brief, story: Story) -> tuple[Told, ...]:
    """Every claim of one story of a brief: its sentences, the sides of its disagreements, its changes."""
    entries = {entry.source.id: entry for entry in brief.sources}
    said: list[Statement | Position] = [*story.statements]
    said += [p for d in story.disagreements for p in d.positions]
    said += [p for change in story.changes for p in change.now]
    return tuple(t for statement in said for t in _claims(statement, entries, brief.as_of))


def sides_in(brief: Brief, disagreement: Disagreement) -> tuple[tuple[Told, ...], ...]:
    """The sides of a disagreement, each as what was told of it."""
    entries = {entry.source.id: entry for entry in brief.sources}
    return tuple(tuple(_claims(p, entries, brief.as_of)) for p in disagreement.positions)


def aware(moment: datetime) -> datetime:
    """The moment with a zone: one without is taken as UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _claims(
    statement: Statement | Position, entries: dict[str, SourceEntry], told: datetime
) -> Iterator[Told]:
    """What one statement told: a quotation says what each of its sentences says, other words their own."""
    if statement.support.verdict == "quoted":
        for citation in statement.citations:
            if earlier := _earlier(citation, entries, told):
                yield Told(citation.quote, earlier, _at(entries[citation.span.source], told))
    else:
        best = _best(statement.text, statement.citations)
        if earlier := _earlier(best, entries, told):
            yield Told(statement.text, earlier, _at(entries[best.span.source], told))


def _best(text: str, citations: Sequence[Citation]) -> Citation:
    return max(citations, key=lambda citation: content_overlap(text, [citation.quote]))


def _at(entry: SourceEntry, told: datetime) -> datetime:
    """When the source was published, at the latest when the brief was made."""
    published = entry.source.published
    return min(aware(published), aware(told)) if published else aware(told)


def _earlier(citation: Citation, entries: dict[str, SourceEntry], told: datetime) -> Earlier | None:
    entry = entries[citation.span.source]
    if entry.document is None:
        return None
    source, span = entry.source, citation.span
    return Earlier(
        citation.quote,
        told,
        source.name,
        entry.document.id,
        span.start,
        span.end,
        source.title,
        source.url,
        source.published,
    )
