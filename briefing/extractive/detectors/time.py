"""When it happened: one event, dated differently by two origins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.parties import SAYING
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause
from briefing.grounding.dates import WEEKDAYS, Moment, moments

_EVENTS = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        ("law", r"passed|enacted|became (?:\w+ ){0,2}law|signed into law|law (?:was )?passed|formally established|legali[sz]ed|ratified"),
        ("founded", r"founded|set up|created|opened|launched|dates? (?:back )?to|began|started|introduced|established|originated"),
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
_SAID = re.compile(rf"\b(?:{SAYING}|reported|statement|told reporters)\W+(?:on\W+|late\W+|early\W+)?$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"^\W+(?:that\W+|\w+\W+){{0,2}}(?:{SAYING}|reported)\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:local time|GMT|UTC|overnight|midnight|eastern|pacific|early|late)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:about|around|circa|early|late|mid|before|after|until|since|by|from|next|last|every|each)[\s-]+(?:the\s+)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:.]\s|, (?:but|and|while|which|who|although)\s|\s(?:but|although|while)\s|\s[—–-]\s")
_ASIDE = re.compile(r"\s[—–-]\s[^—–]{3,90}\s[—–-]\s")
_LEADING = r"(?:\b(?:on|in|since|by|last|early|late|the|of|back to)\s+)*"


@dataclass(frozen=True, slots=True, eq=False)
class _Dated:
    line: Line
    moment: Moment
    event: str
    stems: frozenset[str]


def detect(field: Field) -> Iterator[Finding]:
    """The first pair of each event whose dates cannot both be right."""
    yield from _news(field)
    dated = [d for line in field.lines for d in _dated(line)]
    seen: set[frozenset[Line]] = set()
    for i, a in enumerate(dated):
        for b in dated[i + 1 :]:
            if a.line.origin == b.line.origin or not _differ(a, b) or not _same_event(field, a, b):
                continue
            sides = [[x.line for x in dated if _sides_with(field, x, y)] for y in (a, b)]
            sides = [[y.line, *side] for y, side in zip((a, b), sides, strict=True)]
            finding = Finding.of(
                _question(field, a), "time", "contradiction", sides, field.closeness(a.line) + field.closeness(b.line)
            )
            if finding and not any(seen_ & set(s for side in finding.sides for s in side) for seen_ in seen):
                seen.add(frozenset(s for side in finding.sides for s in side))
                yield finding


def _news(field: Field) -> Iterator[Finding]:
    """A matter that first came out now in one origin, and was long known in another."""
    fresh = [line for line in field.lines if _FIRST.search(line.plain)]
    old = [line for line in field.lines if _LONG.search(line.plain)]
    pairs = [
        (field.shared(a.stems, b.stems), i, a, b)
        for i, a in enumerate(fresh)
        for b in old
        if a.origin != b.origin and len(a.stems & b.stems) >= 2
    ]
    if pairs:
        like, _, a, b = max(pairs, key=lambda pair: (pair[0], -pair[1]))
        finding = Finding.of("Since when it was known", "time", "contradiction", ([a], [b]), like + field.closeness(a))
        if finding:
            yield finding


_FIRST = re.compile(
    r"\bfirst (?:surfaced|emerged|came (?:to light|out|forward)|became (?:public|known)|appeared|learned|heard|reported|were made)\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\b(?:(?:known|aware|public|suspected|reported) (?:\w+ )?for (?:\w+ )?(?:years|months|decades)|long (?:known|been known|been aware)|"
    r"(?:years|months|decades) (?:ago|earlier|before)[^.;]{0,40}\b(?:knew|known|aware|told|warned)|knew for (?:\w+ )?(?:years|months))\b",
    re.IGNORECASE,
)


def _dated(line: Line) -> Iterator[_Dated]:
    for moment in moments(line.plain):
        if moment.hour is not None and moment.day is None and not moment.weekday:
            continue
        before, after = line.plain[: moment.start], _ASIDE.sub(" ", line.plain[moment.end :])
        if moment.weekday and (_SAID.search(before) or _SAID_AFTER.search(after)):
            continue
        if not moment.weekday and _VAGUE.search(before):
            continue
        start = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
        end = next((m.start() for m in _CLAUSE.finditer(after)), len(after))
        segment = before[start:] + " " + after[:end]
        near = before[start:][-60:] + " " + after[:end][:60]
        events = [name for name, words in _EVENTS if words.search(near)]
        if events:
            told = concepts(segment) - concepts(" ".join(WEEKDAYS))
            yield _Dated(line, moment, events[0], frozenset(s for s in told if not s[0].isdigit()))


def _span(moment: Moment) -> tuple[int, int] | None:
    if moment.year is not None and moment.month is None:
        return moment.year, moment.year
    decade = re.match(r"(\d{3}0)['’]?s$", moment.text)
    if decade:
        year = int(decade[1])
        return year, year + (99 if year % 100 == 0 else 9)
    return None


def _differ(a: _Dated, b: _Dated) -> bool:
    x, y = _span(a.moment), _span(b.moment)
    if x and y:
        return x[1] < y[0] or y[1] < x[0]
    p, q = a.moment, b.moment
    if p.weekday and q.weekday and p.day is None and q.day is None:
        apart = (WEEKDAYS.index(p.weekday) - WEEKDAYS.index(q.weekday)) % 7
        zoned = _ZONE.search(a.line.plain) or _ZONE.search(b.line.plain)
        return apart != 0 and not (apart in (1, 6) and zoned)
    if p.month and q.month and p.day and q.day and not (p.year and q.year and p.year != q.year):
        return (p.month, p.day) != (q.month, q.day)
    return False


def _same_event(field: Field, a: _Dated, b: _Dated) -> bool:
    if a.event != b.event:
        return False
    common = a.stems & b.stems
    if _span(a.moment):
        return len(common) >= 1 and field.shared(a.stems, b.stems) >= 0.15
    return len(common) >= 4 and field.shared(a.stems, b.stems) >= 0.3


def _sides_with(field: Field, x: _Dated, y: _Dated) -> bool:
    return x is y or (x.event == y.event and x.moment.agrees(y.moment) and _same_event(field, x, y))


def _question(field: Field, dated: _Dated) -> str:
    plain = dated.line.text
    bare = re.sub(rf"{_LEADING}{re.escape(dated.moment.text)},?\s*", "", plain, flags=re.IGNORECASE)
    return f"When {clause(field, bare)}"
