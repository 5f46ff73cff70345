"""An amount: the values that a figure leaves possible, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from briefing.extractive.detectors.counting import Counting
from briefing.grounding import Quantity
from briefing.lines.measures import GROWING
from briefing.lines.thesaurus import concepts

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
    figure with its noun, `before` and `behind` what stands around it in its clause. `unit` is that of the
    text, and `half` of one what converting it may be off by, in the base unit. `toll`: the concept
    next to it of what only grows or varies while a story is told, else "".
    """

    low: float
    high: float
    of: tuple[frozenset[str], frozenset[str], frozenset[str]]
    text: str
    before: str
    behind: str
    unit: str
    half: float
    toll: str
    counting: Counting

    def excludes(self, other: Amount) -> bool:
        """Whether the two cannot both be right; both can if they are of other times or kinds of a thing."""
        apart = self._is_below(other) or other._is_below(self)
        if not apart or self.rises_to(other) or other.rises_to(self):
            return False
        grows = self.toll in GROWING and other.toll in GROWING
        if not grows and self.counting.at_another_time(other.counting):
            return False
        of = zip(self.of[grows:], other.of[grows:], strict=True)  # its day may be disputed as a toll is
        return all(a == b or not (a and b) for a, b in of)

    def rises_to(self, other: Amount) -> bool:
        """Whether it is a toll that is higher in the other, which was counted later; no old event's is."""
        rises = self._is_below(other) and self.counting.is_before(other.counting)
        return rises and self.toll == other.toll != "" and not (self.of[1] or other.of[1])

    def _is_below(self, other: Amount) -> bool:
        """Whether it is surely less, also where the two are converted from unlike units."""
        slack = self.half + other.half if self.unit != other.unit else 0.0
        rounded = self.low < self.high and other.low < other.high < inf  # 20 and 30 meet at 25, and differ
        return self.high + slack < other.low or (rounded and self.high + slack == other.low)

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
