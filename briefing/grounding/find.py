"""Finding the sentences that carry the words of a claim: ids that a model gives are checked, not trusted."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from briefing.grounding.names import key
from briefing.grounding.numbers import quantities
from briefing.types import Sentence
from briefing.words import STOPWORDS, stem, words

Holders = Mapping[str, Sequence[int]]

# Share of a claim's weight that sentences must have to carry it. Swept .35 to .55 over the 160 facts of the
# development gold, with five ids given by position: .45 finds a gold span for .94 (.40: .94, .50: .91,
# .55: .88), and something in another event for .01 (.35: .03).
_CARRIED = 0.45
# What the fullest must carry alone, so that no evidence is made of scraps: .2 loses no gold span, and halves
# what is found in another event; .25 loses .013 of the spans, .3 .038.
_ALONE = 0.2
_QUOTED = 4  # words from which on a text that a sentence has as it stands needs no weighing
_GAIN = 0.12  # what a further sentence must add; below it, ids padded with neighbours come back


def find(
    text: str, sentences: Sequence[Sentence], given: Sequence[str] = (), limit: int = 3
) -> tuple[Sentence, ...]:
    """At most `limit` of the sentences that together carry the words of the text, the fullest first.

    Sentences given by id come first where they carry it; else it is looked for among all. Those
    that add nothing are left out. Empty where no sentences carry it.
    """
    index = _index(tuple(s.text for s in sentences))
    quoted = index.verbatim(text) if text.count(" ") >= _QUOTED - 1 else -1
    named = {place for place, s in enumerate(sentences) if s.id in given} if given else set()
    for pool in filter(None, (named, range(len(sentences)))):
        chosen = [quoted] if quoted in pool else _carrying(text, index, pool, limit)
        if chosen:
            return tuple(sentences[place] for place in chosen)
    return ()


def _carrying(text: str, index: _Index, pool: Container[int], limit: int) -> list[int]:
    """The sentences of the pool, by place, that carry the text; none where they do not."""
    # In order of spelling, so that sums do not depend on the order of a set.
    weights = {term: index.weight(term) for term in sorted(_terms(text))}
    chosen, carried = _cover(weights, index.holders, pool, limit)
    return chosen if carried >= _CARRIED else []


def _cover(
    weights: Mapping[str, float], holders: Holders, pool: Container[int], limit: int
) -> tuple[list[int], float]:
    """Greedy cover of the wanted terms by sentences of the pool, and the share of weight that is covered."""
    total = sum(weights.values()) or 1.0
    left = dict(weights)
    chosen: list[int] = []
    while len(chosen) < limit:
        gains: dict[int, float] = {}
        for term, weight in left.items():
            for place in holders.get(term, ()):
                if place in pool:
                    gains[place] = gains.get(place, 0.0) + weight
        best = max(gains, key=lambda place: (gains[place], -place), default=-1)
        if best < 0 or gains[best] / total < (_GAIN if chosen else _ALONE):
            break
        chosen.append(best)
        left = {term: weight for term, weight in left.items() if best not in holders.get(term, ())}
    return chosen, sum(weight for term, weight in weights.items() if term not in left) / total


@dataclass(frozen=True, slots=True)
class _Index:
    """Sentences by place: all in a row, where each begins in it, and those that hold each term."""

    row: str
    begins: Sequence[int]
    holders: Holders

    def verbatim(self, text: str) -> int:
        """The first sentence that has the text as it stands; -1: none."""
        at = self.row.find(text)
        place = bisect_right(self.begins, at) - 1
        return place if at >= 0 and at + len(text) < self.begins[place + 1] else -1

    def weight(self, term: str) -> float:
        """Inverse document frequency over the sentences."""
        return math.log(1 + len(self.begins) / (len(self.holders.get(term, ())) + 1))


@lru_cache(maxsize=256)
def _index(texts: tuple[str, ...]) -> _Index:
    """Made once of the same sentences: a model's claims are looked for in them again and again."""
    holders: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for term in _terms(text):
            holders.setdefault(term, []).append(place)
    begins = accumulate((len(text) + 1 for text in texts), initial=0)
    return _Index("\n".join((*texts, "")), list(begins), holders)


@lru_cache(maxsize=1 << 14)
def _terms(text: str) -> frozenset[str]:
    """Folded content words, and numbers by their worth so that their written form does not matter."""
    numbers = frozenset(f"#{q.value.normalize()}" for q in quantities(text))
    return numbers | {_folded(w) for w in words(text) if w not in STOPWORDS and not w[0].isdigit()}


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return key(stem(word))
