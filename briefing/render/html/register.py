"""What the parts of the page look up: names, origins, who carries a sentence, where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from briefing.outlets import outlets
from briefing.render.html.context import Range
from briefing.render.order import Numbering
from briefing.render.wording import count
from briefing.types import Brief, Citation, SourceEntry
from briefing.words import matching_key


@dataclass(frozen=True, slots=True)
class Register:
    """The sources of a brief, by id, and its citations, by number."""

    numbering: Numbering
    entries: Mapping[str, SourceEntry]
    names: Mapping[str, str]
    """What each source is called, raw."""
    origins: Mapping[str, tuple[str, ...]]
    """The sources of each origin, in their order; a source without one is its own."""

    @classmethod
    def of(cls, brief: Brief) -> Self:
        """The register of this brief."""
        origins: dict[str, list[str]] = defaultdict(list)
        for entry in brief.sources:
            origins[entry.origin or entry.source.id].append(entry.source.id)
        entries = {entry.source.id: entry for entry in brief.sources}
        sharing = {name: tuple(ids) for name, ids in origins.items()}
        return cls(Numbering.of(brief), entries, outlets(e.source for e in brief.sources), sharing)

    def name(self, source: str) -> str:
        """The outlet's name, raw."""
        return self.names[source]

    def origin(self, source: str) -> str:
        """The id of the origin that carries the source."""
        return self.entries[source].origin or source

    def ranges(self, source: str) -> dict[int, Range]:
        """Where each citation from the source stands in its text, by number; only what does stand there."""
        document = self.entries[source].document
        return {
            number: (citation.span.start, citation.span.end)
            for number, citation in enumerate(self.numbering.citations, start=1)
            if citation.span.source == source and document and citation.holds(document)
        }

    def carriers(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """The sources that carry these words: those cited, and of their origins all that have them too."""
        found = {
            source
            for citation in citations
            for source in self.origins[self.origin(citation.span.source)]
            if source == citation.span.source or self._has(source, citation.quote)
        }
        return tuple(source for source in self.entries if source in found)

    def voices(self, citations: Iterable[Citation]) -> str:
        """How many outlets carry these words, and how many voices they are: "4 outlets, 1 origin"."""
        carriers = self.carriers(citations)
        outlets = {self.name(source) for source in carriers}
        origins = {self.origin(source) for source in carriers}
        return f"{count(len(outlets), 'outlet')}, {count(len(origins), 'origin')}"

    def spread(self, citations: Iterable[Citation]) -> int:
        """How many origins these citations rest on."""
        return len({self.origin(citation.span.source) for citation in citations})

    def _has(self, source: str, quote: str) -> bool:
        document = self.entries[source].document
        return document is not None and matching_key(quote) in _key(document.text)


def citing(spreads: Sequence[int]) -> str:
    """How many sentences rest on several origins, given on how many each does."""
    several = sum(spread > 1 for spread in spreads)
    verb = "cites" if several == 1 else "cite"
    return f"{several:,} of {count(len(spreads), 'sentence')} {verb} two origins or more"


_key = lru_cache(256)(matching_key)
