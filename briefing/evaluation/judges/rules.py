"""The judge that needs no model: a few features of evidence and claim, and weights fitted to them."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.evaluation.judges import Ruling
from briefing.evaluation.judges.faults import counts, faults
from briefing.evaluation.judges.fitted import Fitted, fitted
from briefing.evaluation.judges.overlap import overlap
from briefing.evaluation.judges.reading import read
from briefing.grounding import Fault

_CONTRARY = frozenset({"number", "date", "negation", "speaker"})
_ALIKE = 0.6  # share of the claim that a sentence must have for its number or denial to be about the claim


class RulesJudge:
    """Judges by rules and a fitted weighing of them; always the same for the same texts."""

    name = "rules"

    def __init__(self, model: Fitted | None = None) -> None:
        self._model = model or fitted()

    def study(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Nothing to prepare."""

    def judge(self, evidence: str, claim: str) -> Ruling:
        """Whether the evidence carries the claim."""
        seen, found = features(evidence, claim)
        probability = self._model.probability(seen)
        supported = probability >= 0.5
        reasons = tuple(f"{fault.kind}: {fault.detail}" for fault in found)
        contrary = any(fault.kind in _CONTRARY for fault in found) and seen["sentence"] >= _ALIKE
        return Ruling(supported, probability, reasons, contrary and not supported)


def features(evidence: str, claim: str) -> tuple[dict[str, float], tuple[Fault, ...]]:
    """What the weights are fitted to, by name, and the faults found on the way."""
    shown, said = read(evidence), read(claim)
    found = faults(shown, claim)
    return overlap(shown, said) | counts(found), found
