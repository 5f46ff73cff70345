"""Lines that deny, doubt or expose a claim, and the words of the claim."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.thesaurus import concepts

DenialKind = Literal["false", "denied", "doubt"]

_REPORTS = (
    r"(?:claims?|reports?|rumou?rs?|allegations?|suggestions?|accusations?|speculation|stor(?:y|ies)|tales?|"
    r"assertions?|notions?|idea|theor(?:y|ies)|charges?|accounts?|articles?|posts?|news|videos?|photos?|"
    r"images?|"
    r"pictures?|footage|it|this|that|they|everything|all of it|(?:whole|entire) thing)"
)
_FALSE = (
    r"(?:false(?:hoods?)?|untrue|fakes?|faked|bogus|hoax(?:es)?|fabricat\w+|made[- ]up|debunked|"
    r"bull ?(?:sh\S+|crap)|"
    r"satir\w+|parody|pranks?|spoofs?|fiction\w*|fictitious|baseless|groundless|misleading|photoshopped|"
    r"doctored|"
    r"inaccurate|incorrect|(?:not|n['’]t) (?:[\w-]+ ){0,3}(?:true|real|accurate|authentic|the case)|no truth|"
    r"unfounded|discredited|disproved|erroneous|nonsense|misreported|mistaken|a lie|lies|lying|phony|"
    r"retracted|"
    r"too good to be true|staged|out of context|urban (?:myth|legend)s?|(?:publicity|marketing|pr) stunt)"
)
_BE = (
    r"(?:is|are|was|were|be|been|being|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|it['’]s|that['’]s|proved|"
    r"proven|"
    r"appears?|seems?|turns? out|turned out|as|like|called|termed|labell?ed|branded|dubbed|deemed|"
    r"exposed|revealed)"
)
_FALSITY = re.compile(_FALSE, re.IGNORECASE)
_JUDGED = re.compile(rf"\b{_REPORTS}\b[^.;“”]{{0,40}}? {_BE} (?:[\w’'-]+ ){{0,5}}?{_FALSE}\b", re.IGNORECASE)
_EXPOSED = re.compile(
    r"\b(?:hoax(?:e[sd]|er|ers)?|debunk\w*|satirical (?:site|website|web site|piece|article|story|"
    r"news)|prank\w*|"
    r"a (?:fake|fraud|lie)|(?:fake|false|bogus|fabricated|phony|satirical|made[- ]up|erroneous|"
    r"mock) (?:news )?"
    r"(?:stor(?:y|ies)|reports?|rumou?rs?|articles?|posts?|news|videos?|photos?|images?|pictures?|site|"
    r"website|"
    r"tweet|headline|account)|(?:turns? out|turned out)[^.;]{0,50} (?:false|untrue|fake|not|n['’]t)|"
    r"not (?:\w+ ){0,3}true(?! \w)|untrue|fooled|duped|(?:isn|wasn)['’]t (?:\w+ ){0,2}(?:true|real)|"
    r"urban (?:myth|legend)s?|bull ?sh\S+|photoshopped|no truth|publicity stunt|retract(?:ed|ion|s)|"
    r"not real|fact[- ]check\w*|"
    r"(?:unfounded|baseless|outlandish|fantastical|far-fetched|wild) (?:claims?|theor\w+|stor\w+|"
    r"rumou?rs?|reports?)|"
    r"(?:is|was|are|were) (?:simply |just |totally |completely )?(?:wrong|simulated|a (?:myth|rumou?r))|"
    r"(?:did not|didn['’]t|never) (?:actually |really )?happen(?:ed)?|"
    r"mak(?:e|ing) (?:it|this|that|\w+ (?:story|stories)) up|"
    r"made (?:it|this|that|(?:\w+ )?(?:story|whole thing)) (?:all )?up|"
    r"(?:was|were|is) (?:\w+ )?(?:lying|faking|fabricated|staged|made up)|too good to be true|"
    r"despite (?:an? )?(?:\w+ )?(?:reports?|rumou?rs?|claims|what you)|but not (?:to|because|in order)|"
    r"(?:did|does|do|was|is)(?:n['’]t| not) (?:exactly|actually|really)|"
    r"not (?:in any way|at all) (?:connected|related)|nothing (?:\w+ )?to do with|(?:are|is) unrelated|"
    r"(?:aren|isn)['’]t (?:actually )?(?:linked|connected|related)|no part in)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\?|^[@#]|\b(?:[a-z]+s|[A-Z]\w+(?:ans|ats)) (?:said|say|claim|argue)\b|\b(?:claiming|calling|accus\w+)\b"
)
"""Questions, tweets, and what partisans say of each other: no verdict of the outlet."""
_DENY = (
    r"(?:den(?:y|ied|ies|ying)|dismiss\w*|reject\w*|refut\w*|debunk\w*|disput\w+|contradict\w*|"
    r"rubbish\w*|rebuff\w*|"
    r"quash\w*|discredit\w*|sh[oo]t\w* down|push\w* back (?:on|against)|knock\w* down|cast doubt on|"
    r"pour\w* cold water on)"
)
_REJECTED = re.compile(
    rf"\b{_DENY}\b(?: [\w’'-]+){{0,3}}? (?:reports?|rumou?rs?|stor(?:y|ies)|"
    r"claims? (?:\w+ ){0,4}(?:media|outlets?|newspapers?))\b",
    re.IGNORECASE,
)
_FALSE_THAT = re.compile(
    rf"\b{_REPORTS} (?:that|of) ([^.;]{{4,120}}?) (?:is|are|was|were|has been|"
    rf"have been) (?:\w+ ){{0,4}}?{_FALSE}\b",
    re.IGNORECASE,
)
_CUES: tuple[tuple[DenialKind, re.Pattern[str]], ...] = (
    (
        "denied",
        re.compile(
            rf"\b(?:{_DENY}\b(?: [\w’'-]+){{0,5}}? {_REPORTS}\b(?:[^.;]{{0,50}}?\bthat\b| of\b)|"
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
            rf"(?:not|n['’]t|unable to|yet to) (?:\w+ ){{0,3}}(?:confirm|verif|corroborat)\w*(?: {_REPORTS})?"
            r"(?: that| whether| of)?|"
            rf"(?:unconfirmed|unverified|unsubstantiated|unproven)(?: {_REPORTS})?(?: that| of)?)",
            re.IGNORECASE,
        ),
    ),
)
_TRIGGER = re.compile(
    r"(?i:den[iy]|dismiss|reject|refut|debunk|disput|contradict|rubbish|rebuff|quash|discredit|down|back|"
    r"doubt|cold|"
    r"\bno\b|n['’]t|\bnot\b|untrue|false|lie|myth|nonsense|un(?:able|conf|ver|sub|pro)|yet|hoax|fake)"
)
"""Without one of these no pattern below can fit: it spares the slow ones most lines."""
_SPEECH = re.compile(
    r"[“\"](?:[^\s“”\"]+\s+){4,}[^“”\"]*(?:[”\"]|$)|(?<!\w)[‘'](?:[^\s‘]+\s+){5,}[^‘]*?['’](?!\w)"
)
"""A quotation of more than four words: somebody's speech, not a verdict that the line takes over."""
_CLAUSE_END = re.compile(r"[.;:?!]|,? (?:but|saying|according|adding|which|although|while)\b|, ")
_CLAUSE_START = re.compile(r"[.;:?!]|, |\b(?:but|that|while|although|because|and)\b")
_MARKS = re.compile(r"[“”\"‘]|(?<!\w)'|['’](?!\w)")
_EARLY = 4
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
    """A line that denies, the concepts of what it denies, and those of who is the subject."""

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
    if not _TRIGGER.search(line.text):
        return None
    text = _MARKS.sub("", line.text)
    whole = _FALSE_THAT.search(text)
    if whole and len(told := content(whole[1])) >= 2:
        return Denial(line, "false", told)
    for kind, cue in _CUES:
        match = cue.search(text)
        if match:
            after = _CLAUSE_END.split(text[match.end() : match.end() + 160], maxsplit=1)[0]
            before = _CLAUSE_START.split(text[max(0, match.start() - 120) : match.start()])[-1]
            if len(told := content(after)) >= 2:
                return Denial(line, kind, told, content(before))
    return None


def exposures(field: Field, exposing: Container[Line]) -> dict[str, list[Line]]:
    """By source, the lines by which a document tells its reader that a report is not so.

    One such line counts at the head of a document; further down it takes two.
    """
    found: dict[str, list[Line]] = {}
    for line in field.lines:
        if line in exposing:
            found.setdefault(line.source, []).append(line)
    return {source: lines for source, lines in found.items() if len(lines) > 1 or lines[0].place < _EARLY}


def exposes(line: Line) -> bool:
    """Whether the line says in the outlet's own voice that a report is not so."""
    if _ASIDE.search(line.plain) or len(line.plain.split()) < 4:
        return False
    text = _MARKS.sub("", _SPEECH.sub(lambda match: " " * len(match[0]), line.text))
    if _FALSITY.search(text) and _JUDGED.search(text):
        return True
    return _EXPOSED.search(text) is not None or (line.place < _EARLY and _REJECTED.search(text) is not None)


def content(text: str) -> frozenset[str]:
    """The concepts of what a report was of, not that it was one."""
    return concepts(text) - _META
