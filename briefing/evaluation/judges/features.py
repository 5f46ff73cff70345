"""The features of a claim beside its evidence, all that the judge of rules goes by."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.evaluation.judges.company import company
from briefing.evaluation.judges.faults import copied, denies, faults, kinds
from briefing.evaluation.judges.novelty import novelty, opposed
from briefing.evaluation.judges.overlap import cover
from briefing.evaluation.judges.paraphrase import rephrased
from briefing.evaluation.judges.terms import read
from briefing.grounding import Fault


@dataclass(frozen=True, slots=True)
class Seen:
    """Features by name, in a fixed order, and what a reader is told.

    `best` is the share of the claim that one sentence has.
    """

    features: dict[str, float]
    best: float
    faults: tuple[Fault, ...]
    opposed: tuple[tuple[str, str], ...]


def seen(evidence: str, claim: str) -> Seen:
    """What is seen of the claim in the evidence."""
    shown, said = read(evidence), read(claim)
    found = cover(shown, said)
    wrong, against = faults(shown, said, claim), opposed(shown, said, found)
    told = kinds(wrong, copied(shown, said))
    features = {"few": found.few} | company(shown, said) | novelty(shown, said) | told
    features["rephrased"] = rephrased(shown, said)
    features["opposed"] = float(bool(against))
    features["denies"] = float(denies(shown, claim, found.sentences))
    return Seen(features, found.best, wrong, against)
