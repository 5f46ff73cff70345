"""A story told by the embedded engine: verbatim sentences, each with its outlet and its echoes."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from briefing import quotation
from briefing.extractive.detectors import detect
from briefing.extractive.headline import headline
from briefing.extractive.points import Point, points
from briefing.extractive.salience import salience
from briefing.types import (
    ROLES,
    Citation,
    Cluster,
    Disagreement,
    Draft,
    Position,
    Role,
    Sentence,
    Span,
    Story,
    Tally,
    quoted,
    role_of,
)

_LEAD = 2
"""Leading sentences of a story at most: what happened, then the weightiest that several origins carry."""

MOST_DISAGREEMENTS = 12
"""Of a story at most, the weightiest: a pile of figures must leave the story its sentences."""

_SECOND = 0.5
"""Part of the first one's weight that a further leading sentence has at least."""


def tell(
    cluster: Cluster,
    budget: int,
    shown: Set[Span] = frozenset(),
    differing: Callable[[Cluster], Sequence[Disagreement]] = detect,
) -> Draft:
    """The story: its disagreements, as `differing` finds them, and sentences of at most `budget` words.

    `shown` are the sentences that stand among what changed: one of them may lead, and none comes later.
    """
    weighed = salience(cluster)
    disagreements = tuple(differing(cluster))[:MOST_DISAGREEMENTS]
    positions = [p for d in disagreements for p in d.positions]
    cited = {c.span for p in positions for c in p.citations}
    said = [s for s in weighed.sentences if s.span in cited]
    printed = {
        c.span for p in positions for c in p.citations if quoted(c.quote) == p.text and not _others(p, c)
    }
    found = points(weighed, cluster.origin_of, budget, said, [s for s in said if s.span in printed], shown)
    if not found:  # better said twice than no story
        found = points(weighed, cluster.origin_of, budget)[: 1 if shown else None]
    disagreements = tuple(_reworded(d, found[0].speaker) for d in disagreements) if found else disagreements
    statements = tuple(
        quotation.of(tuple(map(Citation.of, point.sentences)), role)
        for point, role in _arranged(found, cluster)
    )
    story = Story(
        id=cluster.id,
        headline=headline(cluster, found[0].speaker.text if found else "", disagreements),
        sources=cluster.sources,
        origins=len(cluster.origins),
        engine="extractive",
        statements=statements,
        disagreements=disagreements,
    )
    return Draft(story, Tally(proposed=len(statements) + sum(len(d.positions) for d in disagreements)))


def _others(position: Position, citation: Citation) -> list[Citation]:
    """The position's other citations of the same source."""
    return [c for c in position.citations if c != citation and c.span.source == citation.span.source]


def _reworded(disagreement: Disagreement, lead: Sentence) -> Disagreement:
    """The disagreement; a position that prints the leading sentence has another one of its source instead."""
    return replace(
        disagreement, positions=tuple(_spoken(p, Citation.of(lead)) for p in disagreement.positions)
    )


def _spoken(position: Position, lead: Citation) -> Position:
    others = _others(position, lead) if position.text == quoted(lead.quote) else []
    if not others:
        return position
    rest = (c for c in position.citations if c != others[0])
    return replace(position, text=quoted(others[0].quote), citations=(others[0], *rest))


def _arranged(found: tuple[Point, ...], cluster: Cluster) -> list[tuple[Point, Role]]:
    """Leads first, then what several origins carry, then what only one has, in the sources' order."""
    order = {r.source.id: k for k, r in enumerate(cluster.readings)}

    def carried(point: Point) -> int:
        return len(cluster.origins_of(s.span for s in point.sentences))

    def place(point: Point) -> tuple[int, int]:
        return order[point.speaker.span.source], point.speaker.span.start

    least = found[0].weight * _SECOND if found else 0.0
    others = sorted((p for p in found[1:] if carried(p) > 1 and p.weight >= least), key=lambda p: -p.weight)
    leads = [*found[:1], *others][:_LEAD]
    rest = sorted((p for p in found if p not in leads), key=place)
    told = [(p, role_of((s.span for s in p.sentences), cluster)) for p in rest]
    return [*((p, "lead") for p in leads), *sorted(told, key=lambda one: ROLES.index(one[1]))]
