"""What is asked in return: conditions that one origin tells in full and another in part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause

_IF = re.compile(
    r"\b(?:if|provided(?: that)?|on (?:the )?condition that|as long as|so long as|in exchange for|"
    r"in return for|"
    r"contingent (?:up)?on|conditional on|depend(?:s|ent) on)\s+(?P<terms>[^.;:?!]{10,260})",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:if|provided|condition\w*|as long as|exchange for|return for|contingent|demand\w*|requir\w+|"
    r"must|precondition\w*|"
    r"terms?|insist\w*|essential|should)\b",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+and\s+(?:also\s+)?(?:to\s+)?(?=[a-z]+\s)")


def detect(field: Field) -> Iterator[Finding]:
    """The first condition that a source adds to one that both tell of the same matter."""
    told = [(line, match) for line in field.lines if (match := _IF.search(line.plain))]
    for a, full in told:
        parts = [concepts(part) for part in _AND.split(full["terms"])]
        if len(parts) < 2 or any(len(part) < 3 for part in parts):
            continue
        for b, short in told:
            if a.origin == b.origin or not _one_matter(field, a, full, b, short):
                continue
            terms = concepts(short["terms"])
            if field.covered(parts[0], terms) < 0.4 or _knows(field, b.origin, parts[-1]):
                continue
            question = f"On what conditions {clause(field, a.text[: full.start()])}"
            weight = field.closeness(a) + field.closeness(b)
            finding = Finding.of(question, "scope", "tension", ([a], [b]), weight)
            if finding:
                yield finding
                return


def _one_matter(field: Field, a: Line, full: re.Match[str], b: Line, short: re.Match[str]) -> bool:
    one = concepts(a.plain[: full.start()])
    other = concepts(b.plain[: short.start()])
    return len(one & other) >= 3 and field.shared(one, other) >= 0.3


def _knows(field: Field, origin: str, part: frozenset[str]) -> bool:
    """Whether the origin has the further condition too, in whatever words it asks for it."""
    return any(
        field.covered(part, line.stems) >= 0.34
        for line in field.lines
        if line.origin == origin and _ASKED.search(line.text)
    )
