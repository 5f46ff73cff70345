"""Axes on which news puts one thing at either end: freed or held, passed or rejected, calm or violent.

A pole is a closed class, as a dictionary of opposites would list it. Origins that put one thing at both
ends of an axis do not tell one story.

`axes.txt` has for each axis its name, the kind and strength of what its ends make, how many concepts two
clauses share at least, and `by` where both name who did it; then its poles. `>`: a verb that does it to its
object. `=`: told behind "is", "remains" or the like only. All else is told of a subject.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from briefing.packaged import packaged
from briefing.types import Kind, Strength

_FILE = "axes.txt"


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis, the kind and strength of what its two ends make, and what binds them."""

    name: str
    kind: Kind
    strength: Strength
    common: int
    by: bool


@dataclass(frozen=True, slots=True)
class End:
    """Words [start, end) that put something at the upper or lower end of an axis.

    `does`: they are a verb that does it to its object; `being`: they need "is" or the like before them.
    """

    axis: Axis
    up: bool
    start: int
    end: int
    does: bool
    being: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """Words of the table, the end of an axis that they tell, and its marks."""

    words: tuple[str, ...]
    axis: Axis
    up: bool
    does: bool
    being: bool


@cache
def _forms() -> dict[str, list[_Form]]:
    """The forms of the table by their first word."""
    forms: dict[str, list[_Form]] = defaultdict(list)
    axis = None
    for row in packaged(__package__, _FILE).decode().splitlines():
        head, *rest = row.split()
        if head not in ("+", "-"):
            axis = Axis(head, cast(Kind, rest[0]), cast(Strength, rest[1]), int(rest[2]), "by" in rest)
            continue
        for entry in rest:
            words = tuple(entry.strip("=>").split("-"))
            if axis:
                forms[words[0]].append(_Form(words, axis, head == "+", entry[-1] == ">", entry[0] == "="))
    return forms


def ends(words: list[str]) -> Iterator[End]:
    """Every end of an axis that these words, in lower case, tell; in order."""
    forms = _forms()
    for at, word in enumerate(words):
        for form in forms.get(word, ()):
            stop = at + len(form.words)
            if tuple(words[at:stop]) == form.words:
                yield End(form.axis, form.up, at, stop, form.does, form.being)
