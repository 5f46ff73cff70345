"""How alike the sentences of one story are: TF-IDF of stems within the story, and what the words mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from briefing import vectors
from briefing.arrays import Floats32
from briefing.types import Sentence
from briefing.words import STOPWORDS, stems, words

_MEANING = 0.5
"""Share of the word vectors in the likeness, the rest TF-IDF. Swept at 0, .35, .5 and .7: of the 185 core
facts of the gold and the shipped cases 166 are told at each, of the 199 supporting ones 128, 130, 130 and
127."""


def likeness(sentences: Sequence[Sentence], bags: Sequence[Counter[str]], idf: dict[str, float]) -> Floats32:
    """The n × n matrix of how alike the sentences are, in [0, 1]."""
    told = [[word for word in words(s.text) if word not in STOPWORDS] for s in sentences]
    means = vectors.means(told)
    meanings: Floats32 = np.clip(means @ means.T, 0, 1)
    return (1 - _MEANING) * cosines(bags, idf) + _MEANING * meanings


def weights(bags: Sequence[Counter[str]]) -> dict[str, float]:
    """Inverse sentence frequency of each stem, ln((n + 1) / df) + 0.5: no shared word counts nothing."""
    frequency = Counter(chain.from_iterable(bags))
    n = len(bags)
    return {word: float(np.log((n + 1) / df)) + 0.5 for word, df in frequency.items()}


def bag(sentence: Sentence) -> Counter[str]:
    """The sentence's stems and how often each stands in it."""
    return Counter(stems(sentence.text))


def cosines(bags: Sequence[Counter[str]], idf: dict[str, float]) -> Floats32:
    """The n × n matrix of cosine similarities of the bags under (1 + ln tf) · idf."""
    columns = {word: column for column, word in enumerate(idf)}
    rows = np.zeros((len(bags), max(1, len(columns))), dtype=np.float32)
    for row, found in zip(rows, bags, strict=True):
        for word, count in found.items():
            row[columns[word]] = (1 + np.log(count)) * idf[word]
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    norms[norms == 0] = 1
    rows /= norms
    return rows @ rows.T


def holders(sentences: Iterable[Iterable[str]], origins: Iterable[str]) -> Mapping[str, set[str]]:
    """The origins that have each word, or name, of these sentences."""
    found: dict[str, set[str]] = {}
    for held, origin in zip(sentences, origins, strict=True):
        for one in held:
            found.setdefault(one, set()).add(origin)
    return found
