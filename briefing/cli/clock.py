"""When a command runs, and from when on what was published counts."""

from __future__ import annotations

from datetime import datetime

from briefing.settings import Settings, window
from briefing.types import EVERYTHING, Window


def now(settings: Settings) -> datetime:
    """When a command runs, to the second: the moment that whatever it makes is of."""
    return datetime.now().astimezone(settings.timezone).replace(microsecond=0)


def asked_window(settings: Settings, as_of: datetime) -> Window:
    """What the flags and the environment ask for; else everything counts."""
    return Window(window(settings.since, as_of, settings.timezone)) if settings.since else EVERYTHING
