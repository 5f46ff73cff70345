"""Whether it happened: a claim given as fact beside the same claim given as false, denied or open."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extractive.detectors import exposure
from briefing.extractive.detectors.denials import Denial, claim_denials
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.verdicts import (
    ALLEGED,
    CLAIMED,
    EARLY,
    NEGATED,
    NOISE,
    doubts,
    exposes,
    tells_plainly,
)
from briefing.lines.corpus import Corpus, Line
from briefing.lines.question import whether
from briefing.types import Strength

_COMMON = 2.5
"""Concepts of what is denied that a line has at least to assert it, near ones counted in part. With 2 three
BASIL events more are flagged; with 3 nothing changes, and with 3.5 four pairs less that agree."""
_LEAN = 0.2
"""At the head of a document a denial may say more than the claim did: there the two are compared both ways,
with an allowance. Without it 29 % of the pairs that disagree are flagged, and as many that agree. At .16 one
such pair is missed, at .24 a BASIL event more is flagged."""
_TOLD_TOO = 0.35
"""The share of what is denied that a doubtful line has, from which its origin tells of the dispute itself.
Swept from 0.25 to 0.5: as many pairs that disagree are flagged; of those that agree 5 %, at 0.5 8 %."""
_COVERED = {"false": 0.5, "denied": 0.55, "doubt": 0.6}
"""The share of what is denied that such a line has at least, by the kind of denial. "Denied" at .44 flags
seven groups more, at .66 two less, which disagree; a fifth more or less of the others moves one flag or
none."""
_LIKE = 0.25
"""How alike lines are that speak of one claim: from .15 to .35 one flag is added, from .3 on."""


def detect(corpus: Corpus) -> Iterator[Finding]:
    """The story exposed by one origin and told as fact by another, then single claims denied."""
    exposing = [line for line in corpus.lines if exposes(line)]
    claims = [line for line in corpus.lines if line not in exposing and _asserts(line)]
    against = list(claim_denials(corpus))
    taken: list[frozenset[str]] = []
    for whole in exposure.detect(corpus):
        yield whole
        taken.append(frozenset(stem for side in whole.sides for stem in side[0].stems))
    pairs = sorted(_pairs(corpus, against, claims), key=lambda p: (-p[0], -corpus.closeness(p[2]), p[2].text))
    for score, denial, line in pairs:
        matter = line.stems | denial.told
        if not any(corpus.shared(matter, other) > _LIKE for other in taken):
            for finding in _denied(corpus, against, claims, denial, line, score):
                taken.append(matter)
                yield finding


def _pairs(corpus: Corpus, against: list[Denial], claims: list[Line]) -> Iterator[tuple[float, Denial, Line]]:
    """Each denial with every line of another origin that asserts what it denies, and how surely it does."""
    if not against:
        return
    near = corpus.pairing
    told = [line for line in corpus.lines if tells_plainly(line) and not ALLEGED.search(line.plain)]
    for denial in against:
        early = denial.line.place < EARLY
        others = [line for line in (told if early else claims) if line.origin != denial.line.origin]
        for line, share in zip(others, near.covered(denial.told, others), strict=True):
            lean = near.alike(denial.told, line.stems) + _LEAN if early else 0.0
            covered = max(share, lean)
            if _opposes(denial, line, covered):
                yield covered, denial, line


def _asserts(line: Line) -> bool:
    """Whether the line states something in the outlet's own voice."""
    return len(line.plain.split()) >= 5 and not CLAIMED.search(line.plain) and not NOISE.search(line.text)


def _opposes(denial: Denial, line: Line, covered: float) -> bool:
    """Whether the line, which has this share of what is denied, asserts it."""
    enough = covered * len(denial.told) >= _COMMON and covered >= _COVERED[denial.kind]
    return enough and not NEGATED.search(line.text)


def _denied(
    corpus: Corpus, against: list[Denial], claims: list[Line], denial: Denial, line: Line, score: float
) -> Iterator[Finding]:
    """One claim: the lines that deny it, unless the origin that asserts it tells the denial too."""
    matter = denial.told | denial.subject | line.stems
    deniers = [d for d in against if d is denial or corpus.shared(d.told | d.subject, matter) >= _LIKE]
    origins = {d.line.origin for d in deniers}
    known = (x for x in corpus.lines if x.origin == line.origin and (doubts(x) or NEGATED.search(x.text)))
    if line.origin in origins or any(corpus.covered(denial.told, x.stems) > _TOLD_TOO for x in known):
        return
    agreeing = [
        x
        for x in claims
        if x.origin not in origins
        and corpus.shared(x.stems, line.stems) > _LIKE
        and _opposes(denial, x, corpus.covered(denial.told, x.stems))
    ]
    mild = denial.kind == "doubt" or denial.claim is not None
    strength: Strength = "tension" if mild else "contradiction"
    denying = [d.line for d in deniers if d.kind != "doubt" or denial.kind == "doubt"]
    question = whether(corpus, line.text)
    sides = ([line, *agreeing], [denial.line, *([denial.claim] if denial.claim else []), *denying])
    yield from Finding.between(question, "occurrence", strength, sides, score + corpus.closeness(line))
