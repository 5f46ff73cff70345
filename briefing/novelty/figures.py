"""Figures with what they count or measure: those of a line that stand for a whole, now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.extractive.detectors import amount
from briefing.grounding import Quantity, quantities
from briefing.lines import measures
from briefing.lines.clause import clause
from briefing.lines.corpus import Line
from briefing.lines.thesaurus import concepts, sequence
from briefing.words import stem

_PART = re.compile(
    r"\b(?:including|among (?:them|whom)|another|further|more|other|additional|every|each|per|first|last|"
    r"next|from|between|previous\w*|earlier|since|aged?|number|no\.)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
"""Before a figure that counts only a part, a change, an age or a span, or that is of another time; a guess
may be news."""
_TO = re.compile(r"\b(?:from|up from|down from)\s+\S+(?:\s\S+)?\s+to\s+$", re.IGNORECASE)
"""What a figure has risen or fallen to is the figure of today."""
_REST = re.compile(
    r"\s(?:of (?:them|those|these|whom)|more|others?|further|additional|to \d|or \d)\b|" + measures.RATED,
    re.IGNORECASE,
)
"""After a figure that counts only a part, or is a range, an age or a rate."""
_PAST = re.compile(
    r"\b(?:(?:last|prior|previous) (?:year|half|quarter|month|week)|a year (?:ago|earlier)|at the time|"
    r"then|ever|record)\b",
    re.I,
)
"""A line that compares with, or tells of, another time than its own."""
TOLLS = measures.TOLLS | concepts("ill homeless infected")
_DEAD = next(iter(concepts("dead")))
_TABLE = re.compile(r"\bvs\b|\bversus\b|\d\s+\d[\d,.]*\s+\d")
"""A row of a table: what its figures count stands elsewhere."""
_MANY = 8
"""Figures at most in a line that is no table: a bound on what is compared. 6, 10 and 99 change nothing."""
_TOTAL = re.compile(r"\bnumber of (?:\w+ )?(\w+s|people|men|women|children)\b", re.IGNORECASE)
"""Before a figure: what it counts, where no noun follows."""
_BARE = re.compile(r"\s(?:are|were|is|was|have|has|had|remain(?:ed)?|still)\b")
"""After a figure without a noun, which counts what the figure before it counts: "and 19 are waiting"."""
_TOLL = re.compile(r"\b(?:death )?toll\b|\blives\b|\bbod(?:y|ies)\b", re.IGNORECASE)
_ANYONE = amount.ANYONE | concepts("body life") | {"toll", "dead"}
_ORDINARY = amount.ORDINARY | concepts("rise rose climb")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = 3
"""Words after a figure among which is the noun that it counts."""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure with what it counts.

    `frame` is what makes two figures comparable: a toll ("dead"), a unit or a noun. `noun` is the concept
    counted, "" for people, shares and money, and `word` it as it is written. `about` are the concepts
    of its clause; `tail` is the text after it, up to a preposition or a stop.
    """

    line: Line
    quantity: Quantity
    frame: str
    noun: str
    word: str
    about: frozenset[str]
    tail: str


@lru_cache(maxsize=1 << 12)
def figures(line: Line) -> tuple[Figure, ...]:
    """The figures of a line, except those of a part, a change or a rate, or of another time."""
    return tuple(_read(line))


def _read(line: Line) -> Iterator[Figure]:
    if _PAST.search(line.plain) or _TABLE.search(line.plain) or len(quantities(line.plain)) > _MANY:
        return
    noun = frame = word = ""
    for quantity in quantities(line.plain):
        before, after = clause(line.plain, quantity.start, quantity.end)
        part = _PART.search(before) and not _TO.search(before)
        if quantity.kind in ("ordinal", "fraction") or part or _REST.match(after):
            continue
        if not (frame and _BARE.match(after)):  # "three ships left, and 19 are waiting"
            frame, noun = _frame(quantity, before, after)
            word = _counted(quantity, before, after)
        if frame:
            about = frozenset(c for c in concepts(f"{before} {after}") if not c[0].isdigit()) - _ORDINARY
            tail = measures.TAIL.sub("", after).strip() if after[:1] == " " else ""
            yield Figure(line, quantity, frame, noun, word, about - {noun}, tail)


def _frame(quantity: Quantity, before: str, after: str) -> tuple[str, str]:
    """The frame of a figure and its noun; two empty strings where it counts and measures nothing."""
    if quantity.kind in ("percent", "money") or quantity.unit in measures.MONEY:
        return quantity.unit, ""
    if measure := measures.dimension(quantity.unit, after):
        return ("", "") if measure == "time" else (measure, quantity.unit)
    total = _TOTAL.search(before)
    noun = next(iter(concepts(total[1] if total else quantity.unit)), "")
    if toll := _toll(before, after):
        return toll, "" if noun in _ANYONE or noun in TOLLS or not _counts(quantity, after) else noun
    return (noun, noun) if noun and noun not in _ANYONE else ("", "")


def _toll(before: str, after: str) -> str:
    """The toll that a figure counts, by the nearest word of one: after the figure, else before it."""
    for words, said in ((sequence(after), after), (sequence(before)[::-1], before)):
        named = _DEAD if _TOLL.search(said) else ""
        if toll := next((word for word in words if word in TOLLS), named):
            return toll
    return ""


def _counted(quantity: Quantity, before: str, after: str) -> str:
    """The noun that is counted, as it is written."""
    if total := _TOTAL.search(before):
        return total[1].lower()
    words = (word.lower() for word in _WORD.findall(after)[:_NEXT])
    return next((word for word in words if stem(word) == quantity.unit), quantity.unit)


def _counts(quantity: Quantity, after: str) -> bool:
    """Whether the word right after the figure is the noun that it counts."""
    match = _WORD.search(after)
    return match is not None and after[: match.start()] in (" ", "-") and quantity.unit != ""
