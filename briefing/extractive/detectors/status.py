"""Where things stand: open or told, past or present, under way or still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause
from briefing.grounding.numbers import quantities

_UNKNOWN = re.compile(
    r"\b(?:(?:is|was|are|were|remain\w*) (?:still )?(?:unclear|unknown|uncertain|undisclosed|undecided|unspecified)|"
    r"(?:it|which) (?:is|was) (?:not (?:yet |immediately )?(?:clear|known)|unclear|unknown)|"
    r"(?:has|have|had|was|were|been)(?: not|n['’]t) (?:yet )?(?:been )?(?:disclosed|released|specified|announced|determined|decided|identified|named|set)|"
    r"(?:did|does|do|has|have|would|could)(?: not|n['’]t) (?:specify|disclose|reveal|identify|name|give any|provide any)|"
    r"nor did \w+ (?:specify|disclose|reveal|give|provide|say)(?: any)?|"
    r"(?:declined|refused) to (?:specify|disclose|name|identify|reveal|give)|"
    r"no (?:details|hint|indication) (?:of|on|about|as to))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;.]\s|\s[—–-]\s|, (?:but|and|while|nor)\s")
_AMOUNT = re.compile(r"\b(cost|price|toll|amount|number|size|total|value|salary|budget)s?\b", re.IGNORECASE)
_HINT = concepts("hint detail details word indication")
_FORMER = re.compile(
    r"\b(?:former|disused|defunct|abandoned|one-time)\s+(?P<noun>(?:\w+ )?\w+ (?:site|base|plant|facility|factory|headquarters|"
    r"home|school|prison|mine|airport|station|warehouse|camp|building|hotel|church|hospital|mill|refinery|laboratory|reactor|depot))\b"
)
_ONGOING = re.compile(r"\b(?:ongoing|under ?way|in progress|continuing)\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:scheduled|upcoming|planned|due to|will (?:be held|meet|begin|start)|is to meet|set to|next (?:week|month|\w+day)|yet to (?:begin|start))\b",
    re.IGNORECASE,
)
_EVENTS = concepts(
    "talks meeting trial investigation war strike election evacuation search protest trial vote"
)


def detect(field: Field) -> Iterator[Finding]:
    yield from _unknown(field)
    yield from _former(field)
    yield from _ongoing(field)


def _unknown(field: Field) -> Iterator[Finding]:
    for a in field.lines:
        match = _UNKNOWN.search(a.plain)
        if not match:
            continue
        after = _CLAUSE.split(a.plain[match.end() : match.end() + 140])[0]
        told = concepts(after) - _HINT
        amount = _AMOUNT.search(a.plain[max(0, match.start() - 60) : match.end() + 60])
        for b in field.lines:
            if b.origin == a.origin or _UNKNOWN.search(b.plain):
                continue
            common = told & b.stems
            if len(common) >= 2 and field.covered(told, b.stems) >= 0.7 and len(a.stems & b.stems) >= 3:
                yield from _open(field, a, b, "status")
            elif amount and _priced(b, amount[1]) and len(a.stems & b.stems) >= 3:
                yield from _open(field, a, b, "number")


def _open(field: Field, a: Line, b: Line, kind):
    f = Finding.of(
        f"Whether it is known: {clause(field, b.text)}",
        kind,
        "tension",
        ([b], [a]),
        field.closeness(a) + field.shared(a.stems, b.stems),
    )
    if f:
        yield f


def _priced(line: Line, topic: str) -> bool:
    found = re.search(rf"\b{topic}s?\b", line.plain, re.IGNORECASE)
    return found is not None and any(
        abs(q.start - found.start()) < 40 and q.kind in ("money", "number") for q in quantities(line.plain)
    )


def _former(field: Field) -> Iterator[Finding]:
    for a in field.lines:
        match = _FORMER.search(a.plain)
        if not match:
            continue
        noun = concepts(match["noun"])
        like = [
            b
            for b in field.lines
            if b.origin != a.origin
            and len(noun) > 1
            and noun <= b.stems
            and not re.search(r"\bformer\b", b.text)
            and len(a.stems & b.stems) >= 3
        ]
        if like:
            f = Finding.of(
                f"Whether {clause(field, a.text)}", "status", "tension", ([a], like), field.closeness(a)
            )
            if f:
                yield f


def _ongoing(field: Field) -> Iterator[Finding]:
    for a in field.lines:
        m = _ONGOING.search(a.plain)
        if not m:
            continue
        near = concepts(a.plain[m.start() : m.end() + 40]) & _EVENTS
        like = []
        for b in field.lines:
            n = _COMING.search(b.plain)
            if b.origin == a.origin or not n or _ONGOING.search(b.plain):
                continue
            if near & concepts(b.plain[n.start() : n.end() + 40]) and len(a.stems & b.stems) >= 5:
                like.append(b)
        if near and like:
            f = Finding.of(
                f"Whether {clause(field, a.text)}", "status", "tension", ([a], like), field.closeness(a)
            )
            if f:
                yield f
