"""What changed since an earlier brief: what was told then, and what today's sources say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.types.claim import Position

ChangeKind = Literal["changed", "withdrawn", "continues", "settled", "text_changed"]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A sentence that the brief of `told` cited: `quote` is [start, end) of the text with this SHA-256.

    `name`, `title`, `url` and `published` are its source's, as that brief gave them.
    """

    quote: str
    told: datetime
    name: str
    sha256: str
    start: int
    end: int
    title: str | None = None
    url: str | None = None
    published: datetime | None = None

    def __post_init__(self) -> None:
        if not self.quote.strip() or self.end - self.start != len(self.quote):
            raise ValueError(f"not the words of a span: {self.quote!r}, [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Change:
    """Old beside new: what an earlier brief told, and what today's sources say on the same point.

    changed       the value or the state is another now
    withdrawn     a source takes back what it said, or its text no longer has it
    continues     an open disagreement on which today's sources say something, and differ still
    settled       one that was open, and on which today's sources agree; `now` is their side
    text_changed  the text behind the earlier brief is another now; `before` are told sentences that it lacks

    `since` is the day of the last brief before this one; `before` may be empty in a `text_changed` only.
    """

    kind: ChangeKind
    about: str
    since: datetime
    before: tuple[Earlier, ...]
    now: tuple[Position, ...]

    def __post_init__(self) -> None:
        if not self.about.strip() or not self.now:
            raise ValueError(f"a change needs a subject, and what is said now: {self.about!r}")
        if not self.before and self.kind != "text_changed":
            raise ValueError(f"a change needs what was told before: {self.about!r}")
