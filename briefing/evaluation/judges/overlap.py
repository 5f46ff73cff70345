"""Overlap: how much of a claim a few sentences of the evidence have."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from briefing import vectors
from briefing.evaluation.judges.terms import TermIndex

_PROPER = 2.0
"""What a name or number weighs beside another word that is as rare."""
_DAMPED = 0.5
"""Power of the rarity. Area under the curve of `few` on WiCE for 1.0, 0.6 and 0.3, names weighing 1: .806,
.809, .806; 1.3: .814, .815, .814; 2: .820, .824, .821; on the other sets within .01 of each other."""
_FEW = 3
"""Sentences. On WiCE one has .768, two .808, three .824, five .803; elsewhere one to three are best."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The few sentences that have most of a claim: their numbers, and the share that they have up to each."""

    sentences: tuple[int, ...]
    shares: tuple[float, ...]

    @property
    def best(self) -> float:
        """The share of the claim's weight, 0..1, that one sentence has."""
        return self.shares[0] if self.shares else 0.0

    @property
    def few(self) -> float:
        """The share that all of them have."""
        return self.shares[-1] if self.shares else 0.0


def cover(evidence: TermIndex, claim: TermIndex) -> Cover:
    """Up to three sentences, each the one that adds most (greedy), by the rarity of the words that it has."""
    left = weights(claim)
    total = sum(left.values()) or 1.0
    chosen: list[int] = []
    shares: list[float] = []
    while len(chosen) < _FEW:
        gains = [sum(left[k] for k in keys & left.keys()) for keys in evidence.keys]
        best = max(range(len(gains)), key=gains.__getitem__, default=-1)
        if best < 0 or gains[best] <= 0:
            break
        chosen.append(best)
        shares.append((shares[-1] if shares else 0.0) + gains[best] / total)
        for key in evidence.keys[best] & left.keys():
            del left[key]
    return Cover(tuple(chosen), tuple(shares))


def weights(claim: TermIndex) -> dict[str, float]:
    """How much each key of the claim tells: the rarity of its word, for each time that it stands there."""
    rarity = vectors.weights([term.word for term in claim.terms]).tolist()
    total: dict[str, float] = defaultdict(float)
    for term, weight in zip(claim.terms, rarity, strict=True):
        total[term.key] += weight**_DAMPED * (_PROPER if term.proper else 1.0)
    return total
