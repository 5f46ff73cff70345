"""Shares of a noun: "two thirds of the crews", "six in ten riders"."""

from __future__ import annotations

import re

from briefing.extractive.detectors.amount import ANYONE, ORDINARY, Amount
from briefing.extractive.detectors.counting import NEVER
from briefing.grounding import Quantity, numerals
from briefing.lines.thesaurus import concepts

_IN_TEN = re.compile(r"\s(?P<of>[a-z]+)\s(?:in|out of)\s(?P<all>ten|five|three|four|a hundred|10|100)\b")
_OF = re.compile(r"\s(?:(?:of|all|the|its|their|his|her|our)\s)*(?P<of>[a-z]+)")
_EITHER_WAY = 5
"""Percent by which a share in words may be rounded: 4 to 10 change nothing; at 0 a shipped case is missed."""


def share(quantity: Quantity, before: str, after: str) -> tuple[Amount, frozenset[str]] | None:
    """In percent, five either way, and the noun; None where the figure is no share of a noun."""
    value = float(quantity.value)
    if quantity.kind == "fraction":
        match = _OF.match(after)
    elif quantity.kind == "number" and (match := _IN_TEN.match(after)):
        value = 100 * value / float(numerals.value(match["all"]))
    else:
        return None
    if match is None or not (noun := concepts(match["of"]) - ORDINARY - ANYONE):
        return None
    low = value - _EITHER_WAY if quantity.bound != "most" else 0
    high = value + _EITHER_WAY if quantity.bound != "least" else 100
    none: frozenset[str] = frozenset()
    of, text = (none, none, none), quantity.text + match[0]
    return Amount(low, high, of, text, before, after, "%", 0.0, "", NEVER), noun
