"""Which lines speak of one point: how much of some concepts a line has, in these words or near ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from briefing import vectors
from briefing.lines.line import Line
from briefing.lines.thesaurus import concepts
from briefing.words import STOPWORDS, words

_NEAR = 0.6
"""Cosine from which two words count as near, by as much as they are."""


class Pairing:
    """The concepts of lines with a word vector each; unlike concepts are near as their words are."""

    def __init__(self, lines: Sequence[Line], weight: Callable[[Collection[str]], float]) -> None:
        self._lines = lines
        surface: dict[str, str] = {}
        for line in lines:
            for word in words(line.text):
                if word not in STOPWORDS:
                    for concept in sorted(_concepts(word)):  # sums of floats are to be the same in each run
                        surface.setdefault(concept, word)
        self._column = {concept: column for column, concept in enumerate(surface)}
        self._vectors = vectors.matrix(surface.values())
        self._columns: dict[Line, list[int]] = {}
        self._weights = np.array([weight((concept,)) for concept in self._column], dtype=np.float32)

    def covered(self, part: frozenset[str], lines: Iterable[Line]) -> list[float]:
        """For each line the share of the weight of `part` that it has, near words in part, in [0, 1]."""
        told = self._known(part)
        if not told:
            return [0.0 for _ in lines]
        weights = self._weights[told]
        near = self._vectors[told] @ self._vectors.T
        near[near < _NEAR] = 0
        near[range(len(told)), told] = 1
        total = float(weights.sum())
        return [float(weights @ near[:, self._at(line)].max(1, initial=0)) / total for line in lines]

    def alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How far two sets of concepts are covered by each other: the geometric mean of both, in [0, 1]."""
        a, b = self._known(one), self._known(other)
        if not a or not b:
            return 0.0
        near = self._near(a, b)
        mine, theirs = self._weights[a], self._weights[b]
        covered = float(mine @ near.max(1)) * float(theirs @ near.max(0))
        return math.sqrt(covered / (float(mine.sum()) * float(theirs.sum())))

    def share(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """The share of the weight of some concepts that others have, near words in part, in [0, 1]."""
        a, b = self._known(part), self._known(whole)
        if not a or not b:
            return 0.0
        mine = self._weights[a]
        return float(mine @ self._near(a, b).max(1)) / float(mine.sum())

    def nearest(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The cosine of the nearest two of some concepts and others; 1 where they share one."""
        if one & other:
            return 1.0
        a, b = self._known(one), self._known(other)
        return float((self._vectors[a] @ self._vectors[b].T).max()) if a and b else 0.0

    def pairs(self, least: float) -> list[tuple[float, Line, Line]]:
        """Pairs of lines of two origins at least so alike (`Corpus.shared`), the likest first."""
        lines = self._lines
        weights = np.zeros((len(lines), len(self._column)), dtype=np.float32)
        for row, line in enumerate(lines):
            weights[row, self._at(line)] = 1
        weights *= np.sqrt(self._weights)
        weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), np.float32(1e-6))
        cosines = np.triu(weights @ weights.T, 1)
        found = [(float(cosines[i, j]), lines[i], lines[j]) for i, j in np.argwhere(cosines >= least)]
        apart = [pair for pair in found if pair[1].origin != pair[2].origin]
        return sorted(apart, key=lambda pair: (-pair[0], *sorted((pair[1].text, pair[2].text))))

    def _near(self, a: list[int], b: list[int]) -> NDArray[np.float32]:
        """How near the concepts of two lists of columns are, shape (len(a), len(b)): 1 where they are one."""
        near: NDArray[np.float32] = self._vectors[a] @ self._vectors[b].T
        near[near < _NEAR] = 0
        near[np.equal.outer(a, b)] = 1
        return near

    def _known(self, concepts: frozenset[str]) -> list[int]:
        return sorted(self._column[concept] for concept in concepts if concept in self._column)

    def _at(self, line: Line) -> list[int]:
        if line not in self._columns:
            self._columns[line] = [self._column[c] for c in line.stems if c in self._column]
        return self._columns[line]


@lru_cache(maxsize=1 << 14)
def _concepts(word: str) -> Collection[str]:
    return concepts(word)
