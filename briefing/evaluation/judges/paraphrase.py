"""Paraphrase: new words of the claim that stand where the evidence has a synonym.

They tell a paraphrase from an edit: "bought ferries" carries "purchased ferries", not "praised ferries".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing import vectors
from briefing.evaluation.judges.terms import TermIndex
from briefing.vectors.synonyms import synonymous

_BESIDE = (-2, -1, 1, 2)
"""Terms of the claim, before and after a new one, that tell where it would stand in the evidence."""
_STRAY = 2
"""Words to either side of that place in which a synonym still counts."""
_MOST = 4.0
"""Of the feature: more tells nothing more."""


def rephrased(evidence: TermIndex, claim: TermIndex) -> float:
    """The rarity of the new common words that have a synonym in their place, at most 4."""
    said = {term.key for term in claim.terms}
    new: dict[str, str] = {}
    for n, term in enumerate(claim.terms):
        if term.proper or term.key in evidence.places or term.key in new:
            continue
        instead = (word for key, word in _instead(evidence, claim, n) if key not in said)
        if any(synonymous(term.word, word) for word in instead):
            new[term.key] = term.word
    return min(_MOST, float(vectors.weights(new.values()).sum()))


def _instead(evidence: TermIndex, claim: TermIndex, n: int) -> Iterator[tuple[str, str]]:
    """Key and word of what stands in the evidence where the claim has its nth term, by those beside it."""
    term = claim.terms[n]
    for beside in _BESIDE:
        other = claim.terms[n + beside] if 0 <= n + beside < len(claim.terms) else term
        if other.sentence == term.sentence:
            for at in evidence.places.get(other.key, ()):
                meant = at + term.at - other.at
                for place in range(meant - _STRAY, meant + _STRAY + 1):
                    if (there := evidence.standing.get(place)) is not None:
                        yield there.key, there.word
