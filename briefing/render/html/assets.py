"""The page's one style sheet and its one script, read when a page is written."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


@cache
def asset(name: str) -> str:
    """The text of a file of this room."""
    data = get_data(__package__, name)
    if data is None:  # a loader that cannot read data
        raise FileNotFoundError(name)
    return data.decode()
