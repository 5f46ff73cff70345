"""How each source of a series stands after a run: how far it was read, and since when it fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from briefing.types import Channel, Document, Reason, Unread

DEAD = timedelta(days=3)
"""A source that has failed for so long is told once, as dead; a weekend is not long enough."""
FAILING: frozenset[Reason] = frozenset({"unreadable", "too_large", "time_out", "blocked_address"})
"""Reasons that say that a source did not answer."""


def answered(items: Sequence[Document | Unread]) -> bool:
    """Whether any source gave something to look at, if only something old."""
    return any(isinstance(item, Document) or item.why not in FAILING for item in items)


def settled(
    items: Sequence[Document | Unread], before: Mapping[str, Channel], as_of: datetime
) -> tuple[tuple[Document | Unread, ...], Mapping[str, Channel]]:
    """The items, and each channel as it stands now; a dead source is told once, then marked `repeated`."""
    by_channel: dict[str, list[Document | Unread]] = {}
    for item in items:
        by_channel.setdefault(item.source.channel, []).append(item)
    channels = {name: _after(found, before.get(name, Channel()), as_of) for name, found in by_channel.items()}
    told = tuple(
        _once(item, before.get(item.source.channel, Channel()), channels[item.source.channel])
        for item in items
    )
    return told, channels


def _after(items: Sequence[Document | Unread], before: Channel, as_of: datetime) -> Channel:
    if not answered(items):
        since = before.failing_since or as_of
        dead = before.told_dead or (as_of if as_of - since >= DEAD else None)
        return Channel(before.cutoff, since, dead)
    published = [i.source.published for i in items if isinstance(i, Document) and i.source.published]
    # A publisher's wrong year must not close the window, nor a clock that is years back open it.
    past = [moment for moment in (*published, before.cutoff) if moment and moment <= as_of]
    return Channel(max(past, default=before.cutoff))


def _once(item: Document | Unread, before: Channel, after: Channel) -> Document | Unread:
    """The item; one of a dead source says so, or is `repeated` where an earlier run has said it."""
    if not isinstance(item, Unread) or after.told_dead is None or item.why not in FAILING:
        return item
    if before.told_dead:
        return replace(item, repeated=True)
    return replace(
        item,
        detail=f"dead: it has failed since {after.failing_since:%Y-%m-%d}, and is not named again until it "
        f"answers ({item.detail})",
    )
