"""A change, and the lines of today that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from briefing.lines.corpus import Line
from briefing.novelty.relations import Relations
from briefing.printable import capitalised
from briefing.types import Change, ChangeKind, Citation, Position, Support, quoted

_CITED = 4
"""Sentences that one side of a change cites at most: none has more, and with 1 two changes are missed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A change and the lines that it shows; `news`: whether it alone makes a story worth telling."""

    change: Change
    lines: tuple[Line, ...]
    news: bool = True

    @classmethod
    def of(
        cls,
        compared: Relations,
        kind: ChangeKind,
        about: str,
        since: datetime,
        then: Sequence[Line],
        *sides: Sequence[Line],
        news: bool = True,
    ) -> Self:
        """The change from told lines (`then`) to today's; the first line of each side speaks for the side."""
        before = tuple(compared.scene.told[line].earlier for line in then)
        now = tuple(position(side, compared.origins) for side in sides)
        change = Change(kind, capitalised(about), since, before, now)
        return cls(change, tuple(line for side in sides for line in side), news)


def position(lines: Sequence[Line], origins: dict[str, str]) -> Position:
    """What these lines say, in the words of the first; one of each source is cited, up to four."""
    firsts = {line.source: line for line in reversed(lines)}
    cited = [lines[0], *(line for line in firsts.values() if line is not lines[0])][:_CITED]
    return Position(
        quoted(lines[0].text),
        tuple(Citation.of(line.sentence) for line in cited),
        frozenset(origins[line.source] for line in cited),
        Support("quoted"),
    )
