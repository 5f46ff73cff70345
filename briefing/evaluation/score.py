"""What a scorer gives: a figure, and why it is what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Score:
    """A figure with its explanation; `value` is None where there was nothing to count.

    `hits` of `of` were counted where the figure is a ratio, so that a mean can print its counts.
    """

    value: float | None
    explanation: tuple[str, ...] = ()
    hits: int | None = None
    of: int | None = None

    @classmethod
    def ratio(cls, hits: int, of: int, explanation: Iterable[str] = ()) -> Self:
        """`hits` / `of`; `explanation` names what did not hit, or what is to be read."""
        return cls(hits / of if of else None, tuple(explanation), hits, of)

    @classmethod
    def count(cls, faults: Iterable[str]) -> Self:
        """The number of faults, each told."""
        told = tuple(faults)
        return cls(float(len(told)), told)
