"""Candidates: proposed disagreements whose sides stand on sentences of different origins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing import evidence, plain
from briefing.disagreements.finding import ProposedDisagreement, ProposedPosition
from briefing.material import Material
from briefing.printable import one_line
from briefing.types import Citation, Cluster, Disagreement, Kind, Omission, Position, Sentence, same_sides
from briefing.words import matching_key

_END = re.compile(r"[?\s]*(?:(?<![A-Z])\.)?[?\s]*$")
"""What ends a question, but for the point of "the U.S."."""
LONGEST_QUESTION = 160
"""Characters: of 24 questions of capable readers the longest has 72; what is longer is no question."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a candidate: the words proposed for it, and the sentences that carry them."""

    text: str
    sentences: tuple[Sentence, ...]
    origins: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible disagreement whose sides rest on sentences of different origins.

    `asked` is the question as it was proposed, or the plain one of its kind where that is none; `question`
    is what of it may be printed. `readings` counts who came upon it: the model's readings, and the comparison
    without a model.
    """

    question: str
    kind: Kind
    sides: tuple[Side, ...]
    asked: str
    readings: int = 1


def candidates(
    proposed: Sequence[Sequence[ProposedDisagreement]],
    local: Sequence[Disagreement],
    material: Material,
    cluster: Cluster,
) -> tuple[tuple[Candidate, ...], tuple[Omission, ...]]:
    """The proposals of each reading that stand on sentences of different origins, then the local ones.

    What several readings set against each other is one candidate, in the words of the first.
    """
    kept: list[Candidate] = []
    omitted: list[Omission] = []
    for reading in proposed:
        own: list[Candidate] = []
        for one in reading:
            sides = _apart([_side(p, material, cluster) for p in one.positions], cluster)
            question = one_line(one.question)
            if len(sides) < 2 or not question:
                why = "its sides do not rest on different sources"
                omitted.append(Omission(plain.proposed(question), "ungrounded", why))
            elif not any(c.kind == one.kind and _same(sides, c.sides) for c in own):
                asked = _asked(question, one.kind)
                own.append(Candidate(_printed(asked, one.kind, material), one.kind, sides, asked))
        kept = _merged(kept, own, cluster)
    known = [
        Candidate(d.question, d.kind, tuple(_known(p, material) for p in d.positions), d.question)
        for d in local
        if all(_known(p, material).sentences for p in d.positions)
    ]
    return tuple(_merged(kept, known, cluster)), tuple(omitted)


def _merged(kept: Sequence[Candidate], more: Sequence[Candidate], cluster: Cluster) -> list[Candidate]:
    """The candidates with those of another reading; one that both have found has the sentences of both."""
    merged = list(kept)
    for one in more:
        same = [n for n, c in enumerate(kept) if _same(c.sides, one.sides) or _asked_alike(c, one)]
        if not same:
            merged.append(one)
            continue
        n = min(same, key=lambda n: kept[n].kind != one.kind)
        sides = _joined(merged[n].sides, one.sides, cluster)
        merged[n] = replace(merged[n], sides=sides, readings=kept[n].readings + 1)
    return merged


def _joined(ours: Sequence[Side], theirs: Sequence[Side], cluster: Cluster) -> tuple[Side, ...]:
    """Our sides, each with all sentences of those of theirs with which it shares one.

    A sentence whose origin stands on another of our sides is left out.
    """
    joined = []
    for side in ours:
        others = {o for other in ours if other is not side for o in other.origins}
        more = [s for t in theirs if set(t.sentences) & set(side.sentences) for s in t.sentences]
        free = [s for s in more if cluster.origin_of(s.span.source) not in others]
        joined.append(replace(side, sentences=tuple(dict.fromkeys((*side.sentences, *free)))))
    return _apart(
        [replace(s, origins=cluster.origins_of(x.span for x in s.sentences)) for s in joined], cluster
    )


def _side(proposed: ProposedPosition, material: Material, cluster: Cluster) -> Side | None:
    carriers = evidence.carriers(proposed.text, proposed.sentences, material)
    if not carriers or not proposed.text.strip():
        return None
    return Side(one_line(proposed.text), carriers, cluster.origins_of(s.span for s in carriers))


def _apart(sides: Sequence[Side | None], cluster: Cluster) -> tuple[Side, ...]:
    """The sides with each origin on one of them only: the one that rests on the fewest origins."""
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


def _asked_alike(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates ask the same question and share a sentence."""
    shared = {s for side in a.sides for s in side.sentences} & {s for side in b.sides for s in side.sentences}
    return bool(shared) and matching_key(a.asked) == matching_key(b.asked)


def _same(a: Sequence[Side], b: Sequence[Side]) -> bool:
    """Whether two candidates set the same sentences against each other."""
    return same_sides(a, b, lambda side, other: not set(side.sentences).isdisjoint(other.sentences))


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


def _asked(question: str, kind: Kind) -> str:
    """The model's question; the plain one where it is none."""
    asked = _END.sub("", question)
    wordless = not any(map(str.isalnum, asked))
    return _PLAIN[kind] if len(asked) > LONGEST_QUESTION or plain.is_order(asked) or wordless else asked


def _printed(question: str, kind: Kind, material: Material) -> str:
    """The question where its names and figures are the sources' own; else the plain one."""
    citations = [Citation.of(s) for s in material.sentences]
    checked = {"name", "number", "date", "quotation", "loaded", "vouching", "address"}
    faults = material.unfounded(question, citations)
    return _PLAIN[kind] if any(f.kind in checked for f in faults) else question
