"""What one run of `send` commits at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from briefing.types.letter import Letter
from briefing.types.window import Channel


@dataclass(frozen=True, slots=True)
class Edition:
    """A brief of a series as it goes out: its JSON and texts, its letters, and what was read for it.

    `brief` is None for a notice; `record` is what made it. `read` are the ids (SHA-256) of all documents
    that were read, in the window or not; `channels` how each source stands after this run.
    """

    as_of: datetime
    brief: str | None = None
    record: str | None = field(default=None, repr=False)
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    letters: tuple[Letter, ...] = ()
    read: tuple[str, ...] = ()
    channels: Mapping[str, Channel] = field(default_factory=dict)
