"""Lines by which a document tells its reader that a report is not so."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.lines.corpus import Line

REPORTS = (
    r"(?:claims?|reports?|rumou?rs?|allegations?|suggestions?|accusations?|speculation|stor(?:y|ies)|tales?|"
    r"assertions?|notions?|idea|theor(?:y|ies)|charges?|accounts?|articles?|posts?|news|videos?|photos?|"
    r"images?|pictures?|footage|it|this|that|they|everything|all of it|(?:whole|entire) thing)"
)
"""What a verdict is passed on."""
FALSE = (
    r"(?:false(?:hoods?)?|untrue|fakes?|faked|bogus|hoax(?:es)?|sham|fabricat\w+|made[- ]up|debunked|"
    r"bull ?(?:sh\S+|crap)|satir\w+|parody|pranks?|spoofs?|fiction\w*|fictitious|baseless|groundless|"
    r"misleading|photoshopped|doctored|inaccurate|incorrect|no truth|unfounded|discredited|disproved|"
    r"erroneous|nonsense|misreported|mistaken|a lie|lies|lying|phony|retracted|staged|simulated|"
    r"(?:not|n['’]t) (?:[\w-]+ ){0,3}(?:true|real|accurate|authentic|the case)|too good to be true|"
    r"out of context|urban (?:myth|legend)s?|(?:publicity|marketing|pr) stunt)"
)
"""What a verdict calls it."""
_BE = (
    r"(?:is|are|was|were|be|been|being|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|it['’]s|that['’]s|proved|"
    r"proven|appears?|seems?|turns? out|turned out|as|like|called|termed|labell?ed|branded|dubbed|deemed|"
    r"exposed|revealed|outed)"
)
DENY = (
    r"(?:den(?:y|ied|ies|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut\w*|debunk\w*|disput\w+|"
    r"contradict\w*|rubbish\w*|rebuff\w*|quash\w*|discredit\w*|sh[oo]t\w* down|push\w* back (?:on|against)|"
    r"knock\w* down|cast doubt on|pour\w* cold water on)"
)
"""How it is denied."""
# These, _EXPOSED and _DOUBTS read lower case: with IGNORECASE they took three times as long.
_FALSITY = re.compile(FALSE)
_JUDGED = re.compile(rf"\b{REPORTS}\b[^.;“”]{{0,40}}? {_BE} (?:[\w’'-]+ ){{0,5}}?{FALSE}\b")
_EXPOSED = re.compile(
    r"\b(?:hoax(?:e[sd]|er|ers)?|debunk\w*|satirical (?:web ?site|site|piece|article|story|news)|"
    r"a (?:fake|fraud|lie)(?! [a-z])|"
    r"(?:fake|false|bogus|fabricated|phony|satirical|made[- ]up|erroneous|mock) "
    r"(?:news )?(?:stor(?:y|ies)|reports?|rumou?rs?|articles?|posts?|videos?|photos?|images?|pictures?|"
    r"site|website|tweet|headline|account)|turn(?:s|ed)? out [^.;]{0,40}\b(?:false|untrue|fake|not true)|"
    r"not (?:\w+ ){0,3}true(?! \w)|untrue|fooled|duped|(?:isn|wasn)['’]t (?:\w+ ){0,2}(?:true|real)|"
    r"urban (?:myth|legend)s?|bull ?sh\S+|photoshopped|no truth|publicity stunt|retract(?:ed|ion|s)|"
    r"not real|"
    r"(?:unfounded|baseless|outlandish|fantastical|far-fetched|wild) (?:claims?|theor\w+|stor\w+|"
    r"rumou?rs?|reports?)|(?:is|was|are|were) (?:simply |just |totally |completely )?(?:wrong|simulated|"
    r"staged|faked|a (?:myth|rumou?r))|"
    r"(?:did not|didn['’]t|(?<!would )(?<!could )never) (?:actually |really )?happen(?:ed)?|"
    r"(?:mak(?:e|ing)|made) (?:it|this|that|(?:\w+ )?(?:story|stories|whole thing)) (?:all )?up|"
    r"(?:was|were|is) (?:\w+ )?(?:lying|faking|fabricated|made up)|too good to be true|"
    r"despite (?:an? )?(?:\w+ )?(?:reports?|rumou?rs?|claims|what you)|but not (?:to|because|in order)|"
    r"(?:did|does|do)(?:n['’]t| not) (?:exactly|actually|really)|"
    r"not (?:in any way|at all) (?:connected|related)|nothing (?:\w+ )?to do with|(?:are|is) unrelated|"
    r"(?:aren|isn)['’]t (?:actually )?(?:linked|connected|related)|no part in)\b"
)
_ASIDE = re.compile(
    r"\?|^[@#]|\bwhether\b|\b(?:[a-z]+s|[A-Z]\w+(?:ans|ats)) (?:said|say|claim|argue)\b|"
    r"\b(?:claiming|calling|accus\w+)\b|\b(?:not|n['’]t|never|no) (?:an? )?(?:hoax|fake|prank|stunt)\b"
)
"""Questions, tweets, what partisans say of each other, and that it is no hoax: no verdict of the outlet."""
_SPEECH = re.compile(
    r"[“\"](?:[^\s“”\"]+\s+){4,}[^“”\"]*(?:[”\"]|$)|(?<!\w)[‘'](?:[^\s‘]+\s+){5,}[^‘]*?['’](?!\w)"
)
"""A quotation of more than four words: somebody's speech, not a verdict that the line takes over."""
_MARKS = re.compile(r"[“”\"‘]|(?<!\w)'|['’](?!\w)")
_DOUBTS = re.compile(
    rf"\b(?:den(?:y|ied|ies|ying)|refut\w*|disput\w+|{DENY}(?: [\w’'-]+){{0,4}}? {REPORTS}|"
    rf"{FALSE}|hoax\w*|debunk\w*|un(?:true|likely|confirmed|verified|substantiated|proven)|"
    r"doubt\w*|s[kc]eptic\w*|purport\w*|conspirac\w*|myths?|"
    r"no (?:\w+ )?(?:evidence|proof|truth|confirmation)|"
    r"(?:not|n['’]t|yet to) (?:\w+ ){0,3}(?:confirm|verif|substantiat)\w*)\b"
)
NOISE = re.compile(r"https?:|www\.|[#@]\w|^(?:Source|Photo|Image|Video|Read|Watch|Related|More)\b|\?")
"""Addresses, tweets, captions and questions: no line that tells something."""
NEGATED = re.compile(r"\b(?:not|never|no|nor)\b|n['’]t\b", re.IGNORECASE)
CLAIMED = re.compile(
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
HEDGED = re.compile(
    r"\b(?:alleg\w*|claim\w*|reportedly|rumou?r\w*|suppos\w*|purport\w*|if|whether|would|could|might|may)\b",
    re.IGNORECASE,
)
ALLEGED = re.compile(r"\b(?:alleg\w*|accus\w*|rumou?r\w*|reportedly|whether|if)\b", re.IGNORECASE)
EARLY = 4
"""Lines that are the head of a document."""


def without_marks(text: str) -> str:
    """The text without quotation marks."""
    return _MARKS.sub("", text)


@lru_cache(maxsize=1 << 11)  # two detectors ask for the same lines, each more than once
def exposes(line: Line) -> bool:
    """Whether the line says in the outlet's own voice that a report is not so."""
    if _ASIDE.search(line.plain) or len(line.plain.split()) < 4:
        return False
    text = without_marks(_SPEECH.sub(lambda match: " " * len(match[0]), line.text)).lower()
    if _FALSITY.search(text) and _JUDGED.search(text):
        return True
    return _EXPOSED.search(text) is not None


@lru_cache(maxsize=1 << 11)
def doubts(line: Line) -> bool:
    """Whether the line has any word that calls something in question, in whoever's voice."""
    return _DOUBTS.search(line.text.lower()) is not None


def tells_plainly(line: Line) -> bool:
    """Whether the line tells a piece of the story without doubt of it."""
    if line.text.startswith(("“", '"')):
        return False
    plain = not (doubts(line) or NOISE.search(line.text) or NEGATED.search(line.text))
    return plain and len(line.plain.split()) >= 5
