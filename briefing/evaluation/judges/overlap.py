"""Overlap: how much of a claim's words the evidence has, in few sentences and in one company."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from briefing.evaluation.judges.reading import Reading, Term

_PROPER = 1.3
_FEW = 3
_MOST = 6


def overlap(evidence: Reading, claim: Reading) -> dict[str, float]:
    """Shares of the claim's weight in 0..1, and counts of what is missing, at most 6."""
    weights: dict[str, float] = defaultdict(float)
    for term in claim.terms:
        weights[term.key] += _PROPER if term.proper else 1.0
    total = sum(weights.values()) or 1.0
    missing = [t for t in claim.terms if t.key not in evidence.places]
    cover = _cover(evidence.keys, dict(weights), total)
    pairs = list(zip(claim.terms, claim.terms[1:], strict=False))
    return {
        "sentence": cover[0],
        "sentences": cover[-1],
        "close": _share(evidence, pairs, 3),
        "near": _share(evidence, pairs, 8),
        "missing": min(_MOST, len({t.key for t in missing})),
        "missing_proper": min(_MOST, len({t.key for t in missing if t.proper})),
    }


def _cover(sentences: Sequence[frozenset[str]], left: dict[str, float], total: float) -> list[float]:
    """The share of the weight that the best sentence has, then the best two, three (greedy)."""
    got, shares = 0.0, []
    for _ in range(_FEW):
        best = max(sentences, key=lambda keys: sum(left[k] for k in keys & left.keys()), default=frozenset())
        for k in best & left.keys():
            got += left.pop(k)
        shares.append(got / total)
    return shares


def _share(evidence: Reading, pairs: Sequence[tuple[Term, Term]], reach: int) -> float:
    """Neighbours of the claim that the evidence has within `reach` words / all neighbours; 1 without any."""
    near = [_near(evidence.places.get(a.key, ()), evidence.places.get(b.key, ()), reach) for a, b in pairs]
    return sum(near) / len(near) if near else 1.0


def _near(some: Sequence[int], others: Sequence[int], reach: int) -> bool:
    """Whether one place of the first is within `reach` of one of the second; both ascend."""
    for at in some:
        i = bisect_left(others, at - reach)
        if i < len(others) and others[i] <= at + reach:
            return True
    return False
