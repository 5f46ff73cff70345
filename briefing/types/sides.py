"""When two disagreements are one: they set the same things against each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import TypeVar

One = TypeVar("One")
Other = TypeVar("Other")


def same_sides(a: Sequence[One], b: Sequence[Other], meet: Callable[[One, Other], bool]) -> bool:
    """Whether two sides of `a` meet two of `b`, each one of its own; `meet` says when two sides do."""
    met = {(i, j) for i, one in enumerate(a) for j, other in enumerate(b) if meet(one, other)}
    return any(i != k and j != m for (i, j), (k, m) in permutations(met, 2))
