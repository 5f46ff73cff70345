"""Whether a figure is of the whole of a thing: no part, rank, range, rate, label or age."""

from __future__ import annotations

import re

from briefing.grounding import Quantity
from briefing.grounding.numerals import TO_TEN
from briefing.lines.measures import RATED
from briefing.lines.thesaurus import concepts

_PART = re.compile(
    r"\b(?:including|among|of (?:whom|them|which)|another|further|other|additional|every|each|per|first|last|"
    r"next|remaining|initial\w*|previous\w*|earlier|since|between|from|than|expected|could|may|might|would|"
    r"need\w*|requir\w+|so far|(?<!close )(?<!amounts )(?<!amounted )to|of the|estimat\w+)"
    r"(?:\W+\w+){0,1}\W*$",
    re.IGNORECASE,
)
"""Before a figure that counts only a part or a change, is of another time, or is a guess."""
_REST = re.compile(
    r"\s(?:of (?:them|those|these|whom|the|its|his|her|their)|more|others?|further|additional|to|or)\b|"
    + RATED,
    re.IGNORECASE,
)
"""After a figure that counts only a part, or is a range, a score, an age or a rate."""
_OF = re.compile(
    r"(?:\s[\w-]+){1,3}? of (?:the|its|his|her|their|this|that)\s(?P<whole>[\w-]+)", re.IGNORECASE
)
"""After a figure: its noun, and what it may be a part of, "eight cars of the train"."""
_LABEL = re.compile(
    r"(?:[a-z][\w’'-]* [A-Z][a-z]+|\b(?:[Aa]ged?|[Ss]eason|[Ee]pisode|[Nn]o\.?|[Nn]umber))\s$"
)
_PERSON = re.compile(
    r"\b(?:man|woman|boy|girl|person|teenager|youth|pensioner|father|mother|grandfather|grandmother|widow|"
    r"widower|driver|passenger|cyclist|pedestrian|student|pupil|worker|resident|couple) of\s$",
    re.IGNORECASE,
)
"""Before the age of one person, or the number of their children."""
_OLDEST = 120
_LISTED = re.compile(r"(?:\band|,|\d[-–])\s?$")
_LISTED_ON = re.compile(rf"(?:\s[\w-]+){{0,3}}?(?:,|\sand|\splus)\s(?:\d|{TO_TEN})")
_WISHED = re.compile(
    r"\b(?:would|could|might|may|should|must|need\w*|necessary|requir\w+|"
    r"(?:over|in|during|within) the (?:past|last))\b"
)
"""In the clause of a figure that is wished for or needed, or that adds up what came over a time."""
_CHANGE = re.compile(
    r"\b(?:by|warm\w*|cool\w*|cold\w*|hotter|above|below|over|under|rise|rose|increas\w*|more|less|higher|lower|"
    r"limit\w*|chang\w*)\b",
    re.IGNORECASE,
)
"""In a clause whose degrees tell by how much it is warmer or colder: another scale has another zero."""


def is_whole(quantity: Quantity, before: str, after: str) -> bool:
    """Whether the figure is of the whole of a thing: no part, rank, range, rate, label or age."""
    if quantity.kind in ("ordinal", "fraction") or _PART.search(before) or _REST.match(after):
        return False
    if quantity.kind != "number":
        return True
    aged = quantity.value <= _OLDEST and _PERSON.search(before)
    return not (aged or _LABEL.search(before))


def may_be_all(before: str, after: str) -> bool:
    """Whether the figure, of a whole, may count all of its noun.

    Not so a part of a list or score, a name ("12-nation deal"), or what is wished for.
    """
    listed = _LISTED.search(before) or _LISTED_ON.match(after) or after.startswith("-")
    return not (listed or _WISHED.search(before + after))


def larger(after: str) -> frozenset[str]:
    """The concepts of what the counted things may be a part of: of the train in "eight cars of the train"."""
    match = _OF.match(after)
    return concepts(match["whole"]) if match else frozenset()


def is_change(before: str, after: str) -> bool:
    """Whether degrees between these tell a change or a distance instead of a temperature."""
    return _CHANGE.search(before + after) is not None
