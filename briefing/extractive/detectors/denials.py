"""Lines that deny, doubt or expose a claim, and the words of the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.parties import speakers
from briefing.extractive.detectors.thesaurus import concepts

DenialKind = Literal["false", "denied", "doubt"]

_REPORTS = (
    r"(?:claims?|reports?|rumou?rs?|allegations?|suggestions?|accusations?|speculation|stories|story|tales?|"
    r"assertions?|notions?|idea|theor(?:y|ies)|charges?|accounts?|articles?|posts?|news|videos?|photos?|images?|pictures?|footage|"
    r"it|this|that|they|everything|all of it|whole thing|entire thing)"
)
_FALSE = (
    r"(?:false(?:hoods?)?|untrue|fakes?|faked|bogus|hoax(?:es)?|fabricat\w+|made[- ]up|debunked|bull ?(?:sh\S+|crap)|"
    r"satir\w+|parody|pranks?|spoofs?|fiction\w*|fictitious|baseless|groundless|misleading|photoshopped|doctored|"
    r"inaccurate|incorrect|(?:not|n['’]t) (?:[\w-]+ ){0,3}(?:true|real|accurate|authentic|the case)|no truth|unfounded|"
    r"discredited|disproved|erroneous|nonsense|misreported|mistaken|a lie|lies|lying|phony|retracted|"
    r"too good to be true|staged|out of context|urban (?:myth|legend)s?|(?:publicity|marketing|pr) stunt)"
)
_BE = (
    r"(?:is|are|was|were|be|been|being|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|it['’]s|that['’]s|proved|proven|appears?|seems?|"
    r"turns? out|turned out|as|like|called|termed|labell?ed|branded|dubbed|deemed|exposed|revealed)"
)
EXPOSED = re.compile(
    rf"\b(?:{_REPORTS}\b[^.;“”]{{0,40}}? {_BE} (?:[\w’'-]+ ){{0,5}}?{_FALSE}|hoax(?:e[sd]|er|ers)?|debunk\w*|satirical (?:site|website|web site|piece|article|story|news)|prank\w*|a (?:fake|fraud|lie)|"
    rf"(?:fake|false|bogus|fabricated|phony|satirical|made[- ]up|erroneous|mock) (?:news )?(?:stor(?:y|ies)|reports?|rumou?rs?|article|posts?|news|videos?|photos?|images?|pictures?|site|website|tweet|headline|account)|"
    r"(?:turns? out|turned out)[^.;]{0,50} (?:false|untrue|fake|not|n['’]t)|not (?:\w+ ){0,3}true(?! \w)|untrue|fooled|duped|"
    r"(?:isn|wasn)['’]t (?:\w+ ){0,2}(?:true|real)|urban (?:myth|legend)s?|bull ?sh\S+|photoshopped|"
    r"(?:did not|didn['’]t|never) (?:actually |really )?happen(?:ed)?|mak(?:e|ing) (?:it|this|that|\w+ (?:story|stories)) up|"
    r"made (?:it|this|that|(?:\w+ )?(?:story|whole thing)) (?:all )?up|no truth|(?:was|were|is) (?:\w+ )?(?:lying|faking|fabricated|staged|made up)|"
    r"publicity stunt|despite (?:\w+ )?(?:reports|rumou?rs|claims|what you)|too good to (?:be true|fact-check)|retract(?:ed|ion|s)|but not (?:to|because|in order)|(?:did|does|do|was|is)(?:n['’]t| not) (?:exactly|actually|really)|not (?:in any way|at all) (?:connected|related)|nothing (?:\w+ )?to do with|(?:are|is) unrelated|(?:aren|isn)['’]t (?:actually )?(?:linked|connected|related)|no part in)\b",
    re.IGNORECASE,
)
"""The register of debunking: a line that tells its reader that a report is not so."""

EARLY = 4
"""Lines at a document's start that tell what it is about."""

_DENY = (
    r"(?:den(?:y|ied|ies|ying)|dismiss\w*|reject\w*|refut\w*|debunk\w*|disput\w+|contradict\w*|rubbish\w*|rebuff\w*|"
    r"quash\w*|discredit\w*|sh[oo]t\w* down|push\w* back (?:on|against)|knock\w* down|cast doubt on|pour\w* cold water on)"
)
_CUES: tuple[tuple[DenialKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for kind, pattern in (
        ("denied", rf"{_DENY}\b(?: [\w’'-]+){{0,5}}? {_REPORTS}\b(?:[^.;]{{0,50}}?\bthat\b| of\b)"),
        (
            "denied",
            r"(?:no plans?|no intention|(?:do|does|did|had|has|have)(?: not|n['’]t) (?:have |had )?(?:any )?(?:plans?|intention)"
            r"|(?:is|are|was|were)(?: not|n['’]t) (?:planning|considering|going)) (?:to|for|of)\b",
        ),
        ("denied", r"(?:deny|denied|denies|denying) (?!(?:\w+ ){0,2}(?:service|access|entry|bail|permission|visas?|coverage|care|benefits|rights)\b)(?:that |having |ever |any |making |allegations |being )*"),
        ("false", rf"(?:not true|untrue|false|no truth|a lie|a myth|nonsense) (?:that|to|in)\b"),
        (
            "doubt",
            r"no (?:\w+ ){0,2}(?:evidence|proof|indication|sign|confirmation) (?:that|of|to suggest(?: that)?|to support|for)\b",
        ),
        ("doubt", rf"(?:not|n['’]t|unable to|yet to) (?:\w+ ){{0,3}}(?:confirm|verif|corroborat)\w*(?: {_REPORTS})?(?: that| whether| of)?"),
        ("doubt", rf"(?:unconfirmed|unverified|unsubstantiated|unproven)(?: {_REPORTS})?(?: that| of)?"),
    )
)
_REJECTED = re.compile(
    rf"\b{_DENY}\b(?: [\w’'-]+){{0,3}}? (?:reports?|rumou?rs?|stor(?:y|ies)|claims? (?:\w+ ){{0,4}}(?:media|outlets?|newspapers?))\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"[“\"](?:[^\s“”\"]+\s+){4,}[^“”\"]*(?:[”\"]|$)|(?<!\w)[‘'](?:[^\s‘]+\s+){5,}[^‘]*?['’](?!\w)")
"""A quotation of more than four words: somebody's speech, not a verdict that the line takes over."""

_FALSE_THAT = re.compile(
    rf"\b{_REPORTS} (?:that|of) ([^.;]{{4,120}}?) (?:is|are|was|were|has been|have been) (?:\w+ ){{0,4}}?{_FALSE}\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\?|^[@#]|\b(?:[a-z]+s|[A-Z]\w+(?:ans|ats)) (?:said|say|claim|argue)\b|\b(?:claiming|calling|accus\w+)\b")
_CLAUSE_END = re.compile(r"[.;:?!]|,? (?:but|saying|according|adding|which|although|while)\b|, ")
_CLAUSE_START = re.compile(r"[.;:?!]|, |\b(?:but|that|while|although|because|and)\b")
_MARKS = re.compile(r"[“”\"‘]|(?<!\w)'|['’](?!\w)")

HEDGED = re.compile(
    r"\b(?:alleged(?:ly)?|allegations?|reportedly|apparently|supposed(?:ly)?|purport\w*|it (?:was|is) (?:reported|said|claimed)|everyone thinks|people (?:think|believe)|rumou?r\w*|claim(?:s|ed|ing)?|"
    r"accus\w+|believed|according to|might|may|could|if|whether|suspect\w*|said to|unconfirmed|possibl[ey]|perhaps|"
    r"appears? to|seems?|suggest\w*|deni(?:ed|es)|denying|asked|urged|call(?:ed|s|ing) (?:for|on))\b|\?",
    re.IGNORECASE,
)
"""A claim that the line does not make its own."""

_META = concepts(
    (
        "story stories tale report reports reported claim claims claimed rumor rumour rumors rumours article articles news media "
        "internet viral true untrue false fake hoax debunked debunk turns turned out fact facts actually really problem "
        "evidence confirmed confirm verified told today website site sites page post posted originally people thing think "
        "know called real shared social online according official officials spokesman spokeswoman spokesperson allegation "
        "allegations accusation accusations account whole entire one anything something everything nothing lot many "
        "completely totally totally entirely also even just still never may might would could"
    )
)


@dataclass(frozen=True, slots=True, eq=False)
class Denial:
    """A line that denies, the stems of what it denies, and those of whom it is about."""

    line: Line
    kind: DenialKind
    told: frozenset[str]
    subject: frozenset[str] = frozenset()


def denials(field: Field) -> Iterator[Denial]:
    """Lines that deny a claim which they state, one denial a line."""
    for line in field.lines:
        found = _denial(line)
        if found:
            yield found


def _denial(line: Line) -> Denial | None:
    text = _MARKS.sub("", line.text)
    whole = _FALSE_THAT.search(text)
    if whole and len(told := content(whole[1])) >= 2:
        return Denial(line, "false", told)
    for kind, cue in _CUES:
        match = cue.search(text)
        if match is None:
            continue
        after = _CLAUSE_END.split(text[match.end() : match.end() + 160], maxsplit=1)[0]
        before = _CLAUSE_START.split(text[max(0, match.start() - 120) : match.start()])[-1]
        told, subject = content(after), content(before)
        if len(told) >= 2:
            return Denial(line, kind, told, subject)
    return None


def exposures(field: Field) -> dict[str, list[Line]]:
    """The lines by which each document tells its reader that a report is not so."""
    found: dict[str, list[Line]] = {}
    for line in field.lines:
        if _exposes(line):
            found.setdefault(line.source, []).append(line)
    return found


def _exposes(line: Line) -> bool:
    if _ASIDE.search(line.plain) or len(line.plain.split()) < 4:
        return False
    text = _MARKS.sub("", _SPEECH.sub(lambda match: " " * len(match[0]), line.text))
    return EXPOSED.search(text) is not None or (line.place < EARLY and _REJECTED.search(text) is not None)


def content(text: str) -> frozenset[str]:
    """Stems of the text that say what a report was of, not that it was one."""
    return concepts(text) - _META
