"""The verdict of the rules: what is wrong with a statement, seen from its cited sentences alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal

from briefing.grounding.answers import answered
from briefing.grounding.attribution import silent, swapped, unnamed
from briefing.grounding.carried import (
    displaced,
    missing_moments,
    missing_names,
    missing_numbers,
    missing_quotations,
    sharpened,
)
from briefing.grounding.dates import relative
from briefing.grounding.hedges import hardened
from briefing.grounding.loaded import loaded
from briefing.grounding.negation import denials, polarity_conflict
from briefing.grounding.partisan import bare
from briefing.grounding.person import person
from briefing.grounding.quotations import outside
from briefing.grounding.verbatim import is_one_of
from briefing.grounding.vouching import vouching
from briefing.plain import is_marked_up, marked_up
from briefing.words import matching_key, stems

FaultKind = Literal[
    "number",
    "date",
    "name",
    "quotation",
    "negation",
    "hedge",
    "speaker",
    "loaded",
    "relative_date",
    "address",
    "wording",
    "person",
    "vouching",
]

LEAST_OVERLAP = 1 / 3
"""Share of a statement's content words that its evidence has at the least: of 1,510 statements of capable
readers on news (development cases) none has less than a half."""
_SHOWN = 3
"""Denials of each side that a fault names."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that the evidence does not carry; `detail` names it, for a reader and for a re-ask.

    `words` are those of a quotation that is not verbatim.
    """

    kind: FaultKind
    detail: str
    words: str = ""


def faults(
    text: str,
    evidence: Sequence[str],
    *,
    attributed_to: str | None = None,
    published: Sequence[datetime | None] = (),
) -> tuple[Fault, ...]:
    """Every fault of a statement against its cited sentences (whole sentences, in any order).

    `published` gives the date of each sentence's source. A verbatim sentence can only be loaded,
    relatively dated, or given to the wrong speaker.
    """
    return _faults(text, answered(evidence), attributed_to, tuple(published))


@lru_cache(maxsize=1 << 10)  # a reply is checked before it is taken, and again when it is settled
def _faults(
    text: str, evidence: tuple[str, ...], attributed_to: str | None, published: tuple[datetime | None, ...]
) -> tuple[Fault, ...]:
    own = list(unfounded(text, evidence, published))
    if not is_one_of(text, evidence):
        own += _turned(text, evidence)
        own += _misattributed(text, evidence, attributed_to)
    if attributed_to and unnamed(attributed_to, evidence):
        own.append(Fault("speaker", f"{attributed_to} is not named in the evidence"))
    return tuple(own)


def unfounded(
    text: str, evidence: Sequence[str], published: Sequence[datetime | None] = ()
) -> tuple[Fault, ...]:
    """Those faults that do not depend on what the statement denies, hedges or gives to whom."""
    lacking = () if is_one_of(text, evidence) else _lacking(text, evidence, published)
    return (*_wording(text, evidence), *lacking)


def content_overlap(text: str, evidence: Sequence[str]) -> float:
    """Share of the text's distinct content stems that the evidence has; 0 where the text has none."""
    wanted = set(stems(text))
    return len(wanted.intersection(s for e in evidence for s in stems(e))) / len(wanted) if wanted else 0.0


def _wording(text: str, evidence: Sequence[str]) -> Iterator[Fault]:
    for term in loaded(text):
        yield Fault("loaded", f"“{term}” outside quotation marks")
    if word := person(text):
        yield Fault("person", f"“{word}” outside quotation marks: a brief has no “I” and no “you”")
    if word := vouching(text):
        yield Fault("vouching", f"“{word}” outside quotation marks: write who says so")
    for start, end in relative(text, evidence):
        yield Fault("relative_date", f"“{text[start:end]}” outside quotation marks")
    if piece := marked_up(outside(text)):
        yield Fault("address", f"“{piece}” is an address, markup or code, outside quotation marks")


def _lacking(text: str, evidence: Sequence[str], published: Sequence[datetime | None]) -> Iterator[Fault]:
    if content_overlap(text, evidence) < LEAST_OVERLAP:
        yield Fault("wording", "the evidence speaks of something else")
    piece = [e for e in evidence if matching_key(text) in matching_key(e)]
    if all(is_marked_up(e) for e in piece or evidence):
        yield Fault("address", "the evidence has addresses, markup or code in it: it can only be quoted")
    for quotation in missing_quotations(text, evidence):
        yield Fault("quotation", f"“{quotation.text}” is not verbatim in the evidence", quotation.text)
    for quantity in missing_numbers(text, evidence):
        yield Fault("number", f"“{quantity.text}” is not in the evidence")
    for quantity in displaced(text, evidence):
        yield Fault("number", f"“{quantity.text}” counts something else in the evidence")
    for moment in missing_moments(text, evidence, published):
        yield Fault("date", f"“{moment.text}” is not in the evidence")
    for name in missing_names(text, evidence):
        yield Fault("name", f"“{name.text}” is not in the evidence")


def _turned(text: str, evidence: Sequence[str]) -> Iterator[Fault]:
    if polarity_conflict(text, evidence):
        yield Fault("negation", f"a denial is dropped or added: {_denials(text, evidence)}")
    if hardened(text, evidence):
        yield Fault("hedge", "what the evidence hedges is stated as fact")
    for quantity in sharpened(text, evidence):
        yield Fault("hedge", f"“{quantity.text}” is bounded otherwise in the evidence")


def _denials(text: str, evidence: Sequence[str]) -> str:
    """What either side denies; a writer who reads claims does not see the evidence."""
    shown = dict.fromkeys(one for e in evidence for one in denials(e))
    sides = (("the evidence", [*shown][:_SHOWN]), ("the statement", denials(text)[:_SHOWN]))
    return "; ".join(f"{who} has {'“' + '”, “'.join(said) + '”' if said else 'none'}" for who, said in sides)


def _misattributed(text: str, evidence: Sequence[str], attributed_to: str | None) -> Iterator[Fault]:
    if speaker := swapped(text, evidence, attributed_to):
        yield Fault("speaker", f"the evidence gives these words to {speaker}")
    elif idle := silent(text, evidence):
        yield Fault("speaker", f"the evidence speaks of {idle}, and gives these words to somebody else")
    if not attributed_to and (party := bare(text, evidence)):
        yield Fault("speaker", f"{party} says so in the evidence; the statement does not say who")
