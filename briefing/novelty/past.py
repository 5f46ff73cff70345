"""The past: what earlier briefs read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from briefing.types import Brief, Reading


@dataclass(frozen=True, slots=True)
class Past:
    """Earlier briefs; `since` is the day of the newest, `read` the SHA-256 of the texts that made them."""

    since: datetime
    read: frozenset[str]

    @classmethod
    def of(cls, earlier: Sequence[Brief]) -> Self:
        """The past of at least one brief."""
        entries = [entry for brief in earlier for entry in brief.sources]
        read = {e.document.id for e in entries if e.document and e.status in ("used", "copy")}
        return cls(max(brief.as_of for brief in earlier), frozenset(read))

    def knows(self, readings: Sequence[Reading]) -> bool:
        """Whether an earlier brief was made of all of these texts."""
        return all(reading.document.id in self.read for reading in readings)
