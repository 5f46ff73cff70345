"""The sentences that are looked in, by the words that they hold: made once of the same sentences."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from briefing.grounding.namesakes import key
from briefing.grounding.numbers import quantities
from briefing.grounding.verbatim import folded, occurrences
from briefing.types import Sentence
from briefing.words import STOPWORDS, stem, words


@dataclass(frozen=True)
class Index:
    """Sentences by place: all in a row, folded, and where each begins in it."""

    texts: tuple[str, ...]
    row: str
    begins: Sequence[int]

    @cached_property
    def holders(self) -> Mapping[str, Sequence[int]]:
        """The sentences that hold each term; a quotation is found without them, in a fifth of the time."""
        holders: dict[str, list[int]] = {}
        for place, text in enumerate(self.texts):
            for term in _terms(text):
                holders.setdefault(term, []).append(place)
        return holders

    def sentence(self, place: int) -> str:
        """A sentence, folded."""
        return self.row[self.begins[place] : self.begins[place + 1] - 1]

    def verbatim(self, quotation: str) -> int:
        """The first sentence that has the folded quotation as it stands; -1: none."""
        at = next(occurrences(quotation, self.row), -1) if quotation else -1
        return bisect_right(self.begins, at) - 1

    def weights(self, text: str) -> dict[str, float]:
        """The terms of a text with their inverse document frequency over the sentences.

        In order of spelling, so that sums do not depend on the order of a set.
        """
        return {term: self._weight(term) for term in sorted(_terms(text))}

    def _weight(self, term: str) -> float:
        return math.log(1 + len(self.begins) / (len(self.holders.get(term, ())) + 1))

    def fullest(self, weights: Mapping[str, float], pool: Container[int]) -> tuple[int, float]:
        """The sentence of the pool with the most weight of the terms, the first of several, and how much."""
        gains: dict[int, float] = {}
        for term, weight in weights.items():
            for place in self.holders.get(term, ()):
                if place in pool:
                    gains[place] = gains.get(place, 0.0) + weight
        best = max(gains, key=lambda place: (gains[place], -place), default=-1)
        return best, gains.get(best, 0.0)

    def lacking(self, weights: Mapping[str, float], place: int) -> dict[str, float]:
        """Those of the terms that the sentence does not hold."""
        return {term: weight for term, weight in weights.items() if place not in self.holders.get(term, ())}


def index(sentences: Sequence[Sentence]) -> Index:
    """The index of these sentences: a model's claims are looked for in them again and again."""
    return _index(tuple(s.text for s in sentences))


@lru_cache(maxsize=256)
def _index(texts: tuple[str, ...]) -> Index:
    shown = [folded(text) for text in texts]
    begins = accumulate((len(text) + 1 for text in shown), initial=0)
    return Index(texts, "\n".join((*shown, "")), list(begins))


@lru_cache(maxsize=1 << 14)
def _terms(text: str) -> frozenset[str]:
    """Folded content words, and numbers by their worth so that their written form does not matter."""
    numbers = frozenset(f"#{q.value.normalize()}" for q in quantities(text))
    return numbers | {_folded(w) for w in words(text) if w not in STOPWORDS and not w[0].isdigit()}


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return key(stem(word))
