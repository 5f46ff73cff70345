"""Finding the sentences that carry the words of a claim: ids that a model gives are checked, not trusted."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefing.grounding.names import key
from briefing.grounding.numbers import quantities
from briefing.types import Sentence
from briefing.words import STOPWORDS, stem, words

# Share of a claim's weight that sentences must have to carry it. Swept .35 to .55 over the 160 facts of the
# development gold, with five ids given by position: .45 finds a gold span for .94 (.40: .94, .50: .91,
# .55: .88), and something in another event for .01 (.35: .03).
_CARRIED = 0.45
_GAIN = 0.12  # what a further sentence must add; below it, ids padded with neighbours come back


def find(
    text: str, sentences: Sequence[Sentence], given: Sequence[str] = (), limit: int = 3
) -> tuple[Sentence, ...]:
    """At most `limit` of the sentences that together carry the words of the text, the fullest first.

    Sentences given by id come first where they carry it; else it is looked for among all. Those
    that add nothing are left out. Empty where no sentences carry it.
    """
    wanted = _terms(text)
    weights = _weights(wanted, sentences)
    named = frozenset(given)
    for pool in ([s for s in sentences if s.id in named], sentences):
        chosen, carried = _cover(wanted, weights, pool, limit)
        if carried >= _CARRIED:
            return chosen
    return ()


def _cover(
    wanted: frozenset[str], weights: Mapping[str, float], pool: Sequence[Sentence], limit: int
) -> tuple[tuple[Sentence, ...], float]:
    """Greedy cover of the wanted terms, and the share of their weight that is covered."""
    total = sum(weights.values()) or 1.0
    gains = {s: wanted & _terms(s.text) for s in pool}
    chosen: list[Sentence] = []
    covered: frozenset[str] = frozenset()
    while gains and len(chosen) < limit:
        best = max(gains, key=lambda s: sum(weights[t] for t in sorted(gains[s] - covered)))
        gain = sum(weights[t] for t in gains[best] - covered) / total
        if gain < _GAIN:
            break
        chosen.append(best)
        covered |= gains.pop(best)
    return tuple(chosen), sum(weights[t] for t in sorted(covered)) / total


def _weights(wanted: frozenset[str], sentences: Sequence[Sentence]) -> dict[str, float]:
    """Inverse document frequency of each wanted term over the sentences."""
    seen = Counter(term for s in sentences for term in wanted & _terms(s.text))
    return {term: math.log(1 + (len(sentences) + 1) / (seen[term] + 1)) for term in sorted(wanted)}


@lru_cache(maxsize=1 << 14)
def _terms(text: str) -> frozenset[str]:
    """Folded content words, and numbers by their worth so that their written form does not matter."""
    numbers = frozenset(f"#{q.value.normalize()}" for q in quantities(text))
    return numbers | {_folded(w) for w in words(text) if w not in STOPWORDS and not w[0].isdigit()}


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return key(stem(word))
