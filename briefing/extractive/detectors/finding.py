"""What a detector returns, and how it becomes a disagreement that a brief can print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from briefing.grounding import outside
from briefing.lines.corpus import Line
from briefing.plain import is_plain
from briefing.types import Citation, Disagreement, Kind, Position, Strength, Support, quoted

_CITED = 4
"""Sentences that a position cites, unless more origins stand behind it; with 2 a gold tension is missed."""
_SPREAD = 0.25
"""What each origin beyond two adds to a finding's weight, as a share of it. The order of flags in the 611
groups does not depend on it; in the pile of all of examples/three-mornings two change places without it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A typed question with the lines of each side, the most telling line of a side first."""

    question: str
    kind: Kind
    strength: Strength
    sides: tuple[tuple[Line, ...], ...]
    weight: float

    @classmethod
    def between(
        cls, question: str, kind: Kind, strength: Strength, sides: Iterable[Iterable[Line]], weight: float
    ) -> Iterator[Self]:
        """The finding; none where fewer than two sides are left or the question holds markup or an order.

        An origin that stands on two sides says both, and so disagrees with neither: it is left out.
        """
        if not is_plain(outside(question)):
            return
        lines = [tuple(dict.fromkeys(side)) for side in sides]
        origins = [{line.origin for line in side} for side in lines]
        torn = {o for i, a in enumerate(origins) for b in origins[i + 1 :] for o in a & b}
        kept = [tuple(line for line in side if line.origin not in torn) for side in lines]
        kept = [side for side in kept if side]
        if len(kept) > 1:
            yield cls(question, kind, strength, tuple(kept), weight)

    def disagreement(self) -> Disagreement:
        """The finding with its evidence; its weight grows by a quarter with each origin beyond two."""
        spread = len({line.origin for side in self.sides for line in side}) - 2
        positions = tuple(_position(side) for side in self.sides)
        weight = round(self.weight * (1 + _SPREAD * spread), 4)
        return Disagreement(self.question, self.kind, self.strength, positions, weight)


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in order, without those that quote the lines of an earlier one.

    A finding is the same as an earlier one that has two of its leading lines, or one of them and a question
    of the same kind. When it was and how many it was are two questions, also of the same lines.
    """
    kept: list[Finding] = []
    quoted: list[tuple[set[Line], str]] = []
    for finding in findings:
        lines = {side[0] for side in finding.sides}
        family = "occurrence" if finding.kind == "cause" else finding.kind
        if not any(len(lines & other) > _may_share(family, kind) for other, kind in quoted):
            kept.append(finding)
            quoted.append(({line for side in finding.sides for line in side}, family))
    return kept


def _may_share(one: str, other: str) -> int:
    """How many leading lines findings of these kinds may have in common."""
    if {one, other} == {"time", "number"}:
        return _CITED
    return int(one != other)


def _position(side: tuple[Line, ...]) -> Position:
    """The position of these lines: one of each origin is cited, then others up to four in all."""
    firsts = {line.origin: line for line in reversed(side)}.values()
    ordered = sorted(side, key=lambda line: (line is not side[0], line not in firsts, line.place, line.text))
    cited = ordered[: max(_CITED, len(firsts))]
    return Position(
        quoted(side[0].text),
        tuple(Citation.of(line.sentence) for line in cited),
        frozenset(line.origin for line in side),
        Support("quoted", "rules"),
    )
