"""Negation: what a text denies, and whether a statement turns its evidence round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.grounding.scope import content, cues

_NEGATION = re.compile(
    r"(?<![\w-])(?:not(?!\s+(?:only|just|a|an|the)\b)|no(?=\s+[a-z])(?!\s+later|\s+doubt|\s+matter)|never|neither|nor|none|nobody|nothing|cannot|without|hardly|barely"
    r"|(?:\w+n['’]t)|(?:yet|fail(?:ed|s|ing)?|refus(?:ed|es|e|ing|al)|declin(?:ed|es|e|ing))\s+to"
    r"|(?:den(?:ied|ies|y|ying)|reject(?:ed|s|ing)?|rul(?:ed|es|ing)\s+out|dispute[sd]?|refut(?:ed|es)|rebuff(?:ed|s)|unable\s+to|absence\s+of|stopped\s+short\s+of))(?![\w-])",
    re.IGNORECASE,
)


def negated(text: str) -> frozenset[str]:
    """Stems of the predicates that the text negates: "has not yet responded" gives {"respond"}."""
    return frozenset(stem for _, governed in cues(_NEGATION, text) for stem in governed)


def polarity_conflict(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a denial of the evidence is dropped in the statement, or one is added to it.

    A predicate conflicts where one side only ever has it negated and the other never; words of a
    negation that the other side does not use at all tell nothing, nor does a negation beside another.
    """
    said, shown = _polarities(statement), _polarities(" . ".join(evidence))
    for stem, (plain, denied) in said.items():
        if stem not in shown:
            continue
        shown_plain, shown_denied = shown[stem]
        if denied and not plain and shown_plain and not shown_denied:
            return not _negated_near(statement, evidence, stem)
        if plain and not denied and shown_denied and not shown_plain:
            return not _NEGATION.search(statement)
    return False


def _polarities(text: str) -> dict[str, tuple[int, int]]:
    """For each content stem, how often it stands plain and how often governed by a negation."""
    denied = Counter(stem for _, governed in cues(_NEGATION, text) for stem in governed)
    return {stem: (count - denied[stem], denied[stem]) for stem, count in Counter(content(text)).items()}


def _negated_near(statement: str, evidence: Sequence[str], stem: str) -> bool:
    """Whether a sentence with the predicate has a negation of its own that the statement may render."""
    spent = len(_NEGATION.findall(statement))
    return any(stem in content(e) and len(_NEGATION.findall(e)) >= spent for e in evidence)
