"""Company: whether words that stand together in the claim stand together in the evidence.

It tells a claim whose words are all in the evidence, but said of one another there: "the mayor sued the
brewery" is not carried by a mayor here and a brewery that was sued there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.evaluation.judges.terms import TermIndex

_SPAN = 3  # terms on either side in the claim
_REACH = 12
"""Words on either side in the evidence. Balanced accuracy with `torn` at 10, 12, 14, the mean of five ways to
fold: WiCE .767, .767, .770, SummEdits news .652, .651, .647, CLIFF and Goyal .715, .710, .704."""
_FOUND = 1 / 3
"""The share of its neighbours up to which a name or number counts as standing alone."""
_MOST = 4
"""Of a count: more tells nothing more."""


def company(evidence: TermIndex, claim: TermIndex) -> dict[str, float]:
    """Features of the terms that the evidence has at all: shares in 0..1, and counts of at most 4.

    `company` is the mean share of a term's neighbours that stand near it in the evidence, too; `lonely`
    counts the terms without one, `lonely_proper` the names and numbers with few; `torn` is the share of
    pairs of neighbours that stand together nowhere.
    """
    kept = list(_kept(evidence, claim))
    shares = [share for share, _ in kept]
    return {
        "company": sum(shares) / len(shares) if shares else 0.0,
        "lonely": min(_MOST, sum(share == 0 for share in shares)),
        "lonely_proper": min(_MOST, sum(share <= _FOUND for share, proper in kept if proper)),
        "torn": _torn(evidence, claim),
    }


def _torn(evidence: TermIndex, claim: TermIndex) -> float:
    """The share of neighbours in the claim, both in the evidence, that stand together nowhere there."""
    known = apart = 0
    for one, other in pairwise(claim.terms):
        if one.sentence != other.sentence or one.key == other.key:
            continue
        here, there = evidence.places.get(one.key), evidence.places.get(other.key)
        if here and there:
            known += 1
            few, many = sorted((here, there), key=len)
            apart += not any(_near(at, many) for at in few)
    return apart / known if known else 0.0


def _kept(evidence: TermIndex, claim: TermIndex) -> Iterator[tuple[float, bool]]:
    """For each term that the evidence has: the share of its neighbours that stand near it in some place."""
    terms = claim.terms
    for i, term in enumerate(terms):
        here = evidence.places.get(term.key)
        if here:
            around = {t.key for t in terms[max(0, i - _SPAN) : i + _SPAN + 1]} - {term.key}
            others = [evidence.places[key] for key in sorted(around) if key in evidence.places]
            yield _kept_at_best(here, others), term.proper


def _kept_at_best(here: Sequence[int], others: Sequence[Sequence[int]]) -> float:
    best = 0
    for at in here:
        best = max(best, sum(_near(at, other) for other in others))
        if best == len(others):
            break
    return best / len(others) if others else 0.0


def _near(at: int, others: Sequence[int]) -> bool:
    """Whether one of these places, which ascend, is within reach."""
    i = bisect_left(others, at - _REACH)
    return i < len(others) and others[i] <= at + _REACH
