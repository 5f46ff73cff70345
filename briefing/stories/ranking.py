"""The order in which stories are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from briefing.types import Cluster, Reading
from briefing.words import stem, words

LEAD_SENTENCES = 3
"""Of each reading: a topic further down is mentioned, not reported on."""


def ranked(
    clusters: Sequence[Cluster], *, raised: Sequence[str] = (), muted: Sequence[str] = ()
) -> tuple[tuple[Cluster, ...], tuple[Cluster, ...]]:
    """The clusters to tell, renumbered "T1", "T2", …, and those on a muted topic, as they came.

    Raised topics come first, then what more origins carry, then what a weightier source carries, then
    what was published last (unknown: at the end); clusters that tie keep their order.

    A topic is one or more words. It matches whole words, stemmed, in the title or the first sentences
    of at least half of a cluster's readings.
    """
    hushed = [_on_topic(cluster, muted) for cluster in clusters]
    told = [cluster for cluster, hush in zip(clusters, hushed, strict=True) if not hush]
    quiet = [cluster for cluster, hush in zip(clusters, hushed, strict=True) if hush]
    told.sort(key=lambda cluster: _place(cluster, raised))
    return tuple(replace(c, id=f"T{number}") for number, c in enumerate(told, start=1)), tuple(quiet)


def rank_key(
    origins: int, latest: float, *, weight: float = 1.0, raised: bool = False
) -> tuple[bool, int, float, float]:
    """Where a story stands among others: it sorts by this.

    `latest` is when it was published last, in one unit for all; -inf where nobody knows.
    """
    return not raised, -origins, -weight, -latest


def _place(cluster: Cluster, raised: Sequence[str]) -> tuple[bool, int, float, float]:
    sources = [reading.source for reading in cluster.readings]
    latest = max((s.published.timestamp() for s in sources if s.published), default=-inf)
    weight = max(source.weight for source in sources)
    return rank_key(len(cluster.origins), latest, weight=weight, raised=_on_topic(cluster, raised))


def _on_topic(cluster: Cluster, topics: Sequence[str]) -> bool:
    if not topics:
        return False
    hits = sum(any(_stemmed(topic) in lead for topic in topics) for lead in map(_lead, cluster.readings))
    return 2 * hits >= len(cluster.readings)


def _lead(reading: Reading) -> str:
    sentences = " ".join(sentence.text for sentence in reading.sentences[:LEAD_SENTENCES])
    return _stemmed(f"{reading.source.title or ''} {sentences}")


def _stemmed(text: str) -> str:
    """The stems between single spaces, so that whole words are found as substrings."""
    return f" {' '.join(map(stem, words(text)))} "
