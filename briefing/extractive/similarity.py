"""How alike the sentences of one story are: TF-IDF of stems, weighted within the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from briefing.types import Sentence
from briefing.words import stems

Matrix = NDArray[np.float32]


def weights(bags: Sequence[Counter[str]]) -> dict[str, float]:
    """Inverse sentence frequency of each stem, ln((n + 1) / df) + 0.5: no shared word counts nothing."""
    frequency = Counter(chain.from_iterable(bags))
    n = len(bags)
    return {word: float(np.log((n + 1) / df)) + 0.5 for word, df in frequency.items()}


def bag(sentence: Sentence) -> Counter[str]:
    """The sentence's stems and how often each stands in it."""
    return Counter(stems(sentence.text))


def cosines(bags: Sequence[Counter[str]], idf: dict[str, float]) -> Matrix:
    """The n × n matrix of cosine similarities of the bags under (1 + ln tf) · idf."""
    columns = {word: column for column, word in enumerate(idf)}
    vectors = np.zeros((len(bags), max(1, len(columns))), dtype=np.float32)
    for row, words in enumerate(bags):
        for word, count in words.items():
            vectors[row, columns[word]] = (1 + np.log(count)) * idf[word]
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    norms[norms == 0] = 1
    vectors /= norms
    return vectors @ vectors.T
