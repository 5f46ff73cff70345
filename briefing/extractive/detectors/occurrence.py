"""Whether it happened: a claim given as fact beside the same claim given as false, denied or open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.denials import EARLY, EXPOSED, HEDGED, Denial, content, denials, exposures
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.wording import clause

_NOISE = re.compile(r"https?:|www\.|[#@]\w|^(?:Source|Photo|Image|Video|Read|Watch|Related|More)\b|\?")
_SAID = re.compile(
    r"\b(?:said|says|saying|told|argued|argues|claimed|claims|insist\w*|assert\w*|stated|warned|added|tweeted|wrote|promised|vowed)\b"
)
_NEGATED = re.compile(r"\b(?:not|never|no|nor|without)\b|n['’]t\b", re.IGNORECASE)
_WHOLE = 0.25
_LEAST = {"false": 0.5, "denied": 0.55, "doubt": 0.6}


def detect(field: Field) -> Iterator[Finding]:
    """The story exposed by one origin and told as fact by another, then single claims denied."""
    claims = [line for line in field.lines if _asserts(line)]
    whole = _exposed(field, claims)
    if whole:
        yield whole
    taken = [frozenset(s for side in whole.sides for x in side[:1] for s in x.stems)] if whole else []
    against = list(denials(field))
    pairs = sorted(
        (
            (score, number, denial, line)
            for denial in against
            for number, line in enumerate(claims)
            if line.origin != denial.line.origin and (score := _score(field, denial, line)) > 0
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    for score, _, denial, line in pairs:
        if any(field.shared(line.stems | denial.told, other) > 0.25 for other in taken):
            continue
        finding = _denied(field, against, claims, denial, line, score)
        if finding:
            taken.append(line.stems | denial.told)
            yield finding


def _asserts(line: Line) -> bool:
    """Whether the line states something in its own voice."""
    if EXPOSED.search(line.text) or HEDGED.search(line.plain) or _NOISE.search(line.text) or _SAID.search(line.plain):
        return False
    return len(line.plain.split()) >= 5


def _exposed(field: Field, claims: list[Line]) -> Finding | None:
    exposed = {
        source: lines
        for source, lines in exposures(field).items()
        if len(lines) > 1 or lines[0].place < EARLY
    }
    best: tuple[float, Line, Line] | None = None
    origins = {lines[0].origin for lines in exposed.values()}
    for lines in exposed.values():
        for line in lines:
            told = content(line.text)
            context = told | frozenset(s for x in field.before(line, 2) for s in content(x.text))
            for claim in claims:
                if claim.origin in origins or len(context & claim.stems) < 3:
                    continue
                if len(lines) < 2 and len(told & claim.stems) < 3:
                    continue
                score = 0.5 * field.shared(context, claim.stems) + field.shared(told, claim.stems)
                score *= 0.5 + field.closeness(claim)
                if best is None or score > best[0]:
                    best = score, claim, line
    if best is None or best[0] < _WHOLE:
        return None
    score, claim, line = best
    against = [x for lines in exposed.values() for x in lines]
    agreeing = [x for x in claims if x.origin not in origins and field.shared(x.stems, claim.stems) > 0.3]
    return Finding.of(
        f"{score:.2f} WHOLE {sum(map(len,exposed.values()))} Whether {clause(field, claim.text)}",
        "occurrence",
        "contradiction",
        ([claim, *agreeing], [line, *against]),
        1 + score,
    )


def _score(field: Field, denial: Denial, line: Line) -> float:
    """How surely the line asserts what the denial denies, from 0."""
    common = denial.told & line.stems
    covered = field.covered(denial.told, line.stems)
    if len(common) < 3 or covered < _LEAST[denial.kind] or _NEGATED.search(line.text):
        return 0.0
    return covered * (0.5 + field.closeness(line)) * min(1.0, len(common) / 4)


def _denied(
    field: Field, against: list[Denial], claims: list[Line], denial: Denial, line: Line, score: float
) -> Finding | None:
    deniers = [
        d
        for d in against
        if d is denial
        or field.shared(d.told | d.subject, denial.told | denial.subject | line.stems) >= 0.25
    ]
    origins = {d.line.origin for d in deniers}
    if line.origin in origins:
        return None
    for_it = [
        x
        for x in claims
        if x.origin not in origins and (x is line or _score(field, denial, x) > 0 and field.shared(x.stems, line.stems) > 0.2)
    ]
    strength = "tension" if denial.kind == "doubt" else "contradiction"
    against_it = [d.line for d in deniers if d.kind != "doubt" or denial.kind == "doubt"]
    return Finding.of(
        f"{score:.2f} {denial.kind} Whether {clause(field, line.text)}",
        "occurrence",
        strength,
        ([line, *for_it], [denial.line, *against_it]),
        score + field.closeness(line),
    )
