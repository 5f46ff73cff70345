"""An amount: the values that a figure leaves possible, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from briefing.extractive.lines.thesaurus import concepts
from briefing.grounding import Quantity

ANYONE = concepts("people person other victim")
"""Nouns that say no more than that people are counted."""
ORDINARY = concepts("say tell official police year day report hundred thousand million billion")
"""Words on which no figure hangs."""
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|just under)\s$", re.IGNORECASE)
"""Before a figure: it is a little less, not anything up to it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The values that a figure leaves possible, in the base unit of its frame; `high` may be infinite.

    `of` is what it is told of: days; months and years; the words between it and its noun. `text` is the
    figure with its noun, `behind` what follows it in its clause.
    """

    low: float
    high: float
    of: tuple[frozenset[str], frozenset[str], frozenset[str]]
    text: str
    behind: str

    def excludes(self, other: Amount) -> bool:
        """Whether the two cannot both be right; both can if they are of other times or kinds of a thing."""
        apart = self.high < other.low or other.high < self.low
        return apart and all(a == b or not (a and b) for a, b in zip(self.of, other.of, strict=True))

    @property
    def top(self) -> float:
        """The highest value, the lowest where there is no bound."""
        return self.high if self.high < inf else self.low


def possible(quantity: Quantity, before: str) -> tuple[float, float]:
    """The lowest and the highest value of a figure after these words; a round one stands for a range."""
    value = float(quantity.value)
    digits = f"{value:.0f}"
    step = 10 ** (len(digits) - len(digits.rstrip("0"))) if value >= 10 and value == int(value) else 0
    slack = step / 2 if step > 1 else 0.0
    if quantity.bound == "about":
        slack = max(slack, value * 0.1)
    if quantity.bound == "most" and _NEARLY.search(before):
        return value * 0.9 - slack, value + slack
    if quantity.bound == "least":
        return value, inf
    return (0.0, value) if quantity.bound == "most" else (value - slack, value + slack)
