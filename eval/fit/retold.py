"""Groups of reports of one event, and who tells what in them: what readers wrote down in `retellings.txt`.

There a line with "#" names a set and the articles of a group, which are numbered from 1. Below it stand the
sentences that others tell: "1.3 = 2.5, 3.2+3.7 ~ 2.6" says that what the third sentence of the first article
tells is told by 2.5, and by 3.2 and 3.7 together, and in part by 2.6.

Seven careful readers
read eight groups each, whole, before any model was fitted. Two groups were read twice: of 68 sentences the
readers find 61 alike told by others or not, and of the 35 pairs of the first one 32 are the second one's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

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
    texts = _texts(data)
    for block in LABELS.read_text(encoding="utf-8").split("# ")[1:]:
        head, *lines = block.splitlines()
        name, *articles = head.split(" ")
        told = {line.split(" ", 1)[0]: _told(line.split(" ", 1)[1]) for line in lines}
        yield Group(tuple(texts[name, article] for article in articles), told)


def _texts(data: Path) -> dict[tuple[str, str], str]:
    basil = _rows(data / "events/basil/articles.jsonl")
    ecbplus = _rows(data / "events/ecbplus/dev.jsonl")
    fnc1 = _rows(data / "disagreement/fnc1/bodies.jsonl")
    return {
        **{("basil", row["id"]): "\n\n".join([row["title"] or "", *row["sentences"]]) for row in basil},
        **{("ecbplus", row["id"]): row["text"] for row in ecbplus},
        **{("fnc1", row["body_id"]): row["text"] for row in fnc1},
    }


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _told(marks: str) -> Told:
    """From "= 2.5, 3.2+3.7 ~ 2.6", of which either half may lack."""
    whole, _, part = marks.partition("~")
    sets = [one.strip().split("+") for one in whole.strip("= ").split(",") if one.strip()]
    alone = frozenset(one[0] for one in sets if len(one) == 1)
    together = frozenset(chain.from_iterable(sets)) - alone
    partly = frozenset(one.strip() for one in part.replace("+", ",").split(",") if one.strip())
    return Told(alone, together, partly - together - alone)
