"""Checks of what changed since an earlier brief: old words stood in their text, new ones are cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.checking.defect import Defect
from briefing.checking.facsimile import Facsimile, Item, items, label
from briefing.checking.statements import check_position


def check_changes(copy: Facsimile, texts: Mapping[str, str]) -> Iterator[Defect]:
    """Every fault of every change; `texts` by their SHA-256: one that is there must have the old words."""
    for of in (copy.brief, *items(copy.brief, "stories")):
        for change in items(of, "changes"):
            yield from _change(copy, texts, change, label(change, label(of, "brief")))


def _change(copy: Facsimile, texts: Mapping[str, str], change: Item, where: str) -> Iterator[Defect]:
    before, now = items(change, "before"), items(change, "now")
    if not now:
        yield Defect(where, "uncited", "a change that cites nothing of today")
    if not before and change.get("kind") != "text_changed":
        yield Defect(where, "before", "a change that says nothing of what was told")
    for earlier in before:
        text, start, end = texts.get(str(earlier.get("sha256"))), earlier.get("start"), earlier.get("end")
        if text is None or not isinstance(start, int) or not isinstance(end, int):
            continue
        if text[max(0, start) : max(0, end)] != earlier.get("quote"):
            yield Defect(where, "before", f"the earlier text has other words at [{start}, {end})")
    for position in now:
        yield from check_position(copy, position, where)
