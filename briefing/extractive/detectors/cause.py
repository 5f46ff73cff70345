"""Why: two things that one origin joins as cause and effect, and another says have nothing to do with each other."""

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
    r"not (?:because|due to|caused by|the (?:cause|reason|result))|only connection)\b",
    re.IGNORECASE,
)
_CAUSAL = re.compile(
    r"\b(?:because of|due to|owing to|thanks to|caused by|prompted|triggered|sparked|spurred|led to|gave rise to|gives rise to|"
    r"resulted (?:in|from)|stems? from|stemm(?:ed|ing) from|in response to|as a result of|in order to|in an effort to|"
    r"in an attempt to|intended to|meant to|aimed at|designed to|to (?:counteract|counter|combat|prevent|stop|quell|dispel|end|avoid|"
    r"curb|protect|save|keep|punish|retaliate)|as part of|under a law|over (?:the|its|his|her|their|an?|allegations|claims)|"
    r"for fear of|out of fear|linked to|connected to|tied to|blamed|so that|started the practice)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:did not say|whether|if|unclear|not (?:yet )?(?:known|clear))\b", re.IGNORECASE)
_COMMON = 4
_LIKE = 0.15
_SAME = 0.25
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|rumou?r\w*|supposedly|claim(?:s|ed)|whether|it was reported)\b|\?",
    re.IGNORECASE,
)


def detect(field: Field) -> Iterator[Finding]:
    """A cause given as fact by one origin beside its denial by another."""
    apart = [line for line in field.lines if _UNLINKED.search(line.text) and not _OPEN.search(line.plain)]
    joined = [
        line
        for line in field.lines
        if _CAUSAL.search(line.plain) and not _UNLINKED.search(line.text) and not _HEDGE.search(line.plain)
    ]
    denying = {line.origin for line in apart}
    pairs = sorted(
        (
            (-field.shared(a.stems, b.stems), i, a, b)
            for i, a in enumerate(joined)
            for b in apart
            if a.origin not in denying and len(a.stems & b.stems) >= _COMMON
        ),
        key=lambda pair: pair[:2],
    )
    taken: set[Line] = set()
    for score, _, a, b in pairs:
        if -score < _LIKE or a in taken:
            continue
        like = [x for x in joined if x.origin not in denying and x not in taken]
        sides = (
            [a, *(x for x in like if field.shared(x.stems, a.stems) >= _SAME)],
            [b, *(x for x in apart if x is not b and field.shared(x.stems, a.stems) >= _LIKE)],
        )
        finding = Finding.of(
            f"{-score:.2f} Whether {clause(field, a.text)}",
            "cause",
            "contradiction",
            sides,
            field.closeness(a) - score,
        )
        if finding:
            taken.update(finding.sides[0])
            yield finding
