"""Groups of reports of one event, and who tells what in them: what readers wrote down in `retellings.txt`.

There stand, below each group's line, the sentences that others tell: "1.3 = 2.5, 3.2+3.7 ~ 2.6" says that
what the third sentence of the first article tells is told by 2.5, and by 3.2 and 3.7 together, and in part
by 2.6.

Seven careful readers read eight groups each, whole, before any model was fitted. Two groups were read twice:
of 68 sentences the readers find 61 alike told by others or not, and of the 35 pairs of the first one 32 are
the second one's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from grouped import labelled

LABELS = Path(__file__).with_name("retellings.txt")


@dataclass(frozen=True, slots=True)
class Told:
    """Who tells what a sentence does: the sentences that do alone, with others, and in part."""

    alone: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """The texts of one event, and for each sentence that others tell, who does."""

    texts: tuple[str, ...]
    told: Mapping[str, Told]


def groups(data: Path) -> Iterator[Group]:
    """The labelled groups."""
    for texts, lines in labelled(LABELS, data):
        yield Group(texts, {line.split(" ", 1)[0]: _told(line.split(" ", 1)[1]) for line in lines})


def _told(marks: str) -> Told:
    """From "= 2.5, 3.2+3.7 ~ 2.6", of which either half may lack."""
    whole, _, part = marks.partition("~")
    sets = [one.strip().split("+") for one in whole.strip("= ").split(",") if one.strip()]
    alone = frozenset(one[0] for one in sets if len(one) == 1)
    together = frozenset(chain.from_iterable(sets)) - alone
    partly = frozenset(one.strip() for one in part.replace("+", ",").split(",") if one.strip())
    return Told(alone, together, partly - together - alone)
