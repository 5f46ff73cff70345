"""The clause that a figure or a time stands in."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"[;:.]\s|,\s+(?:but|and|while|which|who|although|after|before|when)\s|\s(?:but|although|while)\s|"
    r"\s[—–-]\s"
)
_ASIDE = re.compile(r"\s[—–-]\s[^—–]{3,90}\s[—–-]\s")


def clause(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after text[start:end] in its clause, asides between dashes left out."""
    before, after = _ASIDE.sub(" ", text[:start]), _ASIDE.sub(" ", text[end:])
    begin = max((m.end() for m in _BREAK.finditer(before)), default=0)
    stop = next((m.start() for m in _BREAK.finditer(after)), len(after))
    return before[begin:], after[:stop]
