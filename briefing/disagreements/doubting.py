"""Doubt: a short call that judges each candidate on its sentences alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import Field

from briefing import evidence
from briefing.chain import Chain, Reply, unanswered
from briefing.disagreements.candidates import Candidate, Side
from briefing.grounding import fit, introducing
from briefing.material import Material
from briefing.types import (
    Citation,
    Disagreement,
    Omission,
    Position,
    Sentence,
    Strength,
    Support,
    quoted,
)

DOUBT = "doubt"
MAX_TOKENS_DOUBT = 2500
"""Of one reply: about 40 verdicts."""
ANSWERS = 0.75
"""Of what the fullest sentence has of a side, the part that another must have to be quoted in its place.

From .6 to .9 twelve cases quote 19 sides alike; with .5 one is quoted by a worse one, with 1 four are."""
HEAVIEST = 3
"""The greatest weight that is asked for: whatever is above it counts as this."""
_DETAIL = 1
"""The least weight told: a tension of it only where two readings came upon it. Of the eight others in twelve
cases two editors call 3 and 2 true, of the 60 flags that are left 49 and 51."""


class Verdict(Reply):
    """What the doubting call makes of one candidate."""

    candidate: int
    together: str | None
    apart: Literal["silence", "detail", "wording", "rounding", "moments", "voices"] | None
    given_up: str | None
    verdict: Literal[Strength, "neither"]
    weight: int
    misworded: list[Literal["A", "B", "C", "D", "E"]]


class Verdicts(Reply):
    """The reply of the doubting call."""

    verdicts: list[Verdict] = Field(max_length=60)


def doubt(
    chain: Chain, found: Sequence[Candidate], material: Material
) -> tuple[tuple[Disagreement, ...], tuple[Omission, ...], Material]:
    """The candidates that hold when each is judged on its sentences alone, and that matter; what was shown.

    One without a verdict is asked for once more, then left out as unanswered.
    """
    if not found:
        return (), (), material.only(())
    cited = [[_nearest(side, material) for side in c.sides] for c in found]
    shown = material.only(_with_names(cited, material))
    values = {
        **shown.values(),
        "candidates": [
            {"number": n, "question": c.asked, "sides": _sides(c.sides, sentences, material)}
            for n, (c, sentences) in enumerate(zip(found, cited, strict=True), 1)
        ],
    }

    def lacking(reply: Verdicts) -> list[str]:
        return unanswered("Candidate", (v.candidate for v in reply.verdicts), len(found))

    reply = chain.ask(DOUBT, values, Verdicts, MAX_TOKENS_DOUBT, lacking)
    verdicts = {v.candidate: v for v in reversed(reply.verdicts)}
    kept: list[Disagreement] = []
    omitted: list[Omission] = []
    for n, candidate in enumerate(found, 1):
        if lost := _lost(candidate, verdicts.get(n)):
            omitted.append(lost)
        else:
            kept.append(_disagreement(candidate, verdicts[n], material))
    return tuple(kept), tuple(omitted), shown


def _lost(candidate: Candidate, verdict: Verdict | None) -> Omission | None:
    """Why a candidate is not told; None where it is."""
    if verdict is None:
        return Omission(candidate.question, "malformed_reply", "a possible disagreement without a verdict")
    if verdict.verdict == "neither" or (verdict.verdict == "tension" and verdict.apart):
        return Omission(candidate.question, "unsupported", "on its sentences alone, no disagreement")
    if verdict.weight < _DETAIL:
        return Omission(candidate.question, "low_rank", "a disagreement of little matter")
    if verdict.verdict == "tension" and verdict.weight == _DETAIL and candidate.readings == 1:
        return Omission(candidate.question, "low_rank", "a difference in detail, seen in one of two readings")
    return None


def _disagreement(candidate: Candidate, verdict: Verdict, material: Material) -> Disagreement:
    """The candidate as the verdict has it, each side in words that its sentences carry."""
    strength: Strength = "contradiction" if verdict.verdict == "contradiction" else "tension"
    positions = tuple(
        _position(side, _letter(k) not in verdict.misworded, material)
        for k, side in enumerate(candidate.sides)
    )
    weight = float(min(HEAVIEST, verdict.weight))
    return Disagreement(candidate.question, candidate.kind, strength, positions, weight)


def _nearest(side: Side, material: Material) -> tuple[Sentence, ...]:
    """The sentence nearest to what the side is taken to say, and those that have what it lacks.

    In 25 stories these are .22 of the text, with the three nearest .26; readers then found no fewer sides
    misworded (in 3 of 81 flags, before in 1 of 65).
    """
    nearest = side.sentences[fit(side.text, [s.text for s in side.sentences])[0]]
    return evidence.covering(side.text, side.sentences, material, [nearest])


def _sides(
    sides: Sequence[Side], shown: Sequence[Sequence[Sentence]], material: Material
) -> list[Mapping[str, object]]:
    numbers = {sentence.id: n for n, sentence in material.numbers}
    return [
        {"label": f"Side {_letter(k)}", "text": side.text, "numbers": [numbers[s.id] for s in sentences]}
        for k, (side, sentences) in enumerate(zip(sides, shown, strict=True))
    ]


def _letter(side: int) -> str:
    return chr(ord("A") + side)


def _with_names(cited: Sequence[Sequence[Sequence[Sentence]]], material: Material) -> list[Sentence]:
    """The sentences shown: those cited, and before one that begins with "he" the one that has the name."""
    flat = [s for sides in cited for sentences in sides for s in sentences]
    return [*flat, *(before for s in flat if (before := material.before(s)))]


def _position(side: Side, worded: bool, material: Material) -> Position:
    """The side in its words where its sentences carry them; else the best of them."""
    own = worded and not side.text.startswith("“")
    for found in evidence.ways(side.text, side.sentences, material) if own else ():
        citations = tuple(Citation.of(s) for s in found)
        if not material.faults(side.text, citations):
            return Position(side.text, citations, side.origins, Support("supported", "model"))
    said = side.sentences[fit(side.text, [s.text for s in side.sentences], ANSWERS)[0]]
    whose = introducing(side.text, [said], material.sentences)
    citations = tuple(Citation.of(s) for s in dict.fromkeys((said, *whose, *side.sentences)))
    return Position(quoted(said.text), citations, side.origins, Support("quoted"))
