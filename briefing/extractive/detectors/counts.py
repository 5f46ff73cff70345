"""What a figure counts, whatever the grammar: the dead, the injured, jobs, votes, areas, prices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.extractive.detectors.measures import UNITS
from briefing.grounding import Quantity

_BEHIND = {
    "dead": r"died|dead|killed|perished|lives|bod(?:y|ies)|corpses|deaths|fatalities|drowned|"
    r"lost (?:his|her|their) (?:life|lives)|murdered|shot dead|slain|succumbed",
    "injured": r"injur\w+|hurt|wounded|hospitali[sz]ed|maimed|casualties|"
    r"(?:treated|admitted|taken|rushed) (?:for|to|in|at) (?:the )?(?:hospital|hospitals|injur\w+)",
    "missing": r"missing|unaccounted|disappeared|vanished|untraced",
    "arrested": r"arrest(?:s|ed)|detain(?:ed|ees)|(?:taken )?into custody|in custody|rounded up|detentions",
    "rescued": r"rescued|saved|survivors|survived|pulled (?:out|from|alive)|plucked",
    "moved": r"evacuat(?:ed|ions)|evacuees|displaced|homeless|fled|relocated|"
    r"(?:moved|driven|forced) (?:out|from)|(?:left|leave|flee|quit) their homes|rehoused",
    "aboard": r"aboard|on board|passengers|passengers and crew|travellers|occupants",
    "crowd": r"march(?:ed|ers)|demonstrat(?:ed|ors)|protest(?:ed|ers)|spectators|attend(?:ed|ees|ance)|"
    r"turned (?:out|up)|took part|gathered|rallied|visitors|mourners|fans|strong crowd|onlookers|supporters",
    "jobs": r"jobs?|posts|positions|redundanc(?:y|ies)|lay-?offs|laid off|dismissals|"
    r"(?:lose|losing|lost) their (?:jobs|work|posts)|made redundant|job (?:cuts|losses)",
    "hired": r"new (?:jobs|posts|positions)|recruits",
    "buildings": r"(?:houses|homes|buildings|dwellings|flats|properties|cottages)"
    r"(?:\s[\w'’-]+){0,3}?\s(?:destroyed|damaged|lost|burned|burnt|gutted|flooded|wrecked|razed|swept)",
    "powerless": r"(?:households?|homes|customers|people)(?:\s[\w'’-]+){0,3}?\swithout (?:power|"
    r"electricity|water)",
    "strikers": r"(?:workers|staff|employees|drivers|nurses|teachers|pilots|members)(?:\s[\w'’-]+){0,3}?\s"
    r"(?:walked out|on strike|struck|downed tools|stopped work)",
    "signed": r"signatures|signatories|signed",
    "ill": r"fell ill|fallen ill|sick(?:ened)?|infected|infections|poisoned|cases of",
    "votes": r"votes? to|(?:of the )?votes? cast",
    "prison": r"(?:years?|months?|weeks?|days?) (?:in|behind|of) (?:prison|jail|custody|bars|hard labour|"
    r"probation)|"
    r"(?:years?|months?)['’]? (?:imprisonment|sentence|jail|prison)|-(?:year|month) (?:sentence|prison|"
    r"jail|term)",
    "ban": r"-?(?:year|month|week|match|game)s?['’]?[ -](?:bans?|suspension|disqualification)",
    "delay": r"(?:minutes?|hours?|days?|weeks?|months?|years?) (?:late|behind schedule|delay|overdue)",
    "contract": r"-?(?:year|month)s?['’]?[ -](?:contract|deal|agreement|lease|licence|license|concession)",
    "depth": r"(?:deep|below|down|under (?:water|ground))",
    "height": r"(?:high|tall|above|up|in height)",
    "length": r"(?:long|in length)",
}  # fmt: skip
"""Words behind the figure, after up to four others: "nine people in two cars died"."""
_AHEAD = {
    "dead": r"kill(?:s|ed|ing)|claim(?:s|ed|ing)(?: the lives of)?|death toll\b[^§.;]{0,40}|(?:dead|"
    r"deaths)(?: of|:| at)|"
    r"bodies of|the lives of|left|toll (?:of|at|to)",
    "injured": r"injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?|injuries to",
    "missing": r"missing:|search for|looking for",
    "arrested": r"arrest(?:s|ed|ing)|arrests of|detain(?:ed|ing)|round(?:ed|ing) up|held|in custody:",
    "rescued": r"rescu(?:ed|ing)|sav(?:ed|ing)|plucked|pulled",
    "moved": r"evacuat(?:ed|ing)|displac(?:ed|ing)|homes of|mov(?:ed|ing) out|rehous(?:ed|ing)",
    "aboard": r"carr(?:ied|ying)|board with|on board (?:were|was)|aboard (?:were|was)",
    "crowd": r"crowds? of|attended by|drew|drawn|drawing|attract(?:ed|ing)|attendance of|brought together|"
    r"turnout of|"
    r"watched by|in front of|audience of",
    "jobs": r"(?:lay|lays|laid|laying) off|cut(?:s|ting)?|shed(?:s|ding)?|slash(?:es|ed|ing)?|axe[sd]?|"
    r"axing|loss of|"
    r"dismiss(?:ed|ing)?|sack(?:ed|ing)?|workforce by|headcount by|make redundant|do away with",
    "hired": r"creat(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|take on",
    "workforce": r"employ(?:s|ed|ing)|workforce of|staff of|payroll of",
    "buildings": r"(?:destroy(?:ed|ing)|damag(?:ed|ing)|gutt(?:ed|ing)|flatten(?:ed|ing)|wreck(?:ed|ing)|"
    r"raz(?:ed|ing))"
    r"(?= (?:§|#)[\w'’ -]{0,40}?(?:houses|homes|buildings|dwellings|flats|properties|cottages))",
    "signed": r"signed by",
    "ill": r"sicken(?:ed|ing)|infect(?:ed|ing)|poison(?:ed|ing)|made",
    "prison": r"sentenced to|jailed for|imprisoned for|prison for|jail for|sentence of|term of|"
    r"imprisonment for|"
    r"locked up for|served|custody for|detention for",
    "ban": r"banned for|suspended for|disqualified for|ban of",
    "delay": r"delay(?:s|ed)?(?: of| by)|late by|postponed by|set back by|held up for",
    "lasted": r"last(?:ed|s|ing)|took(?: them| him| her)?|went on for|continued for|after a (?:debate|"
    r"meeting|siege|search) of|"
    r"debate lasting",
    "price": r"cost(?:s|ing)?|price(?: tag)?(?: of| at|:)?|fee(?: of)?|worth|valued at|sold for|bought for|"
    r"paid|for|"
    r"pric(?:ed|ing) at|changed hands for|fetch(?:ed|es)|estimated at|investment of|invest(?:s|ed|ing)?|"
    r"bill of",
    "fine": r"fin(?:e|ed|es) (?:of|with)?|fined [\w'’ -]{0,40}?|penalty of|pay a fine of|will pay",
    "damage": r"damages? (?:\w+ ){0,3}?(?:of|at|worth)|losses (?:of|at)|compensation of|claim(?:s|ed) for",
    "loan": r"loans? (?:\w+ ){0,3}?(?:of|worth)|borrow(?:s|ed)?|grant of|subsid(?:y|ies) of|"
    r"aid (?:\w+ ){0,2}?(?:of|worth)|"
    r"package (?:of|worth)",
    "profit": r"profits? (?:\w+ ){0,3}?(?:of|at|to)|earn(?:ed|ings of|ings at)|surplus of",
    "loss": r"(?<!the )loss(?:es)? (?:of|at)|deficit of|shortfall of|hole of",
    "revenue": r"(?:sales|revenues?|turnover) (?:\w+ ){0,3}?(?:of|at|to)",
    "budget": r"budget (?:\w+ ){0,2}?(?:of|at)",
    "salary": r"(?:salary|wage|pay|pension)s? (?:\w+ ){0,2}?(?:of|at)",
    "ransom": r"ransom (?:\w+ ){0,2}?(?:of|at)",
    "stolen": r"st(?:ole|olen|ealing)|made off with|got away with|embezzl(?:ed|ing)|haul of|loot of|"
    r"siphon(?:ed|ing)(?: off)?",
    "raised": r"raised|collected|donated|donation of|gift of",
    "turnout": r"turnout (?:\w+ ){0,3}?(?:of|at|was|reached)",
    "magnitude": r"magnitude(?: of)?|measur(?:ed|ing)|scale(?: of)?",
    "temperature": r"temperatures? (?:\w+ ){0,4}?(?:of|to|at|reached|hit)|mercury (?:\w+ ){0,2}?(?:to|at|"
    r"hit)",
    "speed": r"speeds? (?:\w+ ){0,3}?(?:of|at|to)|doing|travelling at|driving at|"
    r"winds? (?:\w+ ){0,2}?(?:of|at|to)|gusts? of",
    "depth": r"depths? (?:\w+ ){0,2}?of",
    "height": r"heights? (?:\w+ ){0,2}?of|altitude of",
    "distance": r"distance of",
    "unemployment": r"(?:unemployment|jobless) (?:\w+ ){0,4}?(?:of|at|to|was|is|stands)",
    "inflation": r"inflation (?:\w+ ){0,4}?(?:of|at|to|was|is|stands)",
}  # fmt: skip
"""Words before it: "claimed eleven lives", "a fine of 120 crowns"."""
_MONEY = frozenset("price fine damage loan profit loss revenue budget salary ransom stolen raised".split())
_TIMES = frozenset("prison ban delay contract lasted".split())
_PERCENT = frozenset("turnout unemployment inflation".split())
_SQUARE = re.compile(r"[\s-]*(?:square|sq\.?)[\s-]+(?:\w+)", re.IGNORECASE)
_AN_HOUR = re.compile(r"[\s-]*\w+ (?:per|an|a) hour|[\s-]*(?:mph|km/h|kph|knots)", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    names = dict.fromkeys([*_BEHIND, *_AHEAD])
    return tuple((name, _ahead(_AHEAD.get(name)), _behind(_BEHIND.get(name))) for name in names)


def _ahead(words: str | None) -> re.Pattern[str] | None:
    return (
        re.compile(rf"\b(?:{words})(?:\s(?:[\w'’-]+\s){{0,2}}?|\s?)(?:[$€£¥]\s?)?$", re.I) if words else None
    )


def _behind(words: str | None) -> re.Pattern[str] | None:
    return (
        re.compile(rf"(?:[\s-](?:[\w'’-]+\s){{0,4}}?)?(?:\s|-|(?<=^))?(?:{words})\b", re.I) if words else None
    )


def frames(before: str, after: str) -> Iterator[str]:
    """The frames whose words stand before or behind a figure, the more telling first."""
    for name, _, behind in _patterns():
        if behind and behind.match(after):
            yield name
    for name, ahead, _ in _patterns():
        if ahead and ahead.search(before):
            yield name


def dimension(unit: str, after: str) -> str:
    """What a unit measures: "area", "distance", "time" …, or "" where it is none."""
    if _SQUARE.match(after):
        return "area"
    if _AN_HOUR.match(after):
        return "speed"
    return UNITS.get(unit, ("", 1.0))[0]


def fits(frame: str, quantity: Quantity, dimension: str) -> bool:
    """Whether a figure of this form and dimension can fill the frame."""
    percent = quantity.kind == "percent"
    if frame in _PERCENT:
        return percent
    if frame in _TIMES:
        return dimension == "time"
    if frame in ("depth", "height", "length", "distance"):
        return dimension == "distance"
    if frame == "speed":
        return dimension == "speed"
    if frame in ("magnitude", "temperature"):
        return not dimension and not percent and quantity.kind == "number"
    if percent or dimension:
        return False
    if frame in _MONEY:
        return quantity.kind == "money" or quantity.value >= 100
    return quantity.kind == "number"


def worth(unit: str, frame: str) -> float:
    """The factor from the unit to the base unit of its dimension; 1 for what is counted one by one."""
    dimension, factor = UNITS.get(unit, ("", 1.0))
    if frame == "area" and dimension == "distance":
        return factor * factor
    return factor if dimension else 1.0
