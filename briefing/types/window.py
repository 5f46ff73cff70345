"""Which documents count as new: by published time, else by first seen, per channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from briefing.types.document import Document

LATE = timedelta(days=2)
"""How much older than the newest of its channel a document may be that was not there last time.

Feeds list what was published hours before; what is older comes back (an evergreen, a moved archive).
"""


@dataclass(frozen=True, slots=True)
class Channel:
    """How one source of a series stands: how far it was read, since when it fails, when that was told.

    `cutoff` is the newest published time that was read of it; it comes from its documents, not the clock.
    """

    cutoff: datetime | None = None
    failing_since: datetime | None = None
    told_dead: datetime | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """What a brief looks back on: everything (the default), since a moment, or since the last brief.

    `since` is the moment that the brief prints. A document without a published time counts by when it
    was first seen, in `first_seen` by its id; never seen, it is new. With `cutoffs` (by channel) the
    window is what the series has not read: `since` then holds only for channels that it did not know.
    """

    since: datetime | None = None
    cutoffs: Mapping[str, datetime | None] | None = None
    first_seen: Mapping[str, datetime] = field(default_factory=dict)

    def excludes(self, document: Document) -> str | None:
        """Why this document lies before the window; None where it is in it."""
        source = document.source
        if self.cutoffs is not None:
            if document.id in self.first_seen:
                return "read for an earlier brief"
            if source.channel in self.cutoffs:
                return self._late(source.published, self.cutoffs[source.channel])
        moment = source.published or self.first_seen.get(document.id)
        if self.since is None or moment is None or not precedes(moment, self.since):
            return None
        return before_window(moment, self.since, "published" if source.published else "first seen")

    @property
    def fetched_since(self) -> datetime | None:
        """What was announced as published before this moment need not be fetched."""
        if self.cutoffs is None:
            return self.since
        known = [cutoff - LATE for cutoff in self.cutoffs.values() if cutoff]
        return min([*known, self.since]) if self.since else None

    @staticmethod
    def _late(published: datetime | None, cutoff: datetime | None) -> str | None:
        if published is None or cutoff is None or published >= cutoff - LATE:
            return None
        return before_window(published, cutoff)


def precedes(moment: datetime, since: datetime) -> bool:
    """Whether what was published then came before; a date alone, which is midnight in UTC, is its whole day.

    The day is that of `since`: there a brief that begins on the 20th has all that is of the 20th.
    """
    return moment.date() < since.date() if is_day(moment) else moment < since


def is_day(moment: datetime) -> bool:
    """Whether it is a date alone, which stands as its midnight in UTC."""
    return moment.utcoffset() == timedelta(0) and moment.time() == time()


def before_window(moment: datetime, since: datetime, how: str = "published") -> str:
    """Why a document of this moment is left out of a window that begins later, by the clock of its zone."""
    return f"{how} {moment.astimezone(since.tzinfo):%Y-%m-%d %H:%M}, before the window"


EVERYTHING = Window()
"""No window: whatever is read counts."""
