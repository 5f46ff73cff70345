"""Doubt: a short call that judges each candidate on its sentences alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from briefing.chain import ask
from briefing.disagreements.candidates import Candidate, Side
from briefing.material import Material
from briefing.types import Citation, Disagreement, Model, Omission, Position, Sentence, Support
from briefing.words import one_line

if TYPE_CHECKING:
    from briefing.templates import Templates

DOUBT = "doubt"
MAX_TOKENS_DOUBT = 1500
"""Of one reply: about 40 verdicts."""


class Verdict(BaseModel):
    """What the doubting call makes of one candidate."""

    model_config = ConfigDict(extra="forbid")

    candidate: int
    verdict: Literal["contradiction", "tension", "neither"]
    weight: int


class Verdicts(BaseModel):
    """The reply of the doubting call."""

    model_config = ConfigDict(extra="forbid")

    verdicts: list[Verdict] = Field(max_length=60)


def doubt(
    model: Model, templates: Templates, found: Sequence[Candidate], material: Material, cap: int
) -> tuple[tuple[Disagreement, ...], tuple[Omission, ...]]:
    """The candidates that hold when each is judged on its sentences alone; one without a verdict does not."""
    if not found:
        return (), ()
    shown = [
        {
            "number": n,
            "question": c.question,
            "sides": [
                {"label": f"Side {chr(65 + k)}", "sentences": [_shown(t, material) for t in s.sentences]}
                for k, s in enumerate(c.sides)
            ],
        }
        for n, c in enumerate(found, 1)
    ]
    reply = ask(model, templates, DOUBT, {"candidates": shown}, Verdicts, min(MAX_TOKENS_DOUBT, cap))
    verdicts = {v.candidate: v for v in reversed(reply.verdicts)}
    kept: list[Disagreement] = []
    omitted: list[Omission] = []
    for n, candidate in enumerate(found, 1):
        verdict = verdicts.get(n)
        if verdict is None or verdict.verdict == "neither":
            omitted.append(
                Omission(candidate.question, "unsupported", "on its sentences alone, no disagreement")
            )
            continue
        positions = tuple(_position(side, material) for side in candidate.sides)
        weight = float(min(3, max(1, verdict.weight)))
        kept.append(Disagreement(candidate.question, candidate.kind, verdict.verdict, positions, weight))
    return tuple(kept), tuple(omitted)


def _shown(sentence: Sentence, material: Material) -> str:
    before = material.before(sentence)
    return one_line(f"[{before.text}] {sentence.text}" if before else sentence.text)


def _position(side: Side, material: Material) -> Position:
    citations = tuple(Citation.of(s) for s in side.sentences)
    if side.text.startswith("“") or material.faults(side.text, citations):
        return Position(f"“{side.sentences[0].text}”", citations, side.origins, Support("quoted"))
    return Position(side.text, citations, side.origins, Support("supported"))
