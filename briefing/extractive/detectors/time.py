"""When it happened: one event that two origins put at times that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.extractive.detectors.counting import is_said
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.when import TimeValue, When
from briefing.grounding import quantities
from briefing.grounding.dates import Moment, moments
from briefing.lines.clause import clause
from briefing.lines.clock import clocks
from briefing.lines.contest import Contest, Filler, contests
from briefing.lines.corpus import Corpus, Line
from briefing.lines.once import EVENTS
from briefing.lines.question import opening_clause
from briefing.lines.thesaurus import concepts, sequence
from briefing.types import Strength
from briefing.words import MONTHS, WEEKDAYS

_TIMED = re.compile(
    r"\d|o['’]clock|noon|midday|midnight|\b(?:past|to) \w+\b|in the (?:morning|evening|afternoon)|day\b|"
    rf"\b(?:{'|'.join(month.capitalize() for month in MONTHS)})\b"
)
_HOUR = re.compile(
    r"clock|noon|midday|midnight|past|quarter|half|in the [mae]|at night|\d[:.]\d|\d\s?[ap]\.?\s?m|minutes",
    re.IGNORECASE,
)
_SAYING = (
    r"sa(?:id|ys)|told|announced|added|stated|declared|argued|claimed|confirmed|explained|warned|tweeted|"
    r"wrote|reported|called|testified|denied|statement|reporters|according to|insisted|urged|vowed"
)
_SAID = re.compile(rf"\b(?:{_SAYING})\W+(?:\w+\W+)?(?:(?:on|late|early)\W+)*$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"\W+(?:\w+\W+){{0,2}}(?:{_SAYING})\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:after|until|before|from|between|through|to|and|last|every|each|another|next|previous|following|"
    r"days? (?:before|after)|as of|ahead of)[\s-]+(?:the\s+)?(?:\w+ of\s+)?$",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|(?:shortly|just|soon) (?:before|after)|towards)\s$", re.IGNORECASE
)
_RANGE = re.compile(r"\s?(?:-|–|to|through|until|and)\s?(?:\d|[A-Z])|(?:\s\w+)?['’]s\b")
_HEDGED = re.compile(
    r"\b(?:could|may|might|likely|unlikely|expected|hop(?:es?|ing)|plan(?:s|ned)?|should|about|around|"
    r"probably|perhaps|thought|due|according to|claim\w*)\b",
    re.IGNORECASE,
)
_NIGHT = re.compile(
    r"\b(?:early|late|overnight|small hours|dawn|midnight|local time|GMT|UTC|Eastern|Pacific)\b", re.I
)
_ORDINARY = concepts(
    " ".join([*MONTHS, *WEEKDAYS, "say tell night morning evening afternoon late early day week month year"])
)
_DIGIT = re.compile(r"\d")
_AND = re.compile(r",\s|\sand\s")
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
"""Before the day on which something begins; a span is told by what follows it."""
_BEGINS = "date from"
"""The frame of such days: a story tells one."""
_DECADE = re.compile(r"(\d{3}0)['’]?s$")
_SINCE = re.compile(r"\bsince\W+(?:\w+\W+)?$", re.IGNORECASE)
_THING = re.compile(r"\b(?:an?|the|his|her|their|its|this|that|\w+['’]s)\s(?:\w+\s)?$", re.IGNORECASE)
"""A year after an article names a thing: "the 1976 law"."""
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]*")
_VERB = 5
"""Words at either side of a time in which the verb is looked for that it is of: with 6 a BASIL event
is flagged, with 4 none is lost."""
_NEXT = 2
"""Words before a time, else after it, on which it hangs; with 1 or 3 a gold contradiction is missed."""
_LIKE = 0.28
"""How alike the clauses are whose times contradict each other: at .22 a shipped case is flagged, .34 changes
nothing."""
_WORDS = 5
"""Words before a time that are enough for the question; else the rest of the sentence is asked for."""
_LEADS = r"(?:on|at|in|since|by|from|until|about|around|early|late|the|of)"
_LEADING = rf"(?:\b{_LEADS}\s+)*"
_ENDS = re.compile(rf"(?:\s{_LEADS}(?:\s(?:end|start|beginning|middle))?)+$", re.IGNORECASE)


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Times that hang on one verb or noun, in clauses of one event, and exclude each other."""
    told = [when for line in corpus.lines for when in _times(line)]
    once = {when.frame for when in told if " of " in when.frame}

    def one_scene(a: Filler[When], b: Filler[When]) -> bool:
        return bool(corpus.core & _scene(corpus, a.line) & _scene(corpus, b.line))

    for contest in contests(corpus, told, When.excludes, _LIKE, once, one_scene):
        hedged = contest.first.value.hedged or contest.second.value.hedged
        strength: Strength = "tension" if hedged else "contradiction"
        yield from Finding.between(
            _question(corpus, contest), "time", strength, contest.sides, contest.weight
        )


def _times(line: Line) -> Iterator[Filler[When]]:
    text = line.plain
    if not _TIMED.search(text):
        return
    blurred = _NIGHT.search(text) is not None
    for at in clocks(text) if _HOUR.search(text) else ():
        roughly = _ROUGHLY.search(text[: at.start]) is not None
        when = When(at, roughly, at.start, text[at.start : at.end])
        yield from _hung(line, at.start, at.end, "hour", when)
    for moment in moments(text):
        for frame, told in _frames(moment):
            when = When(told, blurred, moment.start, moment.text)
            yield from _hung(line, moment.start, moment.end, frame, when)


def _frames(moment: Moment) -> Iterator[tuple[str, TimeValue]]:
    """What a moment tells, by its frame; nothing where it is a time of day."""
    decade = _DECADE.match(moment.text)
    if decade:
        yield "year", range(int(decade[1]), int(decade[1]) + 10)
    elif moment.month and not moment.year:
        yield "month", moment.month
    elif moment.weekday and not moment.day:
        yield "weekday", moment.weekday
    elif moment.year and not moment.month:
        yield "year", range(moment.year, moment.year + 1)
    if moment.month and moment.day:
        yield "date", (moment.month, moment.day)


def _hung(line: Line, start: int, end: int, frame: str, when: When) -> Iterator[Filler[When]]:
    """The time with the words next to it, unless it dates what is said, or is part of a span."""
    before, after = clause(line.plain, start, end)
    begins = frame == "date" and _FROM.search(before)
    if (_LOOSE.search(before) and not _ROUGHLY.search(before) and not begins) or _RANGE.match(after):
        return
    if frame == "weekday" and (_SAID.search(before) or _SAID_AFTER.match(after)):
        return
    if frame == "hour" and is_said(before):
        return
    ahead, behind = (_NAMED.sub(" ", part) for part in (before, after))
    words = _near(ahead)[-_NEXT:] or _near(behind)[:_NEXT]
    if isinstance(when.told, range) and len(when.told) == 1 and _THING.search(before):
        return
    if frame == "year" and _DIGIT.search(_AND.split(before)[-1] + _AND.split(after)[0]):
        return  # a year beside a figure dates the figure
    if begins:
        yield Filler(line, _BEGINS, when, frozenset({_BEGINS}), concepts(f"{before} {after}") - _ORDINARY)
        return
    frame += " since" if _SINCE.search(before) else ""
    about = frozenset(s for s in concepts(f"{before} {after}") if not s[0].isdigit()) - _ORDINARY
    if words:
        when = replace(when, hedged=_HEDGED.search(before) is not None)
        yield Filler(line, frame, when, frozenset(words), about)
        event = _event(before, after)
        if event and "since" not in frame:
            yield Filler(line, f"{frame} of {event}", when, frozenset({event}), about)


def _event(before: str, after: str) -> str | None:
    """The event that the time is of: of the last verb before it, or where nothing is before it."""
    nearby = before.lower().split()[-_VERB:][::-1] or after.lower().split()[:_VERB]
    return next((EVENTS.get(word) for word in nearby if word in EVENTS or word.endswith("ed")), None)


def _scene(corpus: Corpus, line: Line) -> frozenset[str]:
    """What the line and the one before it speak of."""
    return line.stems.union(*(x.stems for x in corpus.before(line, 1))) - _ORDINARY


def _near(text: str) -> list[str]:
    return [word for word in sequence(text) if word not in _ORDINARY and not word[0].isdigit()]


def _plainness(told: Filler[When]) -> tuple[bool, bool, int, str]:
    """How well the line before a time serves as a question: with no figure, which may be disputed as well."""
    text = told.line.text
    cut = text[: told.value.at]
    counted = any(q.kind != "ordinal" for q in quantities(cut))
    aside = "," in cut and len(cut.split()) < _WORDS
    return counted or aside, text[:1] in "“\"‘'", len(text), text


def _question(corpus: Corpus, contest: Contest[When]) -> str:
    """When it happened, without either side's answer."""
    sides = (contest.first, contest.second)
    told = min(sides, key=_plainness)
    cut = told.line.text[: told.value.at]
    if len(cut.split()) >= _WORDS:
        return f"When {_ENDS.sub('', opening_clause(corpus, cut))}"
    bare = re.sub(rf"{_LEADING}{re.escape(told.value.text)},?\s*", "", told.line.text, flags=re.IGNORECASE)
    return f"When {opening_clause(corpus, bare)}"
