"""Whether it happened: a claim given as fact beside the same claim given as false, denied or open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.cause import joins, parts
from briefing.extractive.detectors.denials import Denial, content, denials
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.pairing import pairing
from briefing.extractive.detectors.verdicts import EARLY, doubts, exposed, exposes
from briefing.extractive.detectors.wording import clause
from briefing.types import Kind, Strength

_NOISE = re.compile(r"https?:|www\.|[#@]\w|^(?:Source|Photo|Image|Video|Read|Watch|Related|More)\b|\?")
_NEGATED = re.compile(r"\b(?:not|never|no|nor)\b|n['’]t\b", re.IGNORECASE)
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
_HEDGED = re.compile(
    r"\b(?:alleg\w*|claim\w*|reportedly|rumou?r\w*|suppos\w*|purport\w*|if|whether|would|could|might|may)\b",
    re.IGNORECASE,
)
_ALLEGED = re.compile(r"\b(?:alleg\w*|accus\w*|rumou?r\w*|reportedly|whether|if)\b", re.IGNORECASE)
_COMMON = 2.5
_WHOLE = 0.1
"""Swept on the 39 rumours of FNC-1, pairs of articles, means over rumours: 30 % of those that disagree on a
claim are flagged and 5 % of those that agree; 0.07 flags 33 % and 6 %, 0.13 27 % and 4 %."""
_ALONE = 0.5
"""What a single line counts by which a document exposes its story further down. Counted in full, 33 % and 6 %
are flagged, but also three more of 201 groups of plain news, wrongly."""
_NAMED = 0.4
"""The share of what a verdict names, if it names what it is on, that the claim must have. With 0.2 three of
63 groups of articles on a rumour are flagged for another claim of the same subject."""
_PART, _LEAN = 0.25, 0.2
"""At the head of a document a denial may say more than the claim did: there the two are compared both ways,
with an allowance. Without it 29 % of the pairs that disagree are flagged, and as many that agree."""
_TOLD_TOO = 0.35
"""The share of what is denied that a doubtful line has, from which its origin tells of the dispute itself.
Swept from 0.25 to 0.5: as many pairs that disagree are flagged; of those that agree 5 %, at 0.5 8 %."""
_KNOWN = 3
"""Concepts that a doubtful line shares with a verdict, from which its origin tells of the dispute itself."""
_COVERED = {"false": 0.5, "denied": 0.55, "doubt": 0.6}
_LIKE = 0.25


def detect(field: Field) -> Iterator[Finding]:
    """The story exposed by one origin and told as fact by another, then single claims denied."""
    exposing = [line for line in field.lines if exposes(line)]
    claims = [line for line in field.lines if line not in exposing and _asserts(line)]
    against = list(denials(field))
    whole = _exposed(field, exposing, {d.line: d.told for d in against if len(d.told) > 2})
    taken: list[frozenset[str]] = []
    if whole:
        yield whole
        taken.append(frozenset(stem for side in whole.sides for stem in side[0].stems))
    told = [line for line in field.lines if _tells(line) and not _ALLEGED.search(line.plain)]
    pairs: list[tuple[float, int, Denial, Line]] = []
    for denial in against:
        telling = told if denial.line.place < EARLY else claims
        others = [line for line in telling if line.origin != denial.line.origin]
        near = pairing(field)
        for line, covered in zip(others, near.covered(denial.told, others), strict=True):
            if denial.line.place < EARLY and covered >= _PART:
                covered = max(covered, near.alike(denial.told, line.stems) + _LEAN)
            score = _score(field, denial, line, covered)
            if score > 0:
                pairs.append((-score, len(pairs), denial, line))
    for score, _, denial, line in sorted(pairs, key=lambda pair: pair[:2]):
        matter = line.stems | denial.told
        if not any(field.shared(matter, other) > _LIKE for other in taken):
            finding = _denied(field, against, claims, denial, line, -score)
            if finding:
                taken.append(matter)
                yield finding


def _asserts(line: Line) -> bool:
    """Whether the line states something in the outlet's own voice."""
    return len(line.plain.split()) >= 5 and not _OTHERS.search(line.plain) and not _NOISE.search(line.text)


def _exposed(field: Field, exposing: list[Line], named: dict[Line, frozenset[str]]) -> Finding | None:
    """The story as a whole: a document that exposes it beside one that tells it."""
    verdicts = exposed(field, exposing)
    origins = {lines[0].origin for lines in verdicts.values()}
    told = [line for line in field.lines if line.origin not in origins and _tells(line)]
    alone = {lines[0] for lines in verdicts.values() if len(lines) == 1 and lines[0].place >= EARLY}
    doubtful = [line for line in field.lines if line.origin not in origins and doubts(line)]
    pairs = [
        (score, claim, line)
        for lines in verdicts.values()
        for line in lines
        for context in [content(line.text).union(*(content(x.text) for x in field.before(line, 2)))]
        for known in [{x.origin for x in doubtful if len(x.stems & context) >= _KNOWN}]
        for claim in told
        if claim.origin not in known
        if line not in named or field.covered(named[line], claim.stems) >= _NAMED
        if (score := _exposure(field, line, context, claim) * (_ALONE if line in alone else 1)) >= _WHOLE
    ]
    if not pairs:
        return None
    score, claim, line = max(pairs, key=lambda pair: (pair[0], pair[1].text, pair[2].text))
    exposing = [x for lines in verdicts.values() for x in lines]
    agreeing = [x for x in told if _asserts(x) and field.shared(x.stems, claim.stems) > 0.3]
    question = f"Whether {clause(field, claim.text)}"
    sides = ([claim, *agreeing], [line, *exposing])
    kind: Kind = "cause" if joins(claim) and parts(line) else "occurrence"
    strength: Strength = "tension" if _HEDGED.search(claim.plain) else "contradiction"
    return Finding.of(question, kind, strength, sides, 1 + score)


def _exposure(field: Field, verdict: Line, context: frozenset[str], claim: Line) -> float:
    """How surely the verdict, with the lines before it, is on this claim."""
    common = context & claim.stems
    if len(common) < 3:
        return 0.0
    like = 0.5 * field.shared(context, claim.stems) + field.shared(content(verdict.text), claim.stems)
    own = 0.5 if _HEDGED.search(claim.plain) else 0.8 if _OTHERS.search(claim.plain) else 1.0
    return like * own * (0.5 + field.closeness(claim))


def _tells(line: Line) -> bool:
    """Whether the line tells a piece of the story without doubt of it."""
    if line.text.startswith(("“", '"')):
        return False
    plain = not (doubts(line) or _NOISE.search(line.text) or _NEGATED.search(line.text))
    return plain and len(line.plain.split()) >= 5


def _score(field: Field, denial: Denial, line: Line, covered: float) -> float:
    """How surely the line asserts what the denial denies, from 0."""
    common = covered * len(denial.told)
    if common < _COMMON or covered < _COVERED[denial.kind] or _NEGATED.search(line.text):
        return 0.0
    own = 1.0 if _asserts(line) else 0.8
    return own * covered * (0.5 + field.closeness(line)) * min(1.0, common / 4)


def _denied(
    field: Field, against: list[Denial], claims: list[Line], denial: Denial, line: Line, score: float
) -> Finding | None:
    """One claim: the lines that deny it, unless the origin that asserts it tells the denial too."""
    matter = denial.told | denial.subject | line.stems
    deniers = [d for d in against if d is denial or field.shared(d.told | d.subject, matter) >= _LIKE]
    origins = {d.line.origin for d in deniers}
    known = (x for x in field.lines if x.origin == line.origin and doubts(x))
    if line.origin in origins or any(field.covered(denial.told, x.stems) > _TOLD_TOO for x in known):
        return None
    agreeing = [
        x
        for x in claims
        if x.origin not in origins
        and field.shared(x.stems, line.stems) > _LIKE
        and _score(field, denial, x, field.covered(denial.told, x.stems)) > 0
    ]
    mild = denial.kind == "doubt" or denial.claim is not None
    strength: Strength = "tension" if mild else "contradiction"
    denying = [d.line for d in deniers if d.kind != "doubt" or denial.kind == "doubt"]
    question = f"Whether {clause(field, line.text)}"
    sides = ([line, *agreeing], [denial.line, *([denial.claim] if denial.claim else []), *denying])
    return Finding.of(question, "occurrence", strength, sides, score + field.closeness(line))
