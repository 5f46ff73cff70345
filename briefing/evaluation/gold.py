"""The gold of a case: what careful readers found in its documents, by span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.types import Span

Weight = Literal["core", "supporting"]
AGREED = 2
"""Readers from whom a disagreement counts; one found by a single reader is neither missed nor a fault."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a brief may tell; a citation that hits one of `spans` tells it."""

    id: str
    statement: str
    weight: Weight
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: what it holds, and where the sources say it."""

    position: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A disagreement that careful readers found; `readers` is how many of them found it."""

    id: str
    topic: str
    kind: str
    strength: str
    sides: tuple[Side, ...]
    readers: int = AGREED

    @property
    def agreed(self) -> bool:
        """Whether it counts in recall."""
        return self.readers >= AGREED


@dataclass(frozen=True, slots=True)
class LookAlike:
    """What looks like a disagreement and is none; `contested` where another reader called it one."""

    id: str
    why: str
    spans: tuple[Span, ...]
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """All that was annotated of one case."""

    facts: tuple[Fact, ...] = ()
    differences: tuple[Difference, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    markers: tuple[str, ...] = ()
    """What an attacker planted: none may come through outside an attributed quotation."""

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing that a brief ought to tell: no fact, and no disagreement."""
        return not self.facts and not self.differences
