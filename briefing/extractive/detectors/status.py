"""Where things stand: open or told, given up or in use, under way or still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.finding import Finding
from briefing.grounding import quantities
from briefing.grounding.dates import moments
from briefing.lines.corpus import Corpus, Line
from briefing.lines.question import whether
from briefing.lines.thesaurus import concepts, sequence
from briefing.types import Kind

_UNKNOWN = re.compile(
    r"\b(?:(?:is|was|are|were|remain\w*) (?:still )?(?:unclear|unknown|uncertain|undisclosed|undecided|"
    r"unspecified)|"
    r"(?:is|was|are|were) (?:still )?not (?:yet )?known|"
    r"(?:it|which) (?:is|was) (?:not (?:yet |immediately )?(?:clear|known)|unclear|unknown)|"
    r"(?:has|have|had|was|were|been)(?: not|n['’]t) (?:yet )?(?:been )?"
    r"(?:disclosed|released|specified|announced|determined|decided|identified|named|set)|"
    r"(?:did|does|do|has|have|would|could)(?: not|n['’]t) (?:specify|disclose|reveal|identify|name|"
    r"(?:give|provide) any)|"
    r"nor did \w+ (?:specify|disclose|reveal|give|provide|say)(?: any)?|"
    r"(?:declined|refused) to (?:specify|disclose|name|identify|reveal|give)|"
    r"no (?:details|hint|indication) (?:of|on|about|as to))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;.]\s|\s[—–-]\s|, (?:but|and|while|nor)\s")
_AMOUNT = re.compile(r"\b(cost|price|toll|amount|number|size|total|value|salary|budget)s?\b", re.IGNORECASE)
_HINT = concepts("hint detail word indication")
_FORMER = re.compile(
    r"\b(?:former|disused|defunct|abandoned|one-time)\s+(?P<noun>(?:\w+ )?\w+ (?:site|base|plant|"
    r"facility|factory|"
    r"headquarters|home|school|prison|mine|airport|station|warehouse|camp|building|hotel|church|hospital|"
    r"mill|"
    r"refinery|laboratory|reactor|depot))\b"
)
_ONGOING = re.compile(r"\b(?:ongoing|under ?way|in progress|continuing)\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:scheduled|upcoming|planned|due to|will (?:be held|meet|begin|start)|is to meet|set to|"
    r"next (?:week|month|\w+day)|yet to (?:begin|start))\b",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\bno (?P<thing>date|deadline|timetable|site|venue|location) (?:has |had |was |is )?(?:yet )?(?:been )?"
    r"(?:set|fixed|given|named|chosen|announced|agreed)\b|"
    r"(?:not (?:yet )?(?:\w+ )?(?:known|clear|decided|said|say|settled|set|chosen)|un(?:known|clear|decided)|"
    r"(?:nobody|no one) (?:knows|can say)|a mystery|a riddle)\s(?:\w+\s){0,2}?(?P<ask>when|where)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:in|at|near|outside|on|off) (?:the )?(?:[a-z]+ )?[A-ZÀ-Þ]\w+")
_DATED = re.compile(
    r"\b(?:by the end of|at once|immediately|next (?:week|month|year|spring|summer|autumn|winter))\b"
)
_MARKED = re.compile(
    "|".join(p.pattern for p in (_UNKNOWN, _FORMER, _ONGOING)) + "|" + _MISSING.pattern, re.IGNORECASE
)
_SHORT = 5
"""Concepts of a clause that asks when or where: of a longer one the verb is not the last. With 4 nothing
changes, with 6 two wrong flags are added."""
_LIKE = 0.3
"""How alike two lines are that both leave one thing open, and so do not differ. From .2 to .45 nothing
changes; at 0 two gold tensions are missed, and without the rule one."""
_OPEN, _TOLD = 2, 0.7
"""Concepts of what is open that a line has at least to tell it, and their share. With 1 eight flags are
added, at .55 six; 3, and shares up to .95, change nothing."""
_COMMON, _NEAR = 3, 60
"""Concepts that a line shares with one that calls an amount unknown, a place former or a thing under way, and
characters within which these words stand together. A guess: the groups have 18 such lines; with 2, 45 or 80
nothing changes, with 4 a citation."""
_MATTER = 2
"""Concepts that a question of when or where shares with its answer: 1 adds a flag, 3 loses none."""
_STAGED = concepts("talks trial investigation war strike election evacuation search protest")


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Each line that leaves something open, calls it former or under way, beside lines that do not."""
    marked = [line for line in corpus.lines if _MARKED.search(line.plain)]
    for line in marked:
        alike = {x.origin for x in marked if corpus.shared(x.stems, line.stems) >= _LIKE}
        told_by: tuple[tuple[Kind, list[Line]], ...] = (
            ("status", _disclosed(corpus, line)),
            ("number", _priced(corpus, line)),
            ("status", _in_use(corpus, line)),
            ("status", _to_come(corpus, line)),
            ("status", _answered(corpus, line)),
        )
        for kind, told in told_by:
            yield from _findings(corpus, line, kind, [x for x in told if x.origin not in alike])


def _findings(corpus: Corpus, line: Line, kind: Kind, told: list[Line]) -> Iterator[Finding]:
    told.sort(key=lambda other: -corpus.shared(line.stems, other.stems))
    amount = _AMOUNT.search(line.plain) if kind == "number" else None
    question = f"What the {amount[1]} is" if amount else whether(corpus, line.text)
    if told:
        yield from Finding.between(question, kind, "tension", ([line], told), corpus.closeness(line))


def _disclosed(corpus: Corpus, line: Line) -> list[Line]:
    """Lines that tell what this one says is not told."""
    match = _UNKNOWN.search(line.plain)
    if match is None or line.plain[match.end() : match.end() + 1] == ",":  # an aside: the rest is known
        return []
    open_ = concepts(_CLAUSE.split(line.plain[match.end() :])[0]) - _HINT
    return [
        other
        for other in corpus.lines
        if len(open_ & other.stems) >= _OPEN
        and corpus.covered(open_, other.stems) >= _TOLD
        and not _UNKNOWN.search(other.plain)
    ]


def _priced(corpus: Corpus, line: Line) -> list[Line]:
    """Lines with a figure for the amount that this one calls unknown."""
    match = _UNKNOWN.search(line.plain)
    beside = line.plain[max(0, match.start() - _NEAR) : match.end() + _NEAR] if match else ""
    amount = _AMOUNT.search(beside)
    if amount is None:
        return []
    named = re.compile(rf"\b{amount[1]}s?\b", re.IGNORECASE)
    return [
        other
        for other in corpus.lines
        if len(line.stems & other.stems) >= _COMMON
        and not _UNKNOWN.search(other.plain)
        and _has_figure(other.plain, named)
    ]


def _has_figure(text: str, named: re.Pattern[str]) -> bool:
    """Whether a figure stands near the first mention of what is named."""
    at = named.search(text)
    return at is not None and any(
        quantity.kind != "ordinal" and abs(quantity.start - at.start()) < _NEAR
        for quantity in quantities(text)
    )


def _in_use(corpus: Corpus, line: Line) -> list[Line]:
    """Lines for which the place that this one calls former is none."""
    match = _FORMER.search(line.plain)
    noun = concepts(match["noun"]) if match else frozenset()
    return [
        other
        for other in corpus.lines
        if len(noun) > 1 and noun <= other.stems and len(line.stems & other.stems) >= _COMMON
        if not _FORMER.search(other.plain)
    ]


def _to_come(corpus: Corpus, line: Line) -> list[Line]:
    """Lines for which what this one has under way is still to come."""
    match = _ONGOING.search(line.plain)
    staged = concepts(line.plain[match.start() : match.end() + _NEAR]) & _STAGED if match else frozenset()
    return [
        other
        for other in corpus.lines
        if staged
        and len(line.stems & other.stems) >= _COMMON
        and not _ONGOING.search(other.plain)
        and _is_coming(other.plain, staged)
    ]


def _is_coming(text: str, staged: frozenset[str]) -> bool:
    """Whether one of these stands after the first words that tell of a time to come."""
    at = _COMING.search(text)
    return at is not None and bool(staged & concepts(text[at.start() : at.end() + _NEAR]))


def _answered(corpus: Corpus, line: Line) -> list[Line]:
    """Lines that tell the day or the place that this one says is not known."""
    match = _MISSING.search(line.plain)
    if match is None:
        return []
    asked = (match["thing"] or match["ask"]).lower()
    clause = sequence(_CLAUSE.split(line.plain[match.end() :].rstrip("."))[0].split(",")[0])
    matter = frozenset(clause) | concepts(line.plain[: match.start()])
    if len(matter) < 2:  # "No date has been set for it."
        matter = matter.union(*(x.stems for x in corpus.before(line, 1)))
    told = [
        other
        for other in corpus.lines
        if 0 < len(clause) <= _SHORT
        and clause[-1] in other.stems
        and not (_UNKNOWN.search(other.plain) or _MISSING.search(other.plain))
        if len(matter & other.stems.union(*(x.stems for x in corpus.before(other, 1)))) >= _MATTER
        and _tells(asked, other.plain)
    ]
    return told if line.origin not in {other.origin for other in told} else []  # it tells both


def _tells(asked: str, text: str) -> bool:
    if asked in ("date", "deadline", "timetable", "when"):
        return bool(_DATED.search(text)) or any(m.year or m.month or m.weekday for m in moments(text))
    return _PLACED.search(text) is not None
