"""When it happened: one event, dated differently by two origins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause, uncapitalised
from briefing.grounding.dates import WEEKDAYS, Moment, moments

_EVENTS = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        (
            "law",
            r"passed|enacted|became (?:\w+ ){0,2}law|signed into law|formally established|legali[sz]ed|"
            r"ratified",
        ),
        (
            "founded",
            r"founded|set up|created|opened|launched|dates? (?:back )?to|began|started|introduced|originated",
        ),
        ("died", r"died|dead|killed|passed away|murdered"),
        ("born", r"born"),
        ("arrested", r"arrested|detained|taken into custody"),
        ("charged", r"charged|indicted|sued"),
        ("left", r"resigned|stepped down|quit|fired|sacked|dismissed|ousted|retired"),
        ("took", r"elected|appointed|sworn in|became|took office|named"),
        ("married", r"married|wed"),
        ("met", r"met"),
        ("crashed", r"crashed|exploded|collapsed|struck|hit|sank"),
        ("released", r"released|freed|published"),
    )
)
_SAYING = (
    r"sa(?:id|ys)|told|announced|added|stated|declared|argued|claimed|confirmed|explained|warned|tweeted|"
    r"wrote|"
    r"reported|called|testified|spoke|denied"
)
_SAID = re.compile(rf"\b(?:{_SAYING}|statement|reporters)\W+(?:(?:on|late|early)\W+)?$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"\W+(?:\w+\W+){{0,2}}(?:{_SAYING})\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:local time|GMT|UTC|overnight|midnight|eastern|pacific|early|late)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:about|around|circa|early|late|mid|before|after|until|since|by|from|next|last|every|each|another)"
    r"[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:.]\s|, (?:but|and|while|which|who|although)\s|\s(?:but|although|while)\s|\s[—–-]\s")
_ASIDE = re.compile(r"\s[—–-]\s[^—–]{3,90}\s[—–-]\s")
_LEADING = r"(?:\b(?:on|in|since|by|last|early|late|the|of|back to)\s+)*"
_DATED = re.compile(r"\d{4}|[JFMASOND][a-z]{2,8}\.? \d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_FIRST = re.compile(
    r"\bfirst (?:surfaced|emerged|came (?:to light|out|forward)|became (?:public|known)|appeared|learned|"
    r"heard|"
    r"reported|were made)\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\b(?:(?:known|aware|public|suspected|reported) (?:\w+ )?for (?:\w+ )?(?:years|months|decades)|"
    r"long (?:known|been known|been aware)|knew for (?:\w+ )?(?:years|months)|"
    r"(?:years|months|decades) (?:ago|earlier|before)[^.;]{0,40}\b(?:knew|known|aware|told|warned))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"[,;:]\s|\b(?:when|that|after|and|but)\s")
_NEAR = 60
_LIKE_YEAR, _LIKE_DAY = 0.15, 0.3
"""A year needs little beside its event; a weekday is worth something only in all but the same clause."""


@dataclass(frozen=True, slots=True, eq=False)
class _Dated:
    line: Line
    moment: Moment
    years: tuple[int, int] | None
    event: str
    stems: frozenset[str]


def detect(field: Field) -> Iterator[Finding]:
    """Matters new in one origin and old in another; then events whose dates cannot both be right."""
    yield from _known(field)
    dated = [d for line in field.lines for d in _dated(line)]
    taken: set[Line] = set()
    for i, a in enumerate(dated):
        for b in dated[i + 1 :]:
            if a.event != b.event or a.line.origin == b.line.origin or not {a.line, b.line}.isdisjoint(taken):
                continue
            if not _differ(a, b) or not _one_event(field, a, b):
                continue
            sides = [[y.line, *(x.line for x in dated if _agree(field, x, y))] for y in (a, b)]
            weight = field.closeness(a.line) + field.closeness(b.line)
            finding = Finding.of(_question(field, a, b), "time", "contradiction", sides, weight)
            if finding:
                taken.update(line for side in finding.sides for line in side)
                yield finding


def _known(field: Field) -> Iterator[Finding]:
    """A matter that first came out now in one origin, and was long known in another."""
    fresh = [line for line in field.lines if _FIRST.search(line.plain)]
    old = [line for line in field.lines if _LONG.search(line.plain)]
    pairs = [
        (field.shared(a.stems, b.stems), -a.place, a, b)
        for a in fresh
        for b in old
        if a.origin != b.origin and len(a.stems & b.stems) >= 2
    ]
    if pairs:
        like, _, a, b = max(pairs, key=lambda pair: pair[:2])
        sides = (
            [a, *(x for x in fresh if len(x.stems & b.stems) >= 2)],
            [b, *(x for x in old if len(x.stems & a.stems) >= 2)],
        )
        weight = like + field.closeness(a)
        subject = _SUBJECT.split(_FIRST.split(a.plain)[0])[-1].strip()
        question = f"Since when {uncapitalised(field, subject)} were known"
        finding = Finding.of(question, "time", "contradiction", sides, weight)
        if finding:
            yield finding


def _dated(line: Line) -> Iterator[_Dated]:
    """The dates of the line outside quotations, each with the event it stands beside."""
    if not _DATED.search(line.plain):
        return
    for moment in moments(line.plain):
        before, after = line.plain[: moment.start], _ASIDE.sub(" ", line.plain[moment.end :])
        if moment.weekday:
            if _SAID.search(before) or _SAID_AFTER.match(after):
                continue
        elif moment.hour is not None or _VAGUE.search(before):
            continue
        start = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
        end = next((m.start() for m in _CLAUSE.finditer(after)), len(after))
        near = f"{before[start:][-_NEAR:]} {after[:end][:_NEAR]}"
        event = next((name for name, words in _EVENTS if words.search(near)), None)
        if event:
            told = concepts(f"{before[start:]} {after[:end]}")
            yield _Dated(
                line, moment, _years(moment), event, frozenset(s for s in told if not s[0].isdigit())
            )


def _years(moment: Moment) -> tuple[int, int] | None:
    """The years that a bare year or decade leaves possible, both included."""
    decade = re.match(r"(\d{3}0)['’]?s$", moment.text)
    if decade:
        year = int(decade[1])
        return year, year + (99 if year % 100 == 0 else 9)
    return (moment.year, moment.year) if moment.year and not moment.month else None


def _differ(a: _Dated, b: _Dated) -> bool:
    x, y = a.years, b.years
    if x and y:
        return x[1] < y[0] or y[1] < x[0]
    p, q = a.moment, b.moment
    if p.day and q.day and p.month and q.month:
        return (p.month, p.day) != (q.month, q.day) and (p.year or q.year) == (q.year or p.year)
    if p.weekday and q.weekday and not p.day and not q.day:
        apart = (WEEKDAYS.index(p.weekday) - WEEKDAYS.index(q.weekday)) % 7
        zoned = _ZONE.search(a.line.plain) or _ZONE.search(b.line.plain)
        return apart != 0 and not (apart in (1, 6) and zoned)
    return False


def _one_event(field: Field, a: _Dated, b: _Dated) -> bool:
    """Whether two dates of one kind of event, told by two origins, are of one event."""
    common, like = a.stems & b.stems, field.shared(a.stems, b.stems)
    if a.years:
        return len(common) >= 1 and like >= _LIKE_YEAR
    return len(common) >= 4 and like >= _LIKE_DAY


def _agree(field: Field, x: _Dated, y: _Dated) -> bool:
    return x.event == y.event and x.moment.agrees(y.moment) and field.shared(x.stems, y.stems) >= _LIKE_DAY


def _question(field: Field, a: _Dated, b: _Dated) -> str:
    """The clause of the line that is not a quotation, without its date."""
    dated = b if a.line.text[:1] in "“\"‘'" else a
    date = re.escape(dated.moment.text)
    bare = re.sub(rf"{_LEADING}{date},?\s*", "", dated.line.text, flags=re.IGNORECASE)
    return f"When {clause(field, bare)}"
