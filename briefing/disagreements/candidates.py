"""Candidates: proposed disagreements whose sides stand on sentences of different origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.disagreements.finding import ProposedDisagreement, ProposedPosition
from briefing.material import Material
from briefing.types import Citation, Cluster, Disagreement, Kind, Omission, Position, Sentence
from briefing.words import matching_key, one_line


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
        sides = _apart([_side(p, material, cluster) for p in one.positions], cluster)
        question = one_line(one.question)
        if len(sides) < 2 or not question:
            omitted.append(
                Omission(question[:80], "ungrounded", "its sides do not rest on different sources")
            )
        elif not any(_same(sides, c.sides) for c in kept):
            kept.append(Candidate(_question(question, one.kind, material), one.kind, sides))
    for known in local:
        sides = tuple(_known(p, material) for p in known.positions)
        if not any(_same(sides, c.sides) for c in kept):
            kept.append(Candidate(known.question, known.kind, sides))
    return tuple(kept), tuple(omitted)


def _side(proposed: ProposedPosition, material: Material, cluster: Cluster) -> Side | None:
    carriers = material.carriers(proposed.text, proposed.sentences)
    if not carriers or not proposed.text.strip():
        return None
    origins = frozenset(cluster.origin_of(s.span.source) for s in carriers)
    return Side(one_line(proposed.text), carriers, origins)


def _apart(sides: Sequence[Side | None], cluster: Cluster) -> tuple[Side, ...]:
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
        sentences = tuple(s for s in side.sentences if cluster.origin_of(s.span.source) in own)
        kept[k] = Side(side.text, sentences, own)
    return tuple(kept[k] for k in sorted(kept))


def _known(position: Position, material: Material) -> Side:
    spans = {c.span for c in position.citations}
    sentences = tuple(s for s in material.sentences if s.span in spans)
    return Side(position.text, sentences, position.origins)


def _same(a: Sequence[Side], b: Sequence[Side]) -> bool:
    """Whether two candidates set the same sentences against each other."""
    left = [{s.id for s in side.sentences} for side in a]
    right = [{s.id for s in side.sentences} for side in b]
    return all(any(one & other for other in right) for one in left)


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


def _question(question: str, kind: Kind, material: Material) -> str:
    """The model's question where its names and figures are the sources' own; else the plain one."""
    citations = [Citation.of(s) for s in material.sentences]
    checked = {"name", "number", "date", "quotation", "loaded"}
    if any(f.kind in checked for f in material.faults(question.rstrip("?"), citations)):
        return _PLAIN[kind]
    return question.rstrip("?. ") if matching_key(question) else _PLAIN[kind]
