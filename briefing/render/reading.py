"""A brief again from its JSON and its texts: `read_brief(json(brief), texts)` prints what `brief` prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from json import loads
from typing import Any

from briefing.errors import BriefingError
from briefing.render.encoding import moment
from briefing.types import (
    FORMAT,
    Brief,
    Change,
    Checks,
    Citation,
    Disagreement,
    Document,
    Earlier,
    EngineRecord,
    Mention,
    Omission,
    Position,
    Source,
    SourceEntry,
    Span,
    Statement,
    Story,
    Support,
    Usage,
)

Fields = Mapping[str, Any]
_ID = re.compile(r"S[0-9]{1,9}")


def read_brief(json: str, texts: Mapping[str, str]) -> Brief:
    """The brief; `texts` are those of its sources by their SHA-256.

    What only ranks and guards a run (a source's weight and privacy, a disagreement's weight) is not in the
    JSON, which holds everything in its final order. Raises BriefingError where it is no brief, or where a
    text is missing.
    """
    try:
        fields = loads(json)
        if fields["format"] != FORMAT:
            raise BriefingError(f"it is {fields['format']}, and {FORMAT} is read: use a newer version")
        return _Reader.of(fields, texts).brief(fields)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise BriefingError(f"it is not a whole brief ({type(error).__name__}: {error})") from error


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the parts of a brief point to."""

    entries: tuple[SourceEntry, ...]
    cited: Mapping[str, Citation]
    origins: Mapping[str, str]

    @classmethod
    def of(cls, fields: Fields, texts: Mapping[str, str]) -> _Reader:
        entries = tuple(_entry(row, texts) for row in fields["sources"])
        origins = {e.source.id: e.origin or e.source.id for e in entries}
        cited = {name: _citation(citation) for name, citation in fields["citations"].items()}
        if strange := {citation.span.source for citation in cited.values()} - origins.keys():
            raise BriefingError(f"it cites sources that it does not have: {', '.join(sorted(strange))}")
        return cls(entries, cited, origins)

    def brief(self, fields: Fields) -> Brief:
        return Brief(
            title=fields["title"],
            as_of=datetime.fromisoformat(fields["as_of"]),
            since=moment(fields["since"]),
            engine=EngineRecord(**fields["engine"]),
            sources=self.entries,
            stories=tuple(self.story(story) for story in fields["stories"]),
            also=tuple(
                Mention(m["headline"], tuple(m["sources"]), self.citations(m)) for m in fields["also"]
            ),
            not_covered=tuple(Omission(**omission) for omission in fields["not_covered"]),
            checks=Checks(**fields["checks"]),
            usage=Usage(**fields["usage"]),
            language=fields["language"],
            changes=self.changes(fields),
        )

    def story(self, fields: Fields) -> Story:
        return Story(
            fields["id"],
            fields["headline"],
            tuple(fields["sources"]),
            fields["origins"],
            fields["engine"],
            tuple(self.statement(sentence) for sentence in fields["sentences"]),
            tuple(self.disagreement(disagreement) for disagreement in fields["disagreements"]),
            self.changes(fields),
        )

    def changes(self, fields: Fields) -> tuple[Change, ...]:
        """Of a brief or a story: the field is there only where something changed."""
        return tuple(
            Change(
                change["kind"],
                change["about"],
                datetime.fromisoformat(change["since"]),
                tuple(_earlier(row) for row in change["before"]),
                tuple(self.position(position) for position in change["now"]),
            )
            for change in fields.get("changes", ())
        )

    def statement(self, fields: Fields) -> Statement:
        return Statement(
            fields["text"],
            fields["role"],
            self.citations(fields),
            Support(**fields["support"]),
            fields["attributed_to"],
            fields["via"],
        )

    def disagreement(self, fields: Fields) -> Disagreement:
        positions = tuple(self.position(position) for position in fields["positions"])
        return Disagreement(fields["question"], fields["kind"], fields["strength"], positions)

    def position(self, fields: Fields) -> Position:
        origins = frozenset(self.origins[source] for source in fields["sources"])
        return Position(fields["text"], self.citations(fields), origins, Support(**fields["support"]))

    def citations(self, fields: Fields) -> tuple[Citation, ...]:
        return tuple(self.cited[name] for name in fields["citations"])


def _entry(fields: Fields, texts: Mapping[str, str]) -> SourceEntry:
    if not _ID.fullmatch(fields["id"]):
        raise BriefingError(f"{fields['id']} is not the id of a source")
    source = Source(
        fields["id"],
        fields["name"],
        fields["key"],
        fields["title"],
        fields["author"],
        fields["url"],
        fields["path"],
        moment(fields["published"]),
        fields["language"],
    )
    document, digest = None, fields["sha256"]
    if digest is not None:
        if digest not in texts:
            raise BriefingError(f"the text of {source.id} is missing")
        document = Document(source, texts[digest])
        if document.id != digest:
            raise BriefingError(f"the text of {source.id} is not the one that was read")
    return SourceEntry(source, fields["status"], document, fields["tokens"], fields["origin"], fields["note"])


def _earlier(fields: Fields) -> Earlier:
    times = {"told": datetime.fromisoformat(fields["told"]), "published": moment(fields["published"])}
    return Earlier(**{**fields, **times})


def _citation(fields: Fields) -> Citation:
    return Citation(Span(fields["source"], fields["start"], fields["end"]), fields["quote"])
