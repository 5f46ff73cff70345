"""Stories of invented sentences, before anything is written."""

from __future__ import annotations

from dataclasses import replace

from briefing.types import Cluster, Document, Origin, Reading, Sentence, Source, Span


def cluster(*texts: tuple[str, ...]) -> Cluster:
    """A story of one source for each tuple of sentences."""
    readings = []
    for n, sentences in enumerate(texts, 1):
        document = Document(Source(f"S{n}", f"Outlet {n}"), " ".join(sentences))
        start, cut = 0, []
        for k, sentence in enumerate(sentences, 1):
            cut.append(Sentence(f"S{n}.{k}", Span(f"S{n}", start, start + len(sentence)), sentence))
            start += len(sentence) + 1
        readings.append(Reading(document, tuple(cut)))
    return Cluster(
        "T1", tuple(readings), tuple(Origin(f"O{n}", (f"S{n}",)) for n in range(1, len(texts) + 1))
    )


def titled(told: Cluster, *titles: str) -> Cluster:
    """The story, its sources with these titles."""
    readings = tuple(
        replace(r, document=Document(Source(r.source.id, r.source.name, title=title), r.document.text))
        for r, title in zip(told.readings, titles, strict=True)
    )
    return replace(told, readings=readings)
