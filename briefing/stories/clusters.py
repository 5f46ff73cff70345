"""Documents about one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from math import nan

import numpy as np

from briefing.arrays import Numbers
from briefing.stories.linkage import Edge, average_link
from briefing.stories.naming import telling_names
from briefing.stories.ranking import ranked
from briefing.stories.vectors import Vectors, vectors
from briefing.types import Cluster, Origin, Reading

THRESHOLD = 0.22
"""Mean cosine from which two groups are one event. Swept: .16 to .26, on three sets of events and on
piles of 2 to 16 documents drawn from them (BASIL, ECB+, the gold cases): flat from .20 to .24."""

NAMED = 64
"""Texts up to which the names that two share count, too: outlets that tell one event in words of their own
still name the same people and places. In a large pile, names in the news would join what is apart."""

NAMES_WEIGHT = 0.4
NAMED_THRESHOLD = 0.30
"""The part that shared names have beside the cosine, and the threshold of their sum. Swept: weights .1 to .4,
thresholds .22 to .33, on small piles (BASIL, ECB+, the gold cases). B³ F1 with names, and without: gold .988,
.992; BASIL .999, .997; ECB+ .971, .966; cases written without a common source .969, .895."""

WINDOW = 7.0
"""Days between two texts of a larger pile from which on they tell two events, where both dates are known: the
reports of BASIL's 100 events lie at most 4 days apart, while disasters and matches resemble last month's."""

READ = 3000
"""Characters of an origin that are compared. Swept: 1,000 to all. B³ F1 over 100 events by three outlets is
.959 from 3,000 to 4,000, and .947 with all of the text: further down, news drifts to other events."""

_FLOOR = 0.1
"""Similarities below this count as 0."""

_BLOCK = 1 << 17
_ROWS = 16
"""Cells of the similarity matrix held at once, but at least so many rows."""
_TEXTS = 1 << 11
"""Texts whose entries are sought out together."""


def cluster(readings: Sequence[Reading], origins: Sequence[Origin]) -> tuple[Cluster, ...]:
    """The readings grouped by event, ranked and numbered "T1", "T2", …; alone makes a group, too.

    Readings of one origin stay together; copies, and origins without a reading, are left out.
    """
    by_source = {reading.source.id: reading for reading in readings}
    voices = []
    for origin in origins:
        carried = [by_source[s] for s in origin.sources if s in by_source and s not in origin.copies]
        if carried:
            voices.append((origin, carried))
    found = events((voice(carried) for _, carried in voices), [_days(carried) for _, carried in voices])
    order = {reading.source.id: place for place, reading in enumerate(readings)}
    clusters = []
    for group in found:
        members = [voices[number] for number in group]
        told = sorted((r for _, carried in members for r in carried), key=lambda r: order[r.source.id])
        clusters.append(Cluster("", tuple(told), tuple(origin for origin, _ in members)))
    return ranked(clusters)[0]


def events(texts: Iterable[str], days: Sequence[float]) -> list[list[int]]:
    """The texts by event, each published on its day (NaN: nobody knows)."""
    edges, threshold = alike(texts, len(days))
    return average_link(len(days), _within_window(edges, days) if len(days) > NAMED else edges, threshold)


def alike(texts: Iterable[str], count: int) -> tuple[Iterable[Edge], float]:
    """Those of `count` texts that have something in common, by pairs, and how like are two of one event.

    Of many texts each is read once, and not kept.
    """
    if count > NAMED:
        return _edges(vectors(texts)), THRESHOLD
    few = [*texts]
    return _named(_edges(vectors(few)), few), NAMED_THRESHOLD


def voice(carried: Sequence[Reading]) -> str:
    """What is compared of the readings of one origin: their titles, then what each has to say."""
    titles = [reading.source.title or "" for reading in carried]
    said = (s.text for reading in carried for s in reading.sentences)
    return "\n".join([*titles, *islice(said, READ)])[:READ]


def _days(carried: Sequence[Reading]) -> float:
    """When a text was first published, in days; NaN where nobody says."""
    told = [r.source.published.timestamp() for r in carried if r.source.published]
    return min(told, default=nan) / 86_400


def _within_window(edges: Iterable[Edge], days: Sequence[float]) -> Iterator[Edge]:
    """The edges between texts of one window; a date that is not known parts nothing."""
    return (edge for edge in edges if not abs(days[edge[0]] - days[edge[1]]) > WINDOW)


def _named(edges: Iterable[Edge], texts: Sequence[str]) -> Iterator[Edge]:
    """Every pair of texts with its cosine and, weighted, the share of the shorter list of names in both."""
    cosine = {(min(a, b), max(a, b)): value for a, b, value in edges}
    called = telling_names(texts)
    for a, b in combinations(range(len(texts)), 2):
        common = len(called[a] & called[b]) / (min(len(called[a]), len(called[b])) or 1)
        value = cosine.get((a, b), 0.0) + NAMES_WEIGHT * common
        if value >= _FLOOR:
            yield a, b, value


def _edges(found: Vectors) -> Iterator[Edge]:
    """Pairs of texts with the cosine of their vectors, where it is at least _FLOOR."""
    for start in range(0, found.count, _TEXTS):
        end = min(start + _TEXTS, found.count)
        places = found.of(start, end)
        firsts = found.text(places).searchsorted(np.arange(start, end + 1))
        rows = max(_ROWS, _BLOCK // found.count)
        for low in range(start, end, rows):
            high = min(low + rows, end)
            entries = places[firsts[low - start] : firsts[high - start]]
            yield from _near(found, entries, low, high)


def _near(found: Vectors, entries: Numbers, low: int, high: int) -> Iterator[Edge]:
    """The pairs of the texts from `low` to `high`, whose entries these are, with later ones."""
    width = found.count - low
    later = found.later(entries)
    other: Numbers = np.repeat(entries + 1 - (later.cumsum() - later), later)
    other += np.arange(len(other))
    product = np.repeat(found.weight[entries], later)
    product *= found.weight[other]
    pair = np.repeat((found.text(entries) - low) * width - low, later)
    pair += found.text(other)
    cosine = np.bincount(pair, product, minlength=(high - low) * width)
    near = np.flatnonzero(cosine >= _FLOOR)
    first, second = np.divmod(near, width)
    yield from zip((first + low).tolist(), (second + low).tolist(), cosine[near].tolist(), strict=True)
