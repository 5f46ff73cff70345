"""How much a sentence matters to its story."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

import numpy as np
from numpy.typing import NDArray

from briefing.extractive.dependent import dependent
from briefing.extractive.similarity import Matrix, bag, likeness, weights
from briefing.extractive.standing import standing, tells
from briefing.types import Cluster, Sentence
from briefing.words import count_words, stems

MOST_SENTENCES = 1500
"""A story's sentences that are weighed, the first of each source; bounds the matrix at 9 MB."""

# Swept together on the gold cases of the development data (core fact recall at 250 words; lead-3 reaches
# .67): anywhere within decay 4-10, lead .5-1.5, shared 1-3, common .5-2, title .25-1 it stays in .75-.82.
_LEAD_DECAY = 6.0
_LEAD, _SHARED, _COMMON, _TITLE = 1.0, 2.0, 1.0, 0.5

_HEAD = 1
"""Sentences of a source that may lead."""
_ABOVE = 60
"""Words of titles, bylines and datelines above the head of a text."""
_CENTRE = 2.0
"""How much more a head weighs that is like the heads of other sources: what they all begin with is what
happened. On the gold cases core facts are .89 (by the sentences .78) at 0 and 1, .91 (.80) at 2, 4 and 8."""


@dataclass(frozen=True, slots=True)
class Salience:
    """The sentences of a story, each with its score, and how alike they are; all by place in `sentences`.

    A score of 0 is that of a sentence that says nothing by itself. `similar` is n × n, in [0, 1]; `bags` are
    the stems of each sentence, `idf` the weight of each stem.
    """

    sentences: tuple[Sentence, ...]
    scores: tuple[float, ...]
    heads: tuple[float, ...]
    """How well each would lead: 0 but at the head of a source, where news says what happened."""
    similar: Matrix
    bags: tuple[Counter[str], ...]
    idf: Mapping[str, float]


def salience(cluster: Cluster) -> Salience:
    """Scores by position, echo in other origins, words that many sources share, and the titles' words."""
    sentences = _weighed(cluster)
    bags = [bag(s) for s in sentences]
    idf = weights(bags)
    similar = likeness(sentences, bags, idf)
    origins = [cluster.origin_of(s.span.source) for s in sentences]
    shared = _shared(similar, origins)
    common = _common(bags, [s.span.source for s in sentences], idf)
    title = _title_words(cluster)
    places = _places(sentences)
    weighty = [
        _LEAD * math.exp(-place / _LEAD_DECAY)
        + _SHARED * shared[i]
        + _COMMON * common[i]
        + _TITLE * _near_title(bags[i], title)
        for i, place in enumerate(places)
    ]
    leaning = _leaning(cluster, sentences)
    scores = [
        0.0 if sentence in leaning else weight * standing(sentence.text)
        for sentence, weight in zip(sentences, weighty, strict=True)
    ]
    early = [
        place < _HEAD and (origins[i] not in origins[:i] or _on_top(sentences[i], cluster))
        for i, place in enumerate(places)
    ]
    heads = _heads(scores, np.array(early, dtype=bool), similar)
    return Salience(sentences, tuple(scores), heads, similar, tuple(bags), idf)


def _places(sentences: Sequence[Sentence]) -> list[int]:
    """The place of each sentence among those of its source, from 0."""
    groups = groupby(sentences, key=lambda sentence: sentence.span.source)
    return [place for _, group in groups for place, _ in enumerate(group)]


def _on_top(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether it heads its text, and is not what a reprint added further down."""
    text = next(r.document.text for r in cluster.readings if r.source.id == sentence.span.source)
    return count_words(text[: sentence.span.start]) <= _ABOVE


def _heads(scores: Sequence[float], early: NDArray[np.bool_], similar: Matrix) -> tuple[float, ...]:
    """How well each sentence would lead: its score, raised by its likeness to other heads; 0 if no head."""
    others = max(1, int(early.sum()) - 1)
    like = (similar[:, early].sum(axis=1) - similar.diagonal()) / others
    told = np.where(early, np.array(scores) * (1 + _CENTRE * like), 0.0)
    return tuple(float(x) for x in told)


def _weighed(cluster: Cluster) -> tuple[Sentence, ...]:
    """The prose of each source; of one that has none, whatever it has."""
    share = max(1, MOST_SENTENCES // max(1, len(cluster.readings)))
    found: list[Sentence] = []
    for reading in cluster.readings:
        prose = (s for s in reading.sentences if not s.heading and tells(s.text))
        found += [*islice(prose, share)] or reading.sentences[:share]
    return tuple(found[:MOST_SENTENCES])


def _leaning(cluster: Cluster, sentences: Collection[Sentence]) -> frozenset[Sentence]:
    """The sentences that say nothing by themselves; none, where there are no others."""
    found = {s for reading in cluster.readings for s in dependent(reading.sentences)}
    return frozenset() if found.issuperset(sentences) else frozenset(found)


def _shared(similar: Matrix, origins: Sequence[str]) -> list[float]:
    """For each sentence the mean, over the other origins, of its closest sentence there."""
    names = sorted(set(origins))
    if len(names) < 2:
        return [0.0] * len(origins)
    column = np.array([names.index(o) for o in origins])
    best = np.stack([similar[:, column == k].max(axis=1) for k in range(len(names))], axis=1)
    best[np.arange(len(origins)), column] = 0
    return [float(x) for x in best.sum(axis=1) / (len(names) - 1)]


def _common(bags: Sequence[Counter[str]], sources: Sequence[str], idf: dict[str, float]) -> list[float]:
    """For each sentence the idf-weighted mean share of the other sources that use its words."""
    where: dict[str, set[str]] = {}
    for words, source in zip(bags, sources, strict=True):
        for word in words:
            where.setdefault(word, set()).add(source)
    others = max(1, len(set(sources)) - 1)
    return [
        sum(idf[w] * (len(where[w]) - 1) for w in words) / others / (sum(idf[w] for w in words) or 1)
        for words in bags
    ]


def _near_title(words: Counter[str], title: Mapping[str, float]) -> float:
    """How much of the titles a sentence has, for its length."""
    return sum(title.get(word, 0.0) for word in words) / math.sqrt(len(words) or 1)


def _title_words(cluster: Cluster) -> dict[str, float]:
    """For each stem the share of sources that have it in their title."""
    titles = [_title(r.source.title, r.sentences) for r in cluster.readings]
    found = Counter(word for title in titles for word in set(stems(title)))
    return {word: count / len(titles) for word, count in found.items()}


def _title(title: str | None, sentences: Sequence[Sentence]) -> str:
    return title or " ".join(s.text for s in sentences[:2] if s.heading)
