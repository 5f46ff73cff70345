"""One act in incompatible terms: a party open to a thing in one origin, set against it in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.finding import Finding
from briefing.extractive.lines.alignment import Field, Line
from briefing.extractive.lines.thesaurus import concepts

_FOR = (
    r"open(?:ness)?|willing(?:ness)?|optimis\w+|hopeful|confiden\w+|supportive|support|receptive|"
    r"enthusias\w+|"
    r"eager(?:ness)?|conciliatory|satisf\w+|pleased|interest(?:ed)?|ready|readiness"
)
_AGAINST = (
    r"s[kc]eptic\w*|reluctan\w+|pessimis\w+|doubt(?:s|ful)?|war(?:y|iness)|oppos\w+|hostil\w+|unwilling\w*|"
    r"dismissive|defian\w+|displeas\w+|disappoint\w+|unimpressed|cool"
)
_SHOWN = (
    r"(?:is|are|was|were|be|appear(?:s|ed)?|seem(?:s|ed)?|signal(?:s|l?ed)|express(?:es|ed)|show(?:s|ed)|"
    r"voic(?:es|ed)|"
    r"remain(?:s|ed)|sound(?:s|ed)|indicat(?:es|ed))"
)
_ATTITUDE = re.compile(
    rf"\b(?P<who>[A-ZÀ-Þ][\w’'-]+)\s+(?i:(?:also|again|still|has|had|"
    rf"have)\s+)?(?i:{_SHOWN})\b(?P<gap>[^.;,]{{0,40}}?)"
    rf"\b(?i:(?P<open>{_FOR})|{_AGAINST})\s+(?:to|of|about|toward|towards|over|on|in|for|that|"
    rf"with)\b(?P<what>[^.;,]{{0,110}})"
)
_BREAK = re.compile(r"\s(?:that|which|who|as|by|and|but)\s")
_WORDS = 6
"""Words of what somebody has an attitude to, as the question names it."""
_NOT = re.compile(r"\b(?:not|no|never|less|hardly|if|whether)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class _Attitude:
    line: Line
    who: str
    open: bool
    towards: frozenset[str]
    thing: str


def detect(field: Field) -> Iterator[Finding]:
    """For each party the clearest pair of opposite attitudes towards one thing."""
    told = [attitude for line in field.lines for attitude in _attitudes(line)]
    best: dict[str, tuple[float, _Attitude, _Attitude]] = {}
    for a in told:
        for b in told:
            if a.open and not b.open and _one_thing(a, b):
                covered = field.covered(b.towards, a.towards)
                score = covered + field.closeness(a.line) + field.closeness(b.line)
                if score > best.get(a.who, (0.0,))[0]:
                    best[a.who] = score, a, b
    for who, (score, *pair) in best.items():
        sides = [[y.line, *(x.line for x in told if x.who == who and x.open is y.open)] for y in pair]
        thing = min((y.thing for y in pair), key=len)
        finding = Finding.of(f"How {who} regards {thing}", "characterisation", "tension", sides, score / 2)
        if finding:
            yield finding


def _one_thing(a: _Attitude, b: _Attitude) -> bool:
    return a.who == b.who and a.line.origin != b.line.origin and bool(a.towards & b.towards)


def _attitudes(line: Line) -> Iterator[_Attitude]:
    for match in _ATTITUDE.finditer(line.plain):
        if not _NOT.search(match["gap"]):
            thing = " ".join(_BREAK.split(match["what"])[0].split()[:_WORDS])
            yield _Attitude(line, match["who"], match["open"] is not None, concepts(match["what"]), thing)
