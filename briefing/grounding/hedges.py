"""Hedges: how surely a text says what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.grounding.scope import content, cues

_CLASSES = {
    "alleged": r"alleg\w+|accus(?:ed|es|ing|ation|ations)|claim(?:ed|s|ing)?|purported(?:ly)?|suspect(?:ed|s)?|supposed(?:ly)?|so-called",
    "reported": r"reportedly|rumou?r(?:ed|s)?|said to|believed to|thought to|understood to|reports? that|unconfirmed|unverified|according to",
    "possible": r"may(?!\s+\d)|might|could|possib(?:le|ly|ility)|perhaps|potential(?:ly)?|maybe|can",
    "likely": r"likely|probabl[ey]|appear(?:s|ed)? to|seem(?:s|ed|ingly)?|apparent(?:ly)?|suggest(?:s|ed|ing)?|unlikely",
    "expected": r"expect(?:ed|s|ing)?|due to|set to|anticipat\w+|scheduled|poised",
    "planned": r"plan(?:s|ned|ning)?|intend(?:s|ed)?|intention|propos\w+|aim(?:s|ed|ing)?|want(?:s|ed)?|hop(?:es|ed|ing)|consider(?:s|ed|ing)|weigh(?:s|ed|ing)|seek(?:s|ing)?|sought|vow(?:s|ed)|pledg(?:e|es|ed)|threaten(?:s|ed|ing)?|offer(?:s|ed|ing)?|promis(?:e|es|ed)|try(?:ing)?|tries|tried|attempt\w*|prepar(?:e|es|ed|ing)|ready|willing|will|would|shall|going to|to",
    "estimated": r"estimat\w+|approximately|roughly",
    "conditional": r"if|unless|provided that|would|should|contingent|conditional",
}
_PATTERNS = {
    name: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for name, words in _CLASSES.items()
}
_STRONG = re.compile(
    r"(?<![\w-])(?:alleged(?:ly)?|reportedly|may(?!\s+\d)|might|could|possibl[ey]|perhaps|potential(?:ly)?|maybe|likely|probably"
    r"|appear(?:s|ed)?\s+to|seem(?:s|ed)?\s+to|apparently|suspected|supposed(?:ly)?|purported(?:ly)?|believed\s+to|thought\s+to"
    r"|said\s+to|expected\s+to|rumou?red|plan(?:s|ned)?\s+to|intend(?:s|ed)?\s+to|hop(?:es|ed)\s+to|threaten(?:s|ed)\s+to"
    r"|consider(?:s|ed|ing)|set\s+to|due\s+to|unconfirmed|unverified|claim(?:s|ed)?|accus(?:ed|es)(?:\s+\w+)?\s+of)(?![\w-])",
    re.IGNORECASE,
)


def hedges(text: str) -> frozenset[str]:
    """The classes of modality in the text; empty where it states plain fact."""
    weak = {"planned": r"to"}
    return frozenset(
        name
        for name, pattern in _PATTERNS.items()
        if any(match.group().lower() != weak.get(name) for match in pattern.finditer(text))
    )


def hardened(statement: str, evidence: Sequence[str]) -> bool:
    """Whether the statement says plainly what its evidence only hedges.

    The hedged predicate must be in the statement, without any hedge there, and nowhere plain in the evidence.
    """
    if hedges(statement):
        return False
    said = set(content(statement))
    shown = " . ".join(evidence)
    governed = [(match, stems) for match, stems in cues(_STRONG, shown) if stems]
    plain = content(_STRONG.sub(" ", shown))
    for _, stems in governed:
        for stem in stems:
            hedged = sum(stem in other for _, other in governed)
            if stem in said and plain.count(stem) <= hedged:
                return True
    return False
