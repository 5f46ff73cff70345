"""What a detector returns, and how it becomes a disagreement that a brief can print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.extractive.detectors.alignment import Line
from briefing.types import Citation, Disagreement, Kind, Position, Strength, Support

_CITED = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """A typed question with the lines of each side, the most telling line of a side first."""

    question: str
    kind: Kind
    strength: Strength
    sides: tuple[tuple[Line, ...], ...]
    weight: float

    @classmethod
    def of(
        cls, question: str, kind: Kind, strength: Strength, sides: Iterable[Iterable[Line]], weight: float
    ) -> Finding | None:
        """The finding, or None where fewer than two sides are left.

        An origin that stands on two sides says both, and so disagrees with neither: it is left out.
        """
        lines = [list(dict.fromkeys(side)) for side in sides]
        origins = [{line.origin for line in side} for side in lines]
        torn = {o for i, a in enumerate(origins) for b in origins[i + 1 :] for o in a & b}
        kept = [tuple(line for line in side if line.origin not in torn) for side in lines]
        kept = [side for side in kept if side]
        return cls(question, kind, strength, tuple(kept), weight) if len(kept) > 1 else None

    def disagreement(self) -> Disagreement:
        """The finding with its evidence: each side's first line verbatim, the others cited."""
        spread = len({line.origin for side in self.sides for line in side})
        return Disagreement(
            self.question,
            self.kind,
            self.strength,
            tuple(_position(side) for side in self.sides),
            round(self.weight * (1 + 0.25 * (spread - 2)), 4),
        )


def _position(side: tuple[Line, ...]) -> Position:
    """The position of these lines: all origins are cited, then further lines up to four in all."""
    firsts = {line.origin: line for line in reversed(side)}
    first = side[0]
    cited = [first, *(line for line in side if firsts[line.origin] is line and line is not first)]
    cited += [line for line in side if line not in cited][: max(0, _CITED - len(cited))]
    return Position(
        f"“{first.sentence.text}”",
        tuple(Citation.of(line.sentence) for line in cited),
        frozenset(line.origin for line in side),
        Support("quoted", "rules"),
    )
