"""A dateline: where a report comes from, and from whom, before its first words."""

from __future__ import annotations

import re

_WORD = r"[A-Z][\w.'’/-]+"
_CAPITALS = r"[A-Z][A-Z.'’/-]+"
_PLACE = rf"{_CAPITALS}(?:\ {_CAPITALS}){{0,3}}"
_REGION = rf",\ {_WORD}(?:\ {_WORD}){{0,2}}"
_DAY = r",\ (?:[A-Z][a-z]+\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]+)(?:,?\ \d{4})?"
_FROM = r"\ \([A-Z][^()\n]{1,30}\)"
_AGENCY = r"\((?:AFP|AP|CNN|PA|Reuters|UPI|Xinhua|dpa)\)"
_DASH = r"(?:\s*(?:[—–―]|--)\s*|\s-\s+)"
_DATELINE = re.compile(
    rf"""
    (?: (?: {_PLACE} (?:{_REGION})? (?:{_DAY})? (?:{_FROM})?
        | {_WORD}(?:\ {_WORD}){{0,2}} (?: {_REGION} (?:{_DAY})? (?:{_FROM})? | (?:{_DAY})? {_FROM} )
        | {_AGENCY}
        ) {_DASH}
      | {_AGENCY} \s?
    ) (?=[“"‘']?[A-Z])
    """,
    re.VERBOSE,
)
"""The place in capitals ("HALDEN —"); in small letters only with its region or with who reports ("Halden,
Marrow —", "Halden (AP) —"), for any sentence may begin with a word and a dash; or an agency alone."""


def dateline(text: str) -> int:
    """How many characters of the text are its dateline, with the dash behind it; 0 for none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
