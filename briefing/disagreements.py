"""Stage two: where the sources disagree. Find, then doubt; code checks before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from briefing.chain import ask
from briefing.grounding import faults, find
from briefing.material import Material, evidence
from briefing.types import (
    Citation,
    Cluster,
    Disagreement,
    Kind,
    Model,
    Omission,
    Position,
    Sentence,
    Support,
)
from briefing.words import matching_key, one_line

if TYPE_CHECKING:
    from briefing.templates import Templates

FIND, DOUBT = "disagreements", "doubt"
MAX_TOKENS_FIND = 4000
"""Of one reply: about 30 disagreements of two sides."""
MAX_TOKENS_DOUBT = 1500
"""Of one reply: about 40 verdicts."""


class ProposedPosition(BaseModel):
    """One side, as a model proposes it."""

    model_config = ConfigDict(extra="forbid")

    text: str
    sentences: list[int]


class ProposedDisagreement(BaseModel):
    """A disagreement, as a model proposes it."""

    model_config = ConfigDict(extra="forbid")

    question: str
    kind: Kind
    positions: list[ProposedPosition]


class ProposedDisagreements(BaseModel):
    """The reply of the finding call."""

    model_config = ConfigDict(extra="forbid")

    disagreements: list[ProposedDisagreement] = Field(max_length=30)


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


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a candidate: the words proposed for it, and the sentences that carry them."""

    text: str
    sentences: tuple[Sentence, ...]
    origins: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible disagreement whose sides rest on sentences of different origins."""

    question: str
    kind: Kind
    sides: tuple[Side, ...]


def propose(
    model: Model, templates: Templates, material: Material, hints: Sequence[str], cap: int
) -> tuple[ProposedDisagreement, ...]:
    """The disagreements that the model proposes; `hints` are pairs that a local comparison found."""
    values = {**material.values(), "hints": [one_line(h) for h in hints]}
    reply = ask(model, templates, FIND, values, ProposedDisagreements, min(MAX_TOKENS_FIND, cap))
    return tuple(reply.disagreements)


def candidates(
    proposed: Sequence[ProposedDisagreement],
    local: Sequence[Disagreement],
    material: Material,
    cluster: Cluster,
) -> tuple[tuple[Candidate, ...], tuple[Omission, ...]]:
    """The proposals that stand on sentences of different origins, with the local ones that they lack."""
    kept: list[Candidate] = []
    omitted: list[Omission] = []
    for one in proposed:
        sides = _apart([_side(p, material, cluster) for p in one.positions])
        question = one_line(one.question)
        if len(sides) < 2 or not question:
            omitted.append(
                Omission(question[:80], "ungrounded", "its sides do not rest on different sources")
            )
        elif not any(_same(sides, c.sides) for c in kept):
            kept.append(Candidate(_question(question, one.kind, sides), one.kind, sides))
    for known in local:
        sides = tuple(_known(p, material) for p in known.positions)
        if not any(_same(sides, c.sides) for c in kept):
            kept.append(Candidate(known.question, known.kind, sides))
    return tuple(kept), tuple(omitted)


def doubt(
    model: Model, templates: Templates, found: Sequence[Candidate], cap: int
) -> tuple[tuple[Disagreement, ...], tuple[Omission, ...]]:
    """The candidates that hold when each is judged on its sentences alone; one without a verdict does not."""
    if not found:
        return (), ()
    shown = [
        {
            "number": n,
            "question": c.question,
            "sides": [
                {"label": f"Side {chr(65 + k)}", "sentences": [one_line(t) for t in evidence(s.sentences)]}
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
        positions = tuple(_position(side) for side in candidate.sides)
        weight = float(min(3, max(1, verdict.weight)))
        kept.append(Disagreement(candidate.question, candidate.kind, verdict.verdict, positions, weight))
    return tuple(kept), tuple(omitted)


def _side(proposed: ProposedPosition, material: Material, cluster: Cluster) -> Side | None:
    given = material.find(proposed.sentences)
    carriers = find(proposed.text, material.sentences, [s.id for s in given], limit=max(2, len(given)))
    if not carriers or not proposed.text.strip():
        return None
    origins = frozenset(cluster.origin_of(s.span.source) for s in carriers)
    return Side(one_line(proposed.text), _by_origin(carriers, cluster), origins)


def _by_origin(sentences: tuple[Sentence, ...], cluster: Cluster) -> tuple[Sentence, ...]:
    """At most two sentences of each origin: enough to show a side, short enough to read."""
    seen: dict[str, int] = {}
    kept = []
    for sentence in sentences:
        origin = cluster.origin_of(sentence.span.source)
        seen[origin] = seen.get(origin, 0) + 1
        if seen[origin] <= 2:
            kept.append(sentence)
    return tuple(kept)


def _apart(sides: Sequence[Side | None]) -> tuple[Side, ...]:
    """The sides with each origin on one of them only: on the one that rests on fewer origins."""
    whole = [s for s in sides if s is not None]
    taken: set[str] = set()
    kept: dict[int, Side] = {}
    for k in sorted(range(len(whole)), key=lambda k: len(whole[k].origins)):
        side = whole[k]
        own = side.origins - taken
        if not own:
            continue
        taken |= own
        kept[k] = side if own == side.origins else _narrowed(side, own, whole)
    return tuple(kept[k] for k in sorted(kept))


def _narrowed(side: Side, own: frozenset[str], whole: Sequence[Side]) -> Side:
    lost = side.origins - own
    gone = {
        s.span.source for other in whole if other is not side for s in other.sentences if other.origins & lost
    }
    sentences = tuple(s for s in side.sentences if s.span.source not in gone)
    return Side(side.text, sentences or side.sentences[:1], own)


def _known(position: Position, material: Material) -> Side:
    spans = {c.span for c in position.citations}
    sentences = tuple(s for s in material.sentences if s.span in spans)
    return Side(position.text, sentences, position.origins)


def _same(a: Sequence[Side], b: Sequence[Side]) -> bool:
    """Whether two candidates set the same sentences against each other."""
    left = [{s.id for s in side.sentences} for side in a]
    right = [{s.id for s in side.sentences} for side in b]
    return all(any(one & other for other in right) for one in left)


def _position(side: Side) -> Position:
    texts = evidence(side.sentences)
    citations = tuple(Citation.of(s) for s in side.sentences)
    if side.text.startswith("“") or faults(side.text, texts):
        return Position(f"“{side.sentences[0].text}”", citations, side.origins, Support("quoted"))
    return Position(side.text, citations, side.origins, Support("supported"))


_PLAIN: dict[Kind, str] = {
    "number": "What the figure is",
    "time": "When it happened",
    "place": "Where it happened",
    "attribution": "Who it comes from",
    "occurrence": "Whether it happened",
    "response": "Whether and how there was an answer",
    "scope": "How far it reaches",
    "cause": "Why it happened",
    "identity": "Who or what is involved",
    "status": "Where things stand",
    "characterisation": "What kind of act it was",
}


def _question(question: str, kind: Kind, sides: Sequence[Side]) -> str:
    """The model's question where its names and figures are the sources' own; else the plain one of its kind."""
    texts = [t for side in sides for t in evidence(side.sentences)]
    checked = {"name", "number", "date", "quotation", "loaded"}
    if any(f.kind in checked for f in faults(question.rstrip("?"), texts)):
        return _PLAIN[kind]
    return question.rstrip("?. ") if matching_key(question) else _PLAIN[kind]
