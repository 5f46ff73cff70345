"""The brief as JSON, `briefing/1` (docs/formats.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from briefing.render.encoding import encode, timestamp
from briefing.render.order import Numbering, changes, disagreements, statements
from briefing.types import (
    FORMAT,
    Brief,
    Change,
    Disagreement,
    EngineRecord,
    Mention,
    Position,
    SourceEntry,
    Statement,
    Story,
)


def json(brief: Brief) -> str:
    """The brief as JSON."""
    return _encoded(brief, [source_fields(entry) for entry in brief.sources])


def json_with_text(brief: Brief) -> str:
    """The same with each source's text, so that the file proves itself."""
    return _encoded(brief, [_with_text(entry) for entry in brief.sources])


def _encoded(brief: Brief, sources: Sequence[Mapping[str, Any]]) -> str:
    numbering = Numbering.of(brief)
    return encode(
        {
            "format": FORMAT,
            "title": brief.title,
            "as_of": timestamp(brief.as_of),
            "since": timestamp(brief.since),
            "language": brief.language,
            "engine": _engine(brief.engine),
            "sources": sources,
            "stories": [_story(story, numbering) for story in brief.stories],
            **_changes(brief, "U", numbering),
            "also": [_mention(mention, numbering) for mention in brief.also],
            "citations": _citations(numbering),
            "not_covered": [asdict(omission) for omission in brief.not_covered],
            "checks": asdict(brief.checks),
            "usage": asdict(brief.usage),
        }
    )


def source_fields(entry: SourceEntry) -> dict[str, Any]:
    """One row of `sources`."""
    source, document = entry.source, entry.document
    return {
        "id": source.id,
        "key": source.key,
        "name": source.name,
        "title": source.title,
        "author": source.author,
        "url": source.url,
        "path": source.path,
        "published": timestamp(source.published),
        "language": source.language,
        "sha256": document.id if document else None,
        "characters": len(document.text) if document else 0,
        "tokens": entry.tokens,
        "origin": entry.origin,
        "status": entry.status,
        "note": entry.note if entry.note is not None else source.note,
    }


def _with_text(entry: SourceEntry) -> dict[str, Any]:
    fields = source_fields(entry)
    return {**fields, "text": entry.document.text} if entry.document else fields


def _engine(engine: EngineRecord) -> dict[str, Any]:
    return {
        "kind": engine.kind,
        "model": engine.model,
        "host": engine.host,
        "prompts": dict(engine.prompts),
        "fallbacks": engine.fallbacks,
    }


def _story(story: Story, numbering: Numbering) -> dict[str, Any]:
    return {
        "id": story.id,
        "headline": story.headline,
        "sources": list(story.sources),
        "origins": story.origins,
        "engine": story.engine,
        "sentences": [
            _statement(f"{story.id}.{n}", statement, numbering)
            for n, statement in enumerate(statements(story), start=1)
        ],
        "disagreements": [
            _disagreement(f"{story.id}.X{n}", disagreement, numbering)
            for n, disagreement in enumerate(disagreements(story), start=1)
        ],
        **_changes(story, f"{story.id}.U", numbering),
    }


def _statement(identifier: str, statement: Statement, numbering: Numbering) -> dict[str, Any]:
    return {
        "id": identifier,
        "role": statement.role,
        "text": statement.text,
        "citations": _names(numbering(statement.citations)),
        "attributed_to": statement.attributed_to,
        "via": statement.via,
        "support": asdict(statement.support),
    }


def _disagreement(identifier: str, disagreement: Disagreement, numbering: Numbering) -> dict[str, Any]:
    return {
        "id": identifier,
        "question": disagreement.question,
        "kind": disagreement.kind,
        "strength": disagreement.strength,
        "positions": [_position(position, numbering) for position in disagreement.positions],
    }


def _position(position: Position, numbering: Numbering) -> dict[str, Any]:
    return {
        "text": position.text,
        "sources": list(numbering.sources(position.citations)),
        "citations": _names(numbering(position.citations)),
        "support": asdict(position.support),
    }


def _changes(of: Brief | Story, prefix: str, numbering: Numbering) -> dict[str, Any]:
    """The field `changes`, which is there only where something changed since an earlier brief."""
    rows = [_change(f"{prefix}{n}", change, numbering) for n, change in enumerate(changes(of), start=1)]
    return {"changes": rows} if rows else {}


def _change(identifier: str, change: Change, numbering: Numbering) -> dict[str, Any]:
    return {
        "id": identifier,
        "kind": change.kind,
        "about": change.about,
        "since": timestamp(change.since),
        "before": [
            asdict(earlier) | {"told": timestamp(earlier.told), "published": timestamp(earlier.published)}
            for earlier in change.before
        ],
        "now": [_position(position, numbering) for position in change.now],
    }


def _mention(mention: Mention, numbering: Numbering) -> dict[str, Any]:
    return {
        "headline": mention.headline,
        "sources": list(mention.sources),
        "citations": _names(numbering(mention.citations)),
    }


def _citations(numbering: Numbering) -> dict[str, Any]:
    return {
        f"C{n}": {"source": c.span.source, "start": c.span.start, "end": c.span.end, "quote": c.quote}
        for n, c in enumerate(numbering.citations, start=1)
    }


def _names(numbers: tuple[int, ...]) -> list[str]:
    return [f"C{n}" for n in numbers]
