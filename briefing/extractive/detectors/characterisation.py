"""The same act in incompatible terms: one party open to a thing in one origin, set against it in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding

_FOR = r"open(?:ness)?|willing(?:ness)?|optimis\w+|hopeful|confident|supportive|receptive|enthusias\w+|eager|conciliatory|friendly|satisfied|pleased|calm|united"
_AGAINST = r"s[kc]eptic\w*|reluctan\w+|pessimis\w+|doubtful|wary|opposed|hostile|unwilling|dismissive|defiant|furious|angry|disappointed|divided|cool"
_SHOW = r"(?:is|are|was|were|appear(?:s|ed)?(?: to be)?|seem(?:s|ed)?(?: to be)?|signal(?:s|l?ed)|express(?:es|ed)|show(?:s|ed)|voic(?:es|ed)|remain(?:s|ed)|sound(?:s|ed)|project(?:s|ed))"
_ATTITUDE = re.compile(
    rf"\b(?P<who>[A-Z][\w’'-]+)\s+(?:\w+\s+)?(?i:{_SHOW})\b(?P<gap>[^.;,]{{0,40}}?)\b(?:(?P<for>{_FOR})|(?P<against>{_AGAINST}))\b(?P<what>[^.;,]{{0,100}})"
)
_NOT = re.compile(r"\b(?:not|no|never|less|hardly)\b|n['’]t\b", re.IGNORECASE)


def detect(field: Field) -> Iterator[Finding]:
    told = []
    for line in field.lines:
        for m in _ATTITUDE.finditer(line.plain):
            if not _NOT.search(m["gap"]) and not _NOT.search(m[0]):
                told.append((m["who"], bool(m["for"]), line, m))
    for who, good, a, m in told:
        for who2, good2, b, n in told:
            if good and not good2 and who == who2 and a.origin != b.origin and len(a.stems & b.stems) >= 2:
                f = Finding.of(f"How {who} took it", "characterisation", "tension", ([a], [b]), field.closeness(a))
                if f:
                    yield f
