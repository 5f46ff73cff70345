"""Prose: the sentences of a story that are weighed."""

from __future__ import annotations

from itertools import islice

from briefing.extractive.scraps import is_scrap
from briefing.types import Cluster, Sentence

_MOST = 1500
"""Sentences of a story, the first of each source; bounds the matrix of how alike they are at 9 MB."""


def prose(cluster: Cluster) -> tuple[Sentence, ...]:
    """What is neither heading nor scrap of each source; of one that has none, whatever it has."""
    share = max(1, _MOST // max(1, len(cluster.readings)))
    found: list[Sentence] = []
    for reading in cluster.readings:
        told = (s for s in reading.sentences if not s.heading and not is_scrap(s.text))
        found += [*islice(told, share)] or reading.sentences[:share]
    return tuple(found[:_MOST])
