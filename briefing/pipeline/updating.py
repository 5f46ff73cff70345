"""The stories of today beside the last briefs: which have something new, and what is left out as told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from briefing import extractive, novelty
from briefing.errors import NothingNew
from briefing.novelty import Update
from briefing.pipeline.intake import Intake
from briefing.types import Brief, Change, Omission


@dataclass(frozen=True, slots=True)
class News:
    """The stories with something new, by rank; what changed without anything new to tell; what was told."""

    updates: tuple[Update, ...]
    changes: tuple[Change, ...] = ()
    omissions: tuple[Omission, ...] = ()


def news(intake: Intake, earlier: Sequence[Brief], as_of: datetime) -> News:
    """Every story where there is no earlier brief; raises NothingNew where they have told it all."""
    if not earlier:
        return News(tuple(Update(cluster, cluster) for cluster in intake.clusters))
    past = novelty.Past.of(earlier)
    since = f"nothing new since the brief of {past.since.day} {past.since:%B}"
    found = () if past.knows(intake.readings) else novelty.updates(intake.clusters, past, as_of)
    if not any(update.new or update.moved for update in found):
        raise NothingNew(since)
    new = [update for update in found if update.new]
    quiet = [update for update in found if not update.new]
    return News(
        tuple(update.numbered(f"T{n}") for n, update in enumerate(new, start=1)),
        tuple(change for update in quiet for change in update.changes),
        tuple(Omission(extractive.headline(u.whole), "duplicate", since) for u in quiet if not u.changes),
    )
