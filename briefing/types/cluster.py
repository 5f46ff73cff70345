"""Documents about one event, as an engine is given them: readings, and whose texts they carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.types.document import Document, Source
from briefing.types.span import Sentence, Span


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
