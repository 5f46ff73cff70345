"""The page's one style sheet and its one script, read when a page is written."""

from __future__ import annotations

from functools import cache

from briefing.packaged import packaged


@cache
def asset(name: str) -> str:
    """The text of a file of this room."""
    return packaged(__package__, name).decode()
