"""Bounds: whether a number is given as exact, about, at least or at most."""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["exact", "about", "least", "most"]

_BOUNDS: dict[Bound, str] = {
    "least": r"(?:(?<!\bno\s)more|greater|higher|larger|better)\s+than|over|at\s+least|upwards\s+of|exceed\w*"
    r"|above|topp\w+|no\s+(?:fewer|less)\s+than|surpass\w*",
    "most": r"up\s+to|at\s+most|(?:less|fewer|lower|no\s+more)\s+than|under|below"
    r"|as\s+(?:many|much|high)\s+as|a\s+maximum\s+of|nearly|almost|close\s+to",
    "about": r"about|some|around|(?:an\s+)?estimated|roughly|approximately|circa|an\s+average\s+of"
    r"|maybe|perhaps",
}
_BEFORE = {
    kind: re.compile(rf"\b(?:{words})\s+(?:an?\s+|the\s+)?(?:estimated\s+)?$", re.I)
    for kind, words in _BOUNDS.items()
}
_TOPIC = re.compile(
    r"\b(?:talk|speak|question|concern|complain|complaint|worr(?:y|ie)|row|dispute|quarrel|argue|argument|debate|"
    r"disagree(?:ment)?|negotiat(?:e|ion)|discussion)(?:s|d|ed|ing)?\s+(?:about|over)\s+(?:the\s+)?$"
    r"|\bspoken?\s+about\s+(?:the\s+)?$",
    re.I,
)
"""What is talked about: "talks about two bridges", "a row over three seats" bound no number."""
_AFTER = re.compile(r"[\s-]*(?:or\s+(?P<more>more|so)|odd|-?ish|(?P<plus>plus|\+))(?!\w)", re.I)


def bound(text: str, start: int, end: int) -> Bound:
    """How the number at [start, end) is given."""
    before = text[max(0, start - 30) : start]
    if not _TOPIC.search(before):
        for kind, pattern in _BEFORE.items():
            if pattern.search(before):
                return kind
    after = _AFTER.match(text, end, end + 12)
    if after:
        return "least" if after["more"] == "more" or after["plus"] else "about"
    return "exact"
