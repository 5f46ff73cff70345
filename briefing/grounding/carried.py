"""What a text has that its evidence lacks: numbers, dates, names, quoted strings, in any written form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from briefing.grounding.dates import Moment, moments, resolve
from briefing.grounding.names import Name, names
from briefing.grounding.namesakes import Spelt, among, key, same, spelt
from briefing.grounding.numbers import Quantity, quantities
from briefing.grounding.numerals import VAGUE
from briefing.grounding.quotations import Quotation, outside, quotations
from briefing.grounding.verbatim import stands
from briefing.words import stem

_TOLERANCE = 0.01  # "one in three" is 33 %
_ONE = re.compile(
    r"(?<!\w)(?:an?|single|sole|lone|only|another|one)\s+(?:[\w-]+\s+){0,3}?([\w-]+)", re.IGNORECASE
)
_TWO = re.compile(r"(?<!\w)(?:both|pair|couple|twins?|duo|double[ds]?|twice)(?!\w)", re.IGNORECASE)
_GROUPS = {"three": "trio|threesome|triplets", "four": "quartet|foursome|quadruplets", "five": "quintet"}
_HANDLE = re.compile(r"@(\w+)")
_CAMEL = re.compile(r"[A-Z][a-z]+")
_VAGUE = re.compile("|".join(VAGUE), re.IGNORECASE)
_ABBREVIATION = re.compile(r"([A-Z][a-z]{2,4})\.")


def missing_quotations(text: str, evidence: Sequence[str]) -> tuple[Quotation, ...]:
    """Quoted strings that no sentence of the evidence has verbatim, shapes of marks and case apart."""
    return tuple(q for q in quotations(text) if not stands(q.text, evidence))


def missing_numbers(text: str, evidence: Sequence[str]) -> tuple[Quantity, ...]:
    """Numbers outside the quotation marks that no sentence of the evidence has."""
    wanted = quantities(outside(text))
    if not wanted:
        return ()
    shown = _distinct(evidence)
    years = {m.year for e in evidence for m in moments(e)}
    joined = " ".join(evidence)
    return tuple(
        q for q in wanted if not matches(q, shown) and q.value not in years and not _small(q, text, joined)
    )


def displaced(text: str, evidence: Sequence[str]) -> tuple[Quantity, ...]:
    """Numbers that the evidence has of other things only, while it counts these things otherwise.

    "Five workers" rests on no "two workers" beside "five cranes".
    """
    shown = _distinct(evidence)
    found = []
    for quantity in quantities(outside(text)):
        alike = matches(quantity, shown)
        others = [q for q in shown if q.unit == quantity.unit and q.kind == quantity.kind and q not in alike]
        if quantity.unit and alike and others and all(q.unit != quantity.unit for q in alike):
            found.append(quantity)
    return tuple(found)


def sharpened(text: str, evidence: Sequence[str]) -> tuple[Quantity, ...]:
    """Numbers given as exact, or bounded the other way, that the evidence has only with a bound ("up to")."""
    shown = _distinct(evidence)
    found = []
    for quantity in quantities(outside(text)):
        bounds = {q.bound for q in matches(quantity, shown)}
        other = {"least": "most", "most": "least"}.get(quantity.bound)
        if bounds and ((quantity.bound == "exact" and "exact" not in bounds) or bounds == {other}):
            found.append(quantity)
    return tuple(found)


def matches(quantity: Quantity, shown: Iterable[Quantity]) -> list[Quantity]:
    """Those of the numbers shown that can be this one: of one worth, one currency or share."""
    return [q for q in shown if _worth(quantity, q)]


def missing_moments(
    text: str, evidence: Sequence[str], published: Sequence[datetime | None] = ()
) -> tuple[Moment, ...]:
    """Dates and times outside the quotation marks that no sentence of the evidence has.

    A relative date or a weekday of the evidence carries the absolute one that the publication
    date of its source (`published`, in the order of `evidence`) makes of it.
    """
    wanted = moments(outside(text))
    if not wanted:
        return ()
    dated = [(e, day) for e, day in zip(evidence, published, strict=False) if day]
    shown = [m for e in evidence for m in moments(e)]
    meant = [m for e, day in dated for m in resolve(e, day)]
    years = {m.year for m in [*shown, *meant]} | {day.year for _, day in dated}
    numbers = {q.value for e in evidence for q in quantities(e)}
    return tuple(m for m in wanted if not _told(m, [*shown, *meant], years) and m.year not in numbers)


def missing_names(text: str, evidence: Sequence[str]) -> tuple[Name, ...]:
    """Names outside the quotation marks that the evidence has in no written form."""
    wanted = names(outside(text))
    if not wanted:
        return ()
    shown = list(dict.fromkeys(n.text for e in evidence for n in names(e)))
    words = spelt(" ".join((*evidence, *_handles(evidence))))
    prefixes = tuple(p.lower() for e in evidence for p in _ABBREVIATION.findall(e))
    return tuple(n for n in wanted if not named(n.text, shown, words, prefixes))


def _handles(evidence: Sequence[str]) -> list[str]:
    """The words of "@AdaOno"."""
    return [word for e in evidence for handle in _HANDLE.findall(e) for word in _CAMEL.findall(handle)]


def named(name: str, shown: Sequence[str], words: Spelt, prefixes: tuple[str, ...] = ()) -> bool:
    """Whether a name stands in the evidence, given its names and its words."""
    if among(name, words) or any(same(name, other) for other in shown):
        return True
    parts = re.findall(r"[^\W_]+", name.lower())
    if prefixes and all(key(p) in words or p.startswith(prefixes) for p in parts):
        return True
    return "-" in name and all(named(part, shown, words) for part in name.split("-") if part)


def _distinct(evidence: Sequence[str]) -> list[Quantity]:
    """The numbers of the evidence, each worth, unit and bound once."""
    return list({(q.value, q.unit, q.kind, q.bound): q for e in evidence for q in quantities(e)}.values())


def _worth(a: Quantity, b: Quantity) -> bool:
    shares = {"percent", "fraction"}
    if (a.kind in shares) != (b.kind in shares):
        return False
    if a.kind == b.kind == "money" and a.unit != b.unit:
        return False
    if a.kind == "money" and b.kind != "money" and b.unit:
        return False
    if _VAGUE.match(a.text):
        return a.value <= b.value < 100 * a.value
    if a.kind == "fraction" or b.kind == "fraction":
        return abs(a.value - b.value) <= 100 * _TOLERANCE
    return a.value == b.value


def _small(quantity: Quantity, text: str, evidence: str) -> bool:
    """Whether "one", "two" or "three" is told by an article, by "both", "trio", or counts what was named."""
    if quantity.text.lower() == "first":
        return True
    if quantity.text.lower() == "two":
        named_before = text[: quantity.start].lower().endswith(("the ", "these ", "those ", "other "))
        return named_before or bool(_TWO.search(evidence))
    if group := _GROUPS.get(quantity.text.lower()):
        return re.search(rf"\b(?:{group})\b", evidence, re.IGNORECASE) is not None
    if quantity.text.lower() != "one":
        return False
    return any(quantity.unit in ("", stem(m.group(1).lower())) for m in _ONE.finditer(evidence))


def _told(moment: Moment, shown: Sequence[Moment], years: set[int | None]) -> bool:
    """Whether every part of the moment is told: day and month by one moment, the rest by any."""
    if moment.year is not None and moment.year not in years:
        return False
    if moment.weekday and moment.weekday not in {m.weekday for m in shown}:
        return False
    if moment.month and not any(
        m.month == moment.month and (moment.day is None or m.day == moment.day) for m in shown
    ):
        return False
    return moment.hour is None or any(
        m.hour == moment.hour and (moment.minute or 0) == (m.minute or 0) for m in shown
    )
