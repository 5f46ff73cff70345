"""Words that vouch for what is said: a brief counts texts, and does not know who got it from whom."""

from __future__ import annotations

import re

from briefing.grounding.quotations import outside

# A capital within a sentence begins a name ("the Independent Police Office"). None of 369 recorded statements
# has either word.
_VOUCHING = re.compile(r"\b[Cc]onfirmed\b|\bindependent(?:ly)?\b|(?:^|[.!?:] )Independent(?:ly)?\b(?= [a-z])")


def vouching(text: str) -> str | None:
    """The first "confirmed" or "independent" outside quotation marks; None where there is none."""
    found = _VOUCHING.search(outside(text))
    return found[0].lstrip(".!?: ") if found else None
