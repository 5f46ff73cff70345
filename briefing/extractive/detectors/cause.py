"""Why: two things that one origin joins as cause and effect, and another calls unconnected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.wording import clause

_UNLINKED = re.compile(
    r"\b(?:not (?:\w+ ){0,4}(?:connected|related|linked|tied) (?:to|with)|unrelated to|are unrelated|"
    r"no (?:\w+ ){0,2}(?:connection|link|relation|relationship)|(?:has|have|had|plays?) no (?:\w+ )?part in|"
    r"nothing (?:\w+ ){0,2}to do with|(?:aren|isn|wasn|weren)['’]t (?:\w+ ){0,2}(?:connected|related|linked)|"
    r"not (?:because|due to|caused by|the (?:cause|reason|result)))\b",
    re.IGNORECASE,
)
_CAUSAL = re.compile(
    r"\b(?:because of|due to|owing to|thanks to|caused by|prompted|triggered|sparked|spurred|led to|"
    r"g[ai]ves? rise to|"
    r"resulted (?:in|from)|stems? from|stemm(?:ed|ing) from|in response to|as a result of|in order to|"
    r"in an (?:effort|attempt) to|intended to|meant to|aimed at|designed to|as part of|so that|"
    r"to (?:counteract|counter|combat|prevent|stop|quell|dispel|end|avoid|curb|protect|save|keep|punish|"
    r"retaliate)|"
    r"over (?:the|its|his|her|their|an?|allegations|claims)|(?:for|out of) fear|linked to|connected to|"
    r"tied to|"
    r"blamed)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|rumou?r\w*|supposedly|claim(?:s|ed)|it was reported)\b|\?", re.I
)
_OPEN = re.compile(
    r"\b(?:did not say|whether|if|unclear|not (?:yet )?(?:known|clear))\b|\b[A-Z]\w+ (?:said|told)\b"
)
"""A link left open, or denied by a person whom only one source heard: an added detail."""
_COMMON = 4
_LIKE = 0.15
_SAME = 0.25


def detect(field: Field) -> Iterator[Finding]:
    """A cause given as fact by one origin beside its denial by another."""
    apart = [line for line in field.lines if parts(line)]
    denying = {line.origin for line in apart}
    joined = [line for line in field.lines if line.origin not in denying and joins(line)]
    pairs = sorted(
        (
            (-field.shared(a.stems, b.stems), i, a, b)
            for i, a in enumerate(joined)
            for b in apart
            if len(a.stems & b.stems) >= _COMMON
        ),
        key=lambda pair: pair[:2],
    )
    taken: set[Line] = set()
    for score, _, a, b in pairs:
        if -score < _LIKE or a in taken:
            continue
        sides = (
            [a, *(x for x in joined if x not in taken and field.shared(x.stems, a.stems) >= _SAME)],
            [b, *(x for x in apart if field.shared(x.stems, a.stems) >= _LIKE)],
        )
        question = f"Whether {clause(field, a.text)}"
        finding = Finding.of(question, "cause", "contradiction", sides, field.closeness(a) - score)
        if finding:
            taken.update(finding.sides[0])
            yield finding


def joins(line: Line) -> bool:
    """Whether the line gives a cause or a purpose as fact."""
    return (
        _CAUSAL.search(line.plain) is not None
        and not _UNLINKED.search(line.text)
        and not _HEDGED.search(line.plain)
    )


def parts(line: Line) -> bool:
    """Whether the line says that two things have nothing to do with each other."""
    return _UNLINKED.search(line.text) is not None and not _OPEN.search(line.plain)
