"""Lines that deny or doubt a claim, and the words of the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.extractive.detectors.verdicts import DENY, FALSE, REPORTS, without_marks
from briefing.lines.corpus import Corpus, Line
from briefing.lines.thesaurus import concepts

DenialKind = Literal["false", "denied", "doubt"]

_FALSE_THAT = re.compile(
    rf"\b{REPORTS} (?:that|of) ([^.;]{{4,120}}?) (?:is|are|was|were|has been|"
    rf"have been) (?:\w+ ){{0,4}}?{FALSE}\b",
    re.IGNORECASE,
)
_CUES: tuple[tuple[DenialKind, re.Pattern[str]], ...] = (
    (
        "denied",
        re.compile(
            rf"\b(?:{DENY}\b(?: [\w’'-]+){{0,5}}? {REPORTS}\b(?:[^.;]{{0,50}}?\bthat\b| of\b)|"
            r"no (?:plans?|intention) (?:to|for|of)\b|"
            r"(?:do|does|did|had|has|have)(?: not|n['’]t) (?:have |had )?(?:any )?(?:plans?|"
            r"intention) (?:to|for|of)\b|"
            r"(?:is|are|was|were)(?: not|n['’]t) (?:planning|considering|going) (?:to|for|of)\b|"
            r"(?:deny|denied|denies|denying) "
            r"(?!(?:\w+ ){0,2}(?:service|access|entry|bail|permission|visas?|coverage|care|benefits|"
            r"rights|services)\b)"
            r"(?:that |having |ever |any |making |allegations |being )*)",
            re.IGNORECASE,
        ),
    ),
    (
        "false",
        re.compile(r"\b(?:not true|untrue|false|no truth|a lie|a myth|nonsense) (?:that|to|in)\b", re.I),
    ),
    (
        "doubt",
        re.compile(
            r"\b(?:no (?:\w+ ){0,2}(?:evidence|proof|indication|sign|confirmation) "
            r"(?:that|of|to suggest(?: that)?|to support|for)\b|"
            rf"(?:not|n['’]t|unable to|yet to) (?:\w+ ){{0,3}}(?:confirm|verif|corroborat)\w*(?: {REPORTS})?"
            r"(?: that| whether| of)?|"
            rf"(?:unconfirmed|unverified|unsubstantiated|unproven)(?: {REPORTS})?(?: that| of)?)",
            re.IGNORECASE,
        ),
    ),
)
_REFERS: tuple[tuple[DenialKind, re.Pattern[str]], ...] = (
    (
        "denied",
        re.compile(
            rf"\b(?:{DENY}\b(?! that (?!{REPORTS}\b))(?: [\w’'-]+){{0,4}}? {REPORTS}\b|"
            r"(?:den(?:y|ies|ied)|disput(?:es|ed))(?=[.,;]|$)|"
            r"(?:do|does|did|would)(?: not|n['’]t) accept (?:this|that|it)\b|"
            rf"(?:said|says|insist\w*|maintain\w*) (?:that )?(?:{REPORTS} )?(?:is|are|was|were) "
            rf"(?:\w+ ){{0,3}}?{FALSE})",
            re.IGNORECASE,
        ),
    ),
    (
        "doubt",
        re.compile(
            r"\b(?:no (?:\w+ ){0,2}(?:evidence|proof|confirmation|sign)\b|"
            r"(?:not|n['’]t|unable to|yet to|never) (?:\w+ ){0,3}(?:confirm|verif|corroborat|substantiat)\w*|"
            r"un(?:confirmed|verified|substantiated|proven))",
            re.IGNORECASE,
        ),
    ),
)
"""Denials that point back to a claim: at the line's beginning, or in the line before."""
_CLAIM = re.compile(
    r"\b(?:claim\w*|alleg\w*|accus\w*|report(?:s|ed|edly)?|rumou?r\w*|said|says|talk|suggest\w*|insist\w*|"
    r"complain\w*|protest\w*|charg\w+|suppos\w+|believ\w+)\b",
    re.IGNORECASE,
)
_SHORT = 5
"""Concepts of a line that denies what the one before it claims: one with more tells of its own matter. 4 and
6 change nothing."""
_TRIGGER = re.compile(
    r"(?i:den[iy]|dismiss|reject|refut|debunk|disput|contradict|rubbish|rebuff|quash|discredit|down|back|"
    r"doubt|cold|accept|confirm|"
    r"\bno\b|n['’]t|\bnot\b|untrue|false|lie|myth|nonsense|un(?:able|conf|ver|sub|pro)|yet|hoax|fake)"
)
"""Without one of these no pattern below can fit: it spares the slow ones most lines."""
_CLAUSE_END = re.compile(r"[.;:?!]|,? (?:but|saying|according|adding|which|although|while)\b|, ")
_CLAUSE_START = re.compile(r"[.;:?!]|, |\b(?:but|that|while|although|because|and)\b")
_META = concepts(
    """
    story tale report claim rumor rumour article news media internet viral true untrue false fake hoax
    debunk turn fact actually really problem evidence confirm verify told today website site page post
    originally people thing think know call real share social online according official allegation
    accusation account whole entire one anything something everything nothing lot many completely totally
    entirely also even just still never may might would could
    """
)
"""What a line says of a report rather than of what was reported."""


@dataclass(frozen=True, slots=True, eq=False)
class Denial:
    """A line that denies, the concepts of what it denies, and those of who is the subject.

    `claim` is the line before it where that is what it denies.
    """

    line: Line
    kind: DenialKind
    told: frozenset[str]
    subject: frozenset[str] = frozenset()
    claim: Line | None = None


def claim_denials(corpus: Corpus) -> Iterator[Denial]:
    """Lines that deny a claim which they, or the lines before them, state: one denial a line."""
    for line in corpus.lines:
        if _TRIGGER.search(line.text):
            found = _denial(line) or _referring(corpus, line)
            if found:
                yield found


def _denial(line: Line) -> Denial | None:
    """The denial of what stands after its cue."""
    text = without_marks(line.text)
    whole = _FALSE_THAT.search(text)
    if whole and len(told := reported_concepts(whole[1])) >= 2:
        return Denial(line, "false", told)
    for kind, cue in _CUES:
        match = cue.search(text)
        if match:
            after = _CLAUSE_END.split(text[match.end() : match.end() + 160], maxsplit=1)[0]
            before = _CLAUSE_START.split(text[max(0, match.start() - 120) : match.start()])[-1]
            if len(told := reported_concepts(after)) >= 2:
                return Denial(line, kind, told, reported_concepts(before))
    return None


def _referring(corpus: Corpus, line: Line) -> Denial | None:
    """The denial of what stands before its cue, or of the claim in the line before."""
    for kind, cue in _REFERS:
        match = cue.search(line.plain)
        if match is None:
            continue
        before = reported_concepts(line.plain[: match.start()])
        if len(before) >= _SHORT and _CLAIM.search(line.plain[: match.start()]):
            return Denial(line, kind, before)
        for claim in corpus.before(line, 1):
            if len(reported_concepts(line.plain)) <= _SHORT and _CLAIM.search(claim.plain):
                return Denial(line, kind, reported_concepts(claim.text), frozenset(), claim)
    return None


def reported_concepts(text: str) -> frozenset[str]:
    """The concepts of what a report was of, not that it was one."""
    return concepts(text) - _META
