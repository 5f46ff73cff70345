"""Marks: figures and days so particular that two sentences which share one are likely to tell one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal

from briefing.grounding import Quantity, quantities
from briefing.grounding.dates import moments
from briefing.plain import dateline
from briefing.types import Sentence

Mark = Decimal | tuple[Decimal, str] | tuple[int | None, int]
"""A figure; a figure and what it counts, in small or round numbers; or a month and its day."""

_DIGITS = 2
"""Of a figure that marks whatever it counts, zeros at its ends apart: tens are given of many things. On 79
groups of news that no rule had seen, seven of the eight citations that small and round ones add say the
point."""
_OFTEN = 2
"""Sentences of one origin that may have a mark: what stands in more is told of everything, as an age is."""


def marks(sentences: Sequence[Sentence], origin_of: Callable[[str], str]) -> tuple[frozenset[Mark], ...]:
    """For each sentence of a story the marks that no origin has often."""
    origins = [origin_of(s.span.source) for s in sentences]
    found = [_particular(s.text) for s in sentences]
    times = Counter((origin, mark) for origin, own in zip(origins, found, strict=True) for mark in own)
    often = {mark for (_, mark), count in times.items() if count > _OFTEN}
    return tuple(own - often for own in found)


def _particular(text: str) -> frozenset[Mark]:
    report = text[dateline(text) :]
    days = ((m.month, m.day) for m in moments(report) if m.day)
    return frozenset([*(mark for q in quantities(report) if (mark := _figure(q))), *days])


def _figure(quantity: Quantity) -> Mark | None:
    """The figure alone where it has digits enough; else with what it counts, if that is told."""
    if len(f"{quantity.value:f}".replace(".", "").strip("0")) >= _DIGITS:
        return quantity.value
    return (quantity.value, quantity.unit) if quantity.unit else None
