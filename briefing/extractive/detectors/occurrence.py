"""Whether it happened: a claim given as fact beside the same claim given as false, denied or open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.cause import joins, parts
from briefing.extractive.detectors.denials import Denial, content, denials, exposes, exposures
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.wording import clause
from briefing.types import Kind, Strength

_NOISE = re.compile(r"https?:|www\.|[#@]\w|^(?:Source|Photo|Image|Video|Read|Watch|Related|More)\b|\?")
_NEGATED = re.compile(r"\b(?:not|never|no|nor|without)\b|n['’]t\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:alleged(?:ly)?|allegations?|reportedly|apparently|supposed(?:ly)?|purport\w*|rumou?r\w*|"
    r"claim(?:s|ed|ing)?|it (?:was|is) (?:reported|said|claimed)|everyone thinks|people (?:think|"
    r"believe)|accus\w+|believed|"
    r"according to|might|may|could|if|whether|suspect\w*|said to|unconfirmed|possibl[ey]|perhaps|appears? to|"
    r"seems?|suggest\w*|den(?:ied|ies|ying)|asked|urged|demand\w*|calls|call(?:ed|ing) (?:for|on)|"
    r"testified|said|says|"
    r"saying|told|argue[sd]|insist\w*|assert\w*|stated|warned|added|tweeted|wrote|promised|vowed)\b",
    re.IGNORECASE,
)
"""A claim that is somebody's, or hedged: the line does not make it its own."""
_FULL = 6
"""Concepts with which a verdict names what it judges; one with fewer judges the lines before it."""
_WHOLE = 0.15
"""Swept from 0.05 to 0.4 on FNC-1 and 100 BASIL events: at 0.15, 22 of 44 conflicting groups of articles are
flagged, 1 of 60 agreeing ones and 1 BASIL event; 0.25 finds 13; 0.05 finds 24, and flags 2 agreeing ones."""
_COVERED = {"false": 0.5, "denied": 0.55, "doubt": 0.6}
_LIKE = 0.25


def detect(field: Field) -> Iterator[Finding]:
    """The story exposed by one origin and told as fact by another, then single claims denied."""
    exposing = {line for line in field.lines if exposes(line)}
    claims = [line for line in field.lines if line not in exposing and _asserts(line)]
    whole = _exposed(field, exposures(field, exposing), claims)
    taken: list[frozenset[str]] = []
    if whole:
        yield whole
        taken.append(frozenset(stem for side in whole.sides for stem in side[0].stems))
    against = list(denials(field))
    pairs = sorted(
        (
            (-score, number, denial, line)
            for denial in against
            for number, line in enumerate(claims)
            if line.origin != denial.line.origin and (score := _score(field, denial, line)) > 0
        ),
        key=lambda pair: pair[:2],
    )
    for score, _, denial, line in pairs:
        matter = line.stems | denial.told
        if not any(field.shared(matter, other) > _LIKE for other in taken):
            finding = _denied(field, against, claims, denial, line, -score)
            if finding:
                taken.append(matter)
                yield finding


def _asserts(line: Line) -> bool:
    """Whether the line states something in the outlet's own voice."""
    return len(line.plain.split()) >= 5 and not _OTHERS.search(line.plain) and not _NOISE.search(line.text)


def _exposed(field: Field, exposed: dict[str, list[Line]], claims: list[Line]) -> Finding | None:
    """The story as a whole: a document that exposes it beside one that tells it as fact."""
    origins = {lines[0].origin for lines in exposed.values()}
    best: tuple[float, Line, Line] | None = None
    for lines in exposed.values():
        for line in lines:
            told = content(line.text)
            context = told.union(*(content(x.text) for x in field.before(line, 2)))
            for claim in claims:
                own = len(told) >= _FULL or len(lines) < 2
                if claim.origin in origins or len((told if own else context) & claim.stems) < 3:
                    continue
                like = 0.5 * field.shared(context, claim.stems) + field.shared(told, claim.stems)
                score = like * (0.5 + field.closeness(claim))
                if best is None or score > best[0]:
                    best = score, claim, line
    if best is None or best[0] < _WHOLE:
        return None
    score, claim, line = best
    against = [x for lines in exposed.values() for x in lines]
    agreeing = [x for x in claims if x.origin not in origins and field.shared(x.stems, claim.stems) > 0.3]
    question = f"Whether {clause(field, claim.text)}"
    sides = ([claim, *agreeing], [line, *against])
    kind: Kind = "cause" if joins(claim) and parts(line) else "occurrence"
    return Finding.of(question, kind, "contradiction", sides, 1 + score)


def _score(field: Field, denial: Denial, line: Line) -> float:
    """How surely the line asserts what the denial denies, from 0."""
    common = denial.told & line.stems
    if len(common) < 3 or _NEGATED.search(line.text):
        return 0.0
    covered = field.covered(denial.told, line.stems)
    if covered < _COVERED[denial.kind]:
        return 0.0
    return covered * (0.5 + field.closeness(line)) * min(1.0, len(common) / 4)


def _denied(
    field: Field, against: list[Denial], claims: list[Line], denial: Denial, line: Line, score: float
) -> Finding | None:
    """One claim: the lines that deny it, unless the origin that asserts it tells the denial too."""
    matter = denial.told | denial.subject | line.stems
    deniers = [d for d in against if d is denial or field.shared(d.told | d.subject, matter) >= _LIKE]
    origins = {d.line.origin for d in deniers}
    if line.origin in origins:
        return None
    agreeing = [
        x
        for x in claims
        if x.origin not in origins
        and field.shared(x.stems, line.stems) > _LIKE
        and _score(field, denial, x) > 0
    ]
    strength: Strength = "tension" if denial.kind == "doubt" else "contradiction"
    denying = [d.line for d in deniers if d.kind != "doubt" or denial.kind == "doubt"]
    question = f"Whether {clause(field, line.text)}"
    sides = ([line, *agreeing], [denial.line, *denying])
    return Finding.of(question, "occurrence", strength, sides, score + field.closeness(line))
