"""The rows of BABE, as the judge of wording is fitted on them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from briefing.evaluation.neutrality.table import words

_SAME = {
    "blm": "black lives matter", "vaccine": "vaccines", "gun-control": "gun control", "#metoo": "gender",
    "coronavirus": "vaccines", "student-debt": "middle-class", "trump-presidency": "elections-2020",
}  # fmt: skip
"""Topics that are one, or near."""


@dataclass(frozen=True)
class Row:
    """A sentence; `keys` are its words as the table has them, names apart."""

    text: str
    label: int
    topic: str
    marked: frozenset[str]
    keys: tuple[str, ...]

    @property
    def subject(self) -> str:
        """The topic, with those that are one or near it."""
        return _SAME.get(self.topic, self.topic)


def read(path: Path) -> list[Row]:
    """The rows in their order; what begins a sentence is a name where it has a capital oftener elsewhere."""
    kept = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    told = [words(row["text"]) for row in kept]
    small = Counter(w.key for text in told for w in text if w.name is False)
    capital = Counter(w.key for text in told for w in text if w.name)
    return [
        Row(
            row["text"],
            row["label"],
            row["topic"],
            frozenset(w.key for term in row["biased_words"] for w in words(term)),
            tuple(w.key for w in text if (capital[w.key] <= small[w.key] if w.name is None else not w.name)),
        )
        for row, text in zip(kept, told, strict=True)
    ]
