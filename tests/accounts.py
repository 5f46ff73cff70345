"""Invented accounts of one event, as the detectors are given them."""

from __future__ import annotations

from briefing.extractive import detectors
from briefing.sentences import split
from briefing.types import Cluster, Disagreement, Document, Origin, Reading, Source


def cluster(*texts: str, copies: tuple[str, ...] = ()) -> Cluster:
    """One source and one origin a text (S1 and O1 first); `copies` are further sources of O1."""
    documents = [Document(Source(f"S{n}", f"Outlet {n}"), text) for n, text in enumerate(texts, start=1)]
    readings = tuple(Reading(d, split(d.source.id, d.text)) for d in documents)
    origins = [Origin(f"O{n}", (d.source.id,)) for n, d in enumerate(documents, start=1)]
    origins[0] = Origin("O1", ("S1", *copies))
    return Cluster("T1", readings, tuple(origins))


def compared(*texts: str) -> tuple[Disagreement, ...]:
    """What these accounts disagree about."""
    return detectors.detect(cluster(*texts))


def kinds(*texts: str) -> list[tuple[str, str]]:
    """The kind and strength of each disagreement."""
    return [(d.kind, d.strength) for d in compared(*texts)]
