"""Faults: what the claim says that the evidence has otherwise, by the rules of grounding."""

from __future__ import annotations

from collections import Counter

from briefing.evaluation.judges.reading import Reading
from briefing.grounding import Fault
from briefing.grounding import faults as found

KINDS = ("number", "date", "name", "quotation", "negation", "hedge", "speaker")
_MOST = 2


def faults(evidence: Reading, claim: str) -> tuple[Fault, ...]:
    """The faults of the claim, those of mere wording left out."""
    return tuple(fault for fault in found(claim, evidence.sentences) if fault.kind in KINDS)


def counts(found: tuple[Fault, ...]) -> dict[str, float]:
    """Each kind's number, at most 2."""
    seen = Counter[str](fault.kind for fault in found)
    return {kind: min(_MOST, seen[kind]) for kind in KINDS}
