"""How many or how much: unlike figures for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause, uncapitalised
from briefing.grounding.dates import moments
from briefing.grounding.numbers import Quantity, quantities
from briefing.words import stem

_MOVING = re.compile(
    r"\b(?:rose|risen|rising|climb\w*|grew|growing|increas\w*|so far|at the time|earlier|initial(?:ly)?|"
    r"preliminary|expected|"
    r"forecast|projected|estimat\w+|could|may|might|would|up from|down from|originally|previous(?:ly)?|"
    r"each|per|every|another|"
    r"other|additional|of the|of them)\b",
    re.IGNORECASE,
)
_UNITS = frozenset("year day week month hour minut time age second".split())
_NUMERAL = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?|"
    r"thousands?|"
    r"millions?|billions?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PLURALS = ("people", "men", "women", "children")
_SUBJECT = re.compile(r"(?:[\w'’-]+\s){1,8}[a-z]+(?:ed|t|d|s)")
_SMALL = 10
"""Below this, figures are often of parts that differ: they need a closer likeness."""
_CLAUSE = re.compile(
    r"[;:.]\s|,\s+(?:but|and|while|which|who|although)\s|\s(?:but|although|while)\s|\s[—–-]\s"
)


@dataclass(frozen=True, slots=True, eq=False)
class _Count:
    line: Line
    quantity: Quantity
    low: float
    high: float
    stems: frozenset[str]
    years: frozenset[int]


def detect(field: Field) -> Iterator[Finding]:
    """Pairs of exact or bounded figures for one noun in like clauses that exclude each other."""
    counts = [c for line in field.lines for c in _counts(line)]
    taken: set[Line] = set()
    for i, a in enumerate(counts):
        for b in counts[i + 1 :]:
            if a.line.origin == b.line.origin or a.line in taken or b.line in taken:
                continue
            if not _exclude(a, b) or not _one_thing(field, a, b) or _told_both(counts, a, b):
                continue
            sides = [[y.line, *(x.line for x in counts if x is not y and _same(field, x, y))] for y in (a, b)]
            finding = Finding.of(
                _question(field, a),
                "number",
                "contradiction",
                sides,
                field.closeness(a.line) + field.closeness(b.line),
            )
            if finding:
                taken.update((a.line, b.line))
                yield finding


def _counts(line: Line) -> Iterator[_Count]:
    if not _NUMERAL.search(line.plain):
        return
    years = frozenset(m.year for m in moments(line.plain) if m.year)
    for quantity in quantities(line.plain):
        if quantity.kind in ("ordinal", "fraction") or not quantity.unit or quantity.unit in _UNITS:
            continue
        before, after = line.plain[: quantity.start], line.plain[quantity.end :]
        start = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
        end = next((m.start() for m in _CLAUSE.finditer(after)), len(after))
        segment = before[start:] + " " + after[:end]
        if _MOVING.search(segment):
            continue
        told = frozenset(s for s in concepts(segment) if not s[0].isdigit())
        yield _Count(line, quantity, *_range(quantity), told, years)


def _range(quantity: Quantity) -> tuple[float, float]:
    """The values that the figure leaves possible: a round one stands for what rounds to it."""
    value = float(quantity.value)
    digits = f"{value:.0f}"
    step = 10 ** (len(digits) - len(digits.rstrip("0"))) if value >= 10 else 1
    slack = step / 2 if step > 1 else 0.0
    if quantity.bound == "least":
        return value, float("inf")
    if quantity.bound == "most":
        return 0.0, value
    if quantity.bound == "about":
        slack = max(slack, value * 0.1)
    return value - slack, value + slack


def _exclude(a: _Count, b: _Count) -> bool:
    return a.quantity.unit == b.quantity.unit and (a.high < b.low or b.high < a.low)


def _one_thing(field: Field, a: _Count, b: _Count) -> bool:
    common = (a.stems & b.stems) - concepts(a.quantity.unit)
    least = 0.35 if min(a.quantity.value, b.quantity.value) >= _SMALL else 0.5
    if a.years and b.years and a.years != b.years:
        return False
    return len(common) >= 2 and field.shared(a.stems, b.stems) >= least


def _told_both(counts: list[_Count], a: _Count, b: _Count) -> bool:
    """Whether either source gives the other's figure too."""
    return any(
        x.line.origin == one.line.origin and x.quantity.unit == other.quantity.unit and not _exclude(x, other)
        for one, other in ((a, b), (b, a))
        for x in counts
    )


def _same(field: Field, x: _Count, y: _Count) -> bool:
    return (
        x.quantity.unit == y.quantity.unit
        and x.quantity.value == y.quantity.value
        and _one_thing(field, x, y)
    )


def _question(field: Field, count: _Count) -> str:
    """How many of what, with the subject where the line begins with it."""
    before = count.line.plain[: count.quantity.start].strip()
    after = count.line.plain[count.quantity.end :]
    if count.quantity.kind != "number":
        return f"Whether {clause(field, count.line.text)}"
    noun = ""
    for match in list(_WORD.finditer(after))[:5]:
        noun = after[: match.end()]
        if stem(match[0].lower()) == count.quantity.unit or match[0].lower() in _PLURALS:
            break
    subject = uncapitalised(field, before) if _SUBJECT.fullmatch(before) else ""
    return f"How many {noun.strip(' -')}{'s' if after.startswith('-') else ''} {subject}".strip()
