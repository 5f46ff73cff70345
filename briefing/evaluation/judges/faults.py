"""Faults: what the claim says that the evidence has otherwise, by the rules of grounding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.evaluation.judges.terms import TermIndex
from briefing.grounding import Fault
from briefing.grounding import faults as grounded
from briefing.grounding.negation import negated

KINDS = ("number", "date", "name", "quotation", "negation", "hedge", "speaker")
_TURNED = frozenset(KINDS) - {"name"}
_COPY = 0.8
"""Share of the claim's common words from which a sentence is its near copy."""
_NEAREST = 40
"""Sentences read for one claim, those that share most of its words: enough for all but a page, where the
rest share a word or none."""


def faults(evidence: TermIndex, claim: TermIndex, text: str) -> tuple[Fault, ...]:
    """The faults of the claim whose text this is, those of mere wording left out."""
    said = frozenset(term.key for term in claim.terms)
    shared = [len(said & keys) for keys in evidence.keys]
    nearest = sorted(range(len(shared)), key=lambda n: -shared[n])[:_NEAREST]
    read = [evidence.sentences[n] for n in sorted(nearest)]
    return tuple(fault for fault in grounded(text, read) if fault.kind in KINDS)


def kinds(found: Iterable[Fault], copied: float) -> dict[str, float]:
    """For each kind, 1 where there is a fault of it, else 0; and `turned`: a fault in a near copy."""
    there = {fault.kind for fault in found}
    turned = copied >= _COPY and bool(there & _TURNED)
    return {f"fault_{kind}": float(kind in there) for kind in KINDS} | {"turned": float(turned)}


def copied(evidence: TermIndex, claim: TermIndex) -> float:
    """The share of the claim's common words that one sentence has; 0 where there are none.

    Names and numbers are left out: they are what a fault changes.
    """
    common = frozenset(term.key for term in claim.terms if not term.proper)
    return max((len(common & keys) for keys in evidence.keys), default=0) / (len(common) or 1)


def denies(evidence: TermIndex, claim: str, nearest: Sequence[int]) -> bool:
    """Whether the claim denies something, and the nearest sentences nothing."""
    return bool(negated(claim)) and not any(negated(evidence.sentences[n]) for n in nearest)
