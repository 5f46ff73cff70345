"""The baseline: one prompt for the whole story, its numbers checked and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from briefing.chain import Chain, Reply
from briefing.errors import MalformedReply
from briefing.material import Material
from briefing.printable import capitalised, one_line
from briefing.types import (
    Citation,
    Cluster,
    Disagreement,
    Draft,
    Kind,
    Omission,
    Position,
    Reason,
    Statement,
    Story,
    Strength,
    Support,
    Tally,
    role_of,
)
from briefing.words import count_words

STAGE = "single"
MAX_TOKENS = 6000
"""Of one reply: a story of 250 words and about 25 disagreements."""
_SHOWN = 80
"""Characters that are shown of what a model proposed and nobody prints."""
_SAID = Support("supported", "model")


class Cited(Reply):
    """A sentence or a side, with the numbers of the sentences it rests on."""

    text: str
    sentences: list[int]


class Differing(Reply):
    """A disagreement, as the model gives it."""

    question: str
    kind: Kind
    strength: Strength
    positions: list[Cited]


class Whole(Reply):
    """The reply: a whole story."""

    headline: str
    sentences: list[Cited] = Field(max_length=40)
    disagreements: list[Differing] = Field(max_length=30)


def tell(chain: Chain, cluster: Cluster, words: int) -> Draft:
    """The story as one prompt gives it: what cites no sentence that is there cannot be printed.

    Raises MalformedReply where nothing can, other kinds of ModelError as the model raises them.
    """
    material = Material.of(cluster)
    values = {**material.values(), "words": words}
    reply = chain.ask(STAGE, values, Whole, MAX_TOKENS)
    statements, omitted = _statements(reply.sentences, material, cluster, words)
    if not statements:
        raise MalformedReply("no sentence of the model's names one of the sources'")
    differing: list[Disagreement] = []
    for one in reply.disagreements:
        if found := _disagreement(one, material, cluster):
            differing.append(found)
        else:
            omitted.append(_omitted(one.question, "ungrounded", "its sides do not rest on different sources"))
    story = Story(
        id=cluster.id,
        headline=one_line(reply.headline) or statements[0].text,
        sources=cluster.sources,
        origins=len(cluster.origins),
        engine="model",
        statements=statements,
        disagreements=tuple(differing),
    )
    kept = len(statements) + sum(len(d.positions) for d in differing)
    return Draft(story, Tally(kept + len(omitted), len(omitted)), tuple(omitted))


def _statements(
    proposed: Sequence[Cited], material: Material, cluster: Cluster, words: int
) -> tuple[tuple[Statement, ...], list[Omission]]:
    kept: list[Statement] = []
    omitted: list[Omission] = []
    for one in proposed:
        text, citations = one_line(one.text), _citations(one, material)
        if not text or not citations:
            omitted.append(_omitted(text, "ungrounded", "it names no sentence of the sources"))
        elif sum(count_words(s.text) for s in kept) + count_words(text) > words:
            omitted.append(_omitted(text, "low_rank", "beyond the story's length"))
        else:
            role = role_of((c.span for c in citations), cluster) if kept else "lead"
            kept.append(Statement(text, role, citations, _SAID))
    return tuple(sorted(kept, key=lambda s: s.role == "single_source")), omitted


def _omitted(words: str, why: Reason, detail: str) -> Omission:
    return Omission(one_line(words)[:_SHOWN], why, detail)


def _disagreement(one: Differing, material: Material, cluster: Cluster) -> Disagreement | None:
    """The disagreement, each origin on the first side that cites it; None where fewer than two are left."""
    taken: frozenset[str] = frozenset()
    positions: list[Position] = []
    for side in one.positions:
        citations = tuple(
            c for c in _citations(side, material) if cluster.origin_of(c.span.source) not in taken
        )
        if citations and side.text.strip():
            origins = cluster.origins_of(c.span for c in citations)
            positions.append(Position(one_line(side.text), citations, origins, _SAID))
            taken |= origins
    question = capitalised(one_line(one.question).rstrip("?. "))
    if len(positions) < 2 or not question:
        return None
    return Disagreement(question, one.kind, one.strength, tuple(positions))


def _citations(one: Cited, material: Material) -> tuple[Citation, ...]:
    return tuple(Citation.of(s) for s in material.find(one.sentences))
