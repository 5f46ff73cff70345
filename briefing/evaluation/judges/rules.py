"""The judge that needs no model: a few features of a claim beside its evidence, and fitted weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.evaluation.judges import Ruling
from briefing.evaluation.judges.features import Seen, seen
from briefing.evaluation.judges.fitted import weighed
from briefing.fitted import Fitted

_CONTRARY = frozenset({"number", "date", "negation", "speaker"})
_ALIKE = 0.5
"""Share of the claim that one sentence must have for its number or denial to be about the claim. At 0.4, 0.5,
0.6 these are called contradicted: of Factcheck-GPT's refuted claims 24, 14, 9 %, of its irrelevant ones 7, 4,
2 %, of its supported ones 4, 2, 2 %; of the seeded facts with an added negation 64, 58, 45 %, with another
number 77, 65, 42 %, of the untouched 4, 3, 3 %."""
_THIN = 0.7
"""Coverage below which a reader is told of it."""


class RulesJudge:
    """Judges by rules and a fitted weighing of them; always the same for the same texts.

    It weighs words: those of a question above a claim it would take for the claim's own.
    """

    name = "rules"
    as_printed = False

    def __init__(self, model: Fitted | None = None) -> None:
        self._model = model or weighed()

    def study(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Nothing to prepare."""

    def judge(self, evidence: str, claim: str) -> Ruling:
        """Whether the evidence carries the claim; a claim without a word is carried by nothing."""
        found = seen(evidence, claim)
        probability = self._model.probability(found.features) if claim.strip() else 0.0
        # Of the twelve public sets, all rows, six gain .001 to .004 of balanced accuracy, and none loses any.
        if found.best >= _ALIKE and any(fault.kind == "number" for fault in found.faults):
            probability = min(probability, 1 - probability)
        supported = probability >= 0.5
        return Ruling(supported, probability, tuple(_reasons(found)), not supported and _contrary(found))


def _contrary(found: Seen) -> bool:
    """Whether the evidence speaks of the same and says otherwise."""
    if found.best < _ALIKE:
        return False
    denied = bool(found.features["denies"]) or bool(found.opposed)
    return denied or any(fault.kind in _CONTRARY for fault in found.faults)


def _reasons(found: Seen) -> Iterator[str]:
    yield from (f"{fault.kind}: {fault.detail}" for fault in found.faults)
    yield from (f"opposite: “{one}” where the evidence has “{other}”" for one, other in found.opposed)
    if found.features["denies"]:
        yield "negation: nothing near it in the evidence is denied"
    if found.features["few"] < _THIN:
        yield f"words: three sentences have {found.features['few']:.0%} of what it says"
