"""A brief as the scores see it: its check-worthy statements, each with the evidence that it cites."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from briefing import sentences
from briefing.checking.facsimile import Item, items, strings
from briefing.checking.shape import instant
from briefing.grounding import passed_on
from briefing.types import Sentence, Span, unquoted
from briefing.words import matching_key


@dataclass(frozen=True, slots=True)
class CitedText:
    """A citation that resolves to a source's text; `exact` where its quote is the slice of its span."""

    id: str
    span: Span
    text: str
    """The span, with the sentences around it."""
    exact: bool
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """A sentence of a story, or a position of a disagreement under its question.

    `where` is its id; `given` are the ids that it cites, each once, `citations` those of them that resolve.
    `quoted`: its text is a source's, verbatim; `via` is the outlet that it credits.
    """

    where: str
    text: str
    given: tuple[str, ...]
    citations: tuple[CitedText, ...]
    attributed_to: str | None = None
    quoted: bool = False
    question: str | None = None
    via: str | None = None

    @property
    def printed(self) -> str:
        """The statement as a reader meets it: under its question, with the outlet that it credits."""
        under = f"({self.question.rstrip('?')}?) " if self.question else ""
        return f"{under}{self.text}{f' (citing {self.via})' if self.via else ''}"

    def under(self, question: str) -> Assertion:
        """The position as it is printed: under its question, with the outlets that its sentences pass on."""
        via = None if self.quoted else ", ".join(passed_on(self.text, self.evidence))
        return replace(self, question=question, via=via or None)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The texts of its citations, each once, in order."""
        return tuple(dict.fromkeys(c.text for c in self.citations))

    @property
    def verbatim(self) -> bool:
        """Whether it is `quoted`, and its words stand in a text that it cites, whatever marks are within."""
        words = matching_key(unquoted(self.text))
        return self.quoted and any(words in matching_key(text) for text in self.evidence)

    @property
    def published(self) -> tuple[datetime | None, ...]:
        """When the source of each text of `evidence` was published."""
        return tuple({c.text: c.published for c in reversed(self.citations)}[text] for text in self.evidence)


@dataclass(frozen=True, slots=True)
class Flag:
    """A disagreement that the brief tells."""

    where: str
    question: str
    kind: str
    strength: str
    positions: tuple[Assertion, ...]


@dataclass(frozen=True)
class Account:
    """The brief, as loaded from JSON, beside its sources' texts, by source id."""

    brief: Item
    texts: Mapping[str, str]

    @cached_property
    def sentences(self) -> tuple[Assertion, ...]:
        """The sentences of all stories."""
        return tuple(
            self._statement(s, str(s.get("id"))) for story in self.stories for s in items(story, "sentences")
        )

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """The disagreements of all stories."""
        return tuple(self._flag(d) for story in self.stories for d in items(story, "disagreements"))

    @property
    def statements(self) -> tuple[Assertion, ...]:
        """The check-worthy statements: every sentence, and every position of a disagreement."""
        return self.sentences + tuple(p for flag in self.flags for p in flag.positions)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span that a statement cites, each once."""
        return tuple(dict.fromkeys(c.span for statement in self.statements for c in statement.citations))

    @property
    def stories(self) -> list[Item]:
        """The stories told."""
        return items(self.brief, "stories")

    @property
    def sources(self) -> list[Item]:
        """The sources as the brief lists them."""
        return items(self.brief, "sources")

    @property
    def used(self) -> tuple[str, ...]:
        """The sources with a text that the brief is made of, copies among them, whatever its stories name."""
        return tuple(str(s.get("id")) for s in self._made_of if str(s.get("id")) in self.texts)

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """The origin of each source that the brief is made of."""
        return {str(s.get("id")): str(s["origin"]) for s in self._made_of if s.get("origin")}

    @property
    def _made_of(self) -> list[Item]:
        return [s for s in self.sources if s.get("status") in ("used", "copy")]

    def read(self, source: str) -> tuple[Sentence, ...]:
        """The sentences of a source's text."""
        return self._read[source]

    @cached_property
    def _read(self) -> Mapping[str, tuple[Sentence, ...]]:
        return {source: sentences.split(source, text) for source, text in self.texts.items()}

    @cached_property
    def _cited(self) -> dict[str, CitedText]:
        cited = self.brief.get("citations")
        found = {k: self._resolved(k, c) for k, c in cited.items()} if isinstance(cited, Mapping) else {}
        return {k: c for k, c in found.items() if c is not None}

    @cached_property
    def _published(self) -> Mapping[str, datetime | None]:
        return {str(s.get("id")): instant(s.get("published")) for s in self.sources}

    def _flag(self, value: Item) -> Flag:
        where = str(value.get("id"))
        question, kind, strength = (str(value.get(k)) for k in ("question", "kind", "strength"))
        positions = tuple(
            self._statement(p, f"{where}.P{n}").under(question)
            for n, p in enumerate(items(value, "positions"), start=1)
        )
        return Flag(where, question, kind, strength, positions)

    def _statement(self, value: Item, where: str) -> Assertion:
        given = tuple(dict.fromkeys(strings(value, "citations")))
        support = value.get("support")
        speaker, via = value.get("attributed_to"), value.get("via")
        return Assertion(
            where,
            str(value.get("text", "")),
            given,
            tuple(self._cited[c] for c in given if c in self._cited),
            speaker if isinstance(speaker, str) else None,
            isinstance(support, Mapping) and support.get("verdict") == "quoted",
            via=via if isinstance(via, str) else None,
        )

    def _resolved(self, name: str, value: Any) -> CitedText | None:
        if not isinstance(value, Mapping):
            return None
        source, start, end = (value.get(k) for k in ("source", "start", "end"))
        text = self.texts.get(str(source))
        if text is None or type(start) is not int or type(end) is not int:  # a bool is an int, and no offset
            return None
        if not 0 <= start < end <= len(text):
            return None
        span = Span(str(source), start, end)
        exact = text[start:end] == value.get("quote")
        return CitedText(name, span, self._around(span), exact, self._published.get(span.source))

    def _around(self, span: Span) -> str:
        read = self.read(span.source)
        first = bisect_right(read, span.start, key=lambda s: s.span.end)
        within = [s.span for s in read[first:] if s.span.start < span.end]
        start, end = min([span.start, *(s.start for s in within)]), max([span.end, *(s.end for s in within)])
        return self.texts[span.source][start:end]
