"""Annotations as they stand in a case's file, made into gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

from briefing.evaluation.gold import AGREED, Difference, Fact, Gold, LookAlike, Side, Weight
from briefing.types import Document, Kind, Span, Strength

Row = Mapping[str, Any]


def annotated(value: Row, documents: Mapping[str, Document]) -> Gold:
    """The gold of one case; `documents` by the names that its spans use.

    Raises KeyError for a missing field, ValueError for a span that is not where it says, and for an
    importance, a strength or a kind that is none.
    """
    return Gold(
        facts=tuple(_fact(row, documents) for row in value.get("facts", ())),
        differences=tuple(_difference(row, documents) for row in value.get("disagreements", ())),
        look_alikes=tuple(_look_alike(row, documents) for row in value.get("not_disagreements", ())),
        markers=tuple(str(marker) for marker in value.get("markers", ())),
    )


def _fact(row: Row, documents: Mapping[str, Document]) -> Fact:
    weight = cast("Weight", _known(row, "importance", get_args(Weight)))
    return Fact(str(row["id"]), str(row["statement"]), weight, _spans(row, documents))


def _difference(row: Row, documents: Mapping[str, Document]) -> Difference:
    sides = tuple(Side(str(s["position"]), _spans(s, documents)) for s in row["sides"])
    if len(sides) < 2:
        raise ValueError(f"{row['id']}: a disagreement has two sides or more")
    kind, strength = _known(row, "kind", get_args(Kind)), _known(row, "strength", get_args(Strength))
    readers = int(row.get("readers", AGREED))
    return Difference(str(row["id"]), str(row["topic"]), kind, strength, sides, readers)


def _look_alike(row: Row, documents: Mapping[str, Document]) -> LookAlike:
    contested = bool(row.get("contested", False))
    return LookAlike(str(row["id"]), str(row["why"]), _spans(row, documents), contested)


def _known(row: Row, field: str, allowed: Sequence[str]) -> str:
    """The value of this field, one of those allowed: misspelt, it would count as another or as none."""
    if row[field] not in allowed:
        raise ValueError(f"{row['id']}: {field} is {row[field]!r}: it must be one of {', '.join(allowed)}")
    return str(row[field])


def _spans(row: Row, documents: Mapping[str, Document]) -> tuple[Span, ...]:
    return tuple(_span(span, documents[str(span["doc"])]) for span in row["spans"])


def _span(row: Row, document: Document) -> Span:
    quote = str(row["quote"])
    if "start" in row:
        start = int(row["start"])
        if document.text[start : int(row["end"])] != quote:
            raise ValueError(f"{row['doc']} does not have {quote[:60]!r} at {start}")
        return Span(document.source.id, start, int(row["end"]))
    if (times := document.text.count(quote)) != 1:
        raise ValueError(f"{row['doc']} has {quote[:60]!r} {times} times, not once")
    start = document.text.index(quote)
    return Span(document.source.id, start, start + len(quote))
