"""What is denied without a predicate: a quotation, and "only"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.grounding.quotations import outside, quotations
from briefing.grounding.scope import content, cues
from briefing.words import matching_key

_ONLY = re.compile(r"\b(?:only|merely|solely)\b", re.IGNORECASE)  # "just" and "simply" have other meanings
_NOT_ONLY = re.compile(rf"\b(?:not|\w+n['’]t)\s+(?:\w+\s+)?{_ONLY.pattern}", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:not|never|no|\w+n['’]t)(?:\s+(?:been|be|an?|the))?\s+$", re.IGNORECASE)
"""A negation right before a quotation."""
_REACH = 80
"""Characters before and after a quotation within which a negation may bear on it."""


def misdenied(negation: re.Pattern[str], statement: str, evidence: Sequence[str]) -> bool:
    """Whether the statement denies, without a predicate, what the evidence does not, or the other way round.

    Of 538 denials added to or dropped from statements of four readings these rules see 7 that no other one
    sees, at no alarm in 939 statements and in 1,363 supported claims of the public sets.
    """
    return _quoted(negation, statement, evidence) or _not_only(statement, evidence)


def _quoted(negation: re.Pattern[str], statement: str, evidence: Sequence[str]) -> bool:
    """Whether the statement denies what it quotes, and no text that has those words does; or the reverse."""
    for quotation in quotations(statement):
        said = outside(statement)[: quotation.start]
        parts = (matching_key(e).partition(matching_key(quotation.text)) for e in evidence)
        shown = [(before, after) for before, words, after in parts if words]
        beside = (f"{before[-_REACH:]} . {after[:_REACH]}" for before, after in shown)
        added = _BEFORE.search(said) and not any(map(negation.search, beside))
        dropped = all(_BEFORE.search(b) for b, _ in shown) and not negation.search(outside(statement))
        if shown and (added or dropped):
            return True
    return False


def _not_only(statement: str, evidence: Sequence[str]) -> bool:
    """Whether "only" in the evidence is "not only" in the statement."""
    said = {word for _, word in cues(_NOT_ONLY, outside(statement)) if word}
    having = [e for e in evidence if said.intersection(content(e))]
    if any(_NOT_ONLY.search(e) or not _ONLY.search(e) for e in having):
        return False
    return any(word in said for e in having for _, word in cues(_ONLY, e))
