"""Novelty: what the claim says in words that the evidence nowhere has.

A new verb is most often a paraphrase ("restrain" for "contain"), a new name or number hardly ever; what
a new word is, is told by its form and by the word before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from math import log1p
from typing import Literal

from briefing import vectors
from briefing.evaluation.judges.overlap import Cover
from briefing.evaluation.judges.terms import Term, TermIndex

Role = Literal["proper", "verb", "noun", "adverb", "other"]
_BEFORE_VERBS = frozenset(
    """
    to will would can could may might must should not has have had is are was were be been being did does
    do
    """.split()
)
_BEFORE_NOUNS = frozenset(
    """
    the a an his her their its our my this that these those of in on for with by from at into
    """.split()
)
_VERB = re.compile(r"(?:ed|ing|i[sz]es?|ify)$")
_MOST = 4.0
"""Of a feature: more tells nothing more."""


def novelty(evidence: TermIndex, claim: TermIndex) -> dict[str, float]:
    """The rarity of the new words of each role, at most 4; of names and numbers its logarithm."""
    new = list({t.key: t for t in claim.terms if t.key not in evidence.places}.values())
    weight: dict[Role, float] = defaultdict(float)
    for term, rarity in zip(new, vectors.weights([t.word for t in new]).tolist(), strict=True):
        weight[role(term)] += rarity
    return {
        "new_proper": log1p(weight["proper"]),
        "new_verb": min(_MOST, weight["verb"]),
        "new_noun": min(_MOST, weight["noun"]),
        "new_other": min(_MOST, weight["other"] + weight["adverb"]),
    }


def opposed(evidence: TermIndex, claim: TermIndex, found: Cover) -> tuple[tuple[str, str], ...]:
    """New words of the claim with a word of its nearest sentences that is their antonym and not in it."""
    said = {term.key for term in claim.terms}
    beside = {t.word for t in evidence.terms if t.sentence in found.sentences and t.key not in said}
    new = {t.word for t in claim.terms if t.key not in evidence.places and not t.proper}
    return tuple(
        (one, other) for one in sorted(new) for other in sorted(beside) if vectors.opposed(one, other)
    )


def role(term: Term) -> Role:
    """What kind of word it is, by its form and the word before it."""
    if term.proper:
        return "proper"
    if term.word.endswith("ly"):
        return "adverb"
    if term.before in _BEFORE_VERBS or _VERB.search(term.word):
        return "verb"
    return "noun" if term.before in _BEFORE_NOUNS else "other"
