"""A brief as the scores see it: its check-worthy statements, each with the evidence that it cites."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefing import sentences
from briefing.checking.facsimile import Item, items, strings
from briefing.checking.shape import instant
from briefing.evaluation.assertion import Assertion, CitedText, Flag
from briefing.types import Sentence, Span


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
        given = cited.items() if isinstance(cited, Mapping) else ()
        return {k: found for k, value in given if (found := self._resolved(k, value))}

    @cached_property
    def _entries(self) -> Mapping[str, Item]:
        return {str(s.get("id")): s for s in self.sources}

    def _flag(self, value: Item) -> Flag:
        where, question, kind, strength = (str(value.get(k)) for k in ("id", "question", "kind", "strength"))
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
        span, entry = Span(str(source), start, end), self._entries.get(str(source), {})
        published, outlet = instant(entry.get("published")), str(entry.get("name", ""))
        exact = text[start:end] == value.get("quote")
        return CitedText(name, span, self._around(span), exact, published, outlet)

    def _around(self, span: Span) -> str:
        read = self.read(span.source)
        first = bisect_right(read, span.start, key=lambda s: s.span.end)
        within = [s.span for s in read[first:] if s.span.start < span.end]
        start, end = min([span.start, *(s.start for s in within)]), max([span.end, *(s.end for s in within)])
        return self.texts[span.source][start:end]
