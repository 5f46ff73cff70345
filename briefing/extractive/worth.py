"""Worth: how surely an editor's brief tells what a sentence does, and how surely it needs another one."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np

from briefing.arrays import Floats, Floats32
from briefing.extractive.dangling import dangling
from briefing.extractive.prose import prose
from briefing.extractive.similarity import bag, holders, likeness, weights
from briefing.fitted import fitted
from briefing.grounding import names, person, quantities, quotations, speeches
from briefing.sentences.reference import leans
from briefing.types import Cluster, Sentence
from briefing.words import count_words, stems

FILE = "worth.json"
"""Made by `eval/fit/worth.py`, which says on what, and how well it does."""

_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?i:today|tonight|yesterday|this (?:morning|week)))\b"
)


class Worth:
    """What is known of each sentence of a story's prose, and what fitted models make of that.

    `bags` are the stems of each sentence, `idf` the weight of each stem; `similar` is n × n, in [0, 1]; each
    of the `features` has a place for each sentence.
    """

    def __init__(self, cluster: Cluster) -> None:
        self.sentences = sentences = prose(cluster)
        self.bags = bags = tuple(bag(s) for s in sentences)
        self.idf = idf = weights(bags)
        self.similar = similar = likeness(sentences, bags, idf)
        sources = [s.span.source for s in sentences]
        origins = [cluster.origin_of(source) for source in sources]
        texts = [s.text for s in sentences]
        named = [{name.text for name in names(text)} for text in texts]
        places = np.array([*_places(sources)], dtype=np.float64)
        among = Counter(sources)
        self.features: Mapping[str, Floats] = {
            "place": np.log1p(places),
            "among": np.log([among[source] for source in sources]),
            "first": (places == 0).astype(np.float64),
            "length": np.log([max(1, count_words(text)) for text in texts]),
            "title": _titled(bags, cluster),
            "shared": _shared(similar, origins),
            "common": _common(bags, origins, idf),
            "known": _known(named, origins),
            "names": np.array([float(len(found)) for found in named]),
            "figures": np.log1p([len(quantities(text)) for text in texts]),
            "day": np.array([float(_DAY.search(text) is not None) for text in texts]),
            "quoted": np.array([sum(len(q.text) for q in quotations(t)) / len(t) for t in texts]),
            "spoken": np.array([float(bool(speeches(text))) for text in texts]),
            "person": np.array([float(person(text) is not None) for text in texts]),
            "leans": np.array([float(leans(text)) for text in texts]),
            "dangles": np.array(dangling(sentences), dtype=np.float64),
        }

    def news(self) -> Floats:
        """The probability that a brief of some 250 words would tell what each does."""
        return fitted(__package__, FILE, "news").probabilities(self.features)

    def unclear(self) -> Floats:
        """The probability that each is not understood when it is printed alone."""
        return fitted(__package__, FILE, "unclear").probabilities(self.features)


def _places(sources: Sequence[str]) -> Iterator[int]:
    """The place of each sentence among those of its source, from 0."""
    for _, group in groupby(sources):
        yield from (place for place, _ in enumerate(group))


def _shared(similar: Floats32, origins: Sequence[str]) -> Floats:
    """For each sentence the mean, over the other origins, of its closest sentence there."""
    numbers = np.unique(origins, return_inverse=True)[1]
    if len(set(origins)) < 2:
        return np.zeros(len(origins))
    best = np.stack([similar[:, numbers == k].max(axis=1) for k in range(numbers.max() + 1)], axis=1)
    best[np.arange(len(origins)), numbers] = 0
    found: Floats = best.sum(axis=1, dtype=np.float64) / numbers.max()
    return found


def _common(bags: Sequence[Counter[str]], origins: Sequence[str], idf: Mapping[str, float]) -> Floats:
    """For each sentence the idf-weighted mean share of the other origins that use its words."""
    where = holders(bags, origins)
    others = max(1, len(set(origins)) - 1)
    return np.array(
        [
            sum(idf[w] * (len(where[w]) - 1) for w in words) / others / (sum(idf[w] for w in words) or 1)
            for words in bags
        ]
    )


def _known(named: Sequence[set[str]], origins: Sequence[str]) -> Floats:
    """For each sentence the mean share of the other origins that have its names; 0 where it has none."""
    where = holders(named, origins)
    others = max(1, len(set(origins)) - 1)
    return np.array([sum(len(where[n]) - 1 for n in found) / others / max(1, len(found)) for found in named])


def _titled(bags: Sequence[Counter[str]], cluster: Cluster) -> Floats:
    """How much of the titles of the origins each sentence has, 0 to 1."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for reading in cluster.readings:
        title = _title(reading.source.title, reading.sentences)
        titles[cluster.origin_of(reading.source.id)].update(stems(title))
    found = Counter(word for words in titles.values() for word in words)
    most = math.fsum(found.values()) or 1.0
    return np.array([sum(found[word] for word in words) / most for words in bags])


def _title(title: str | None, sentences: Sequence[Sentence]) -> str:
    return title or " ".join(s.text for s in sentences[:2] if s.heading)
