"""How far the clock of this machine is from those of the servers that were asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime


def ahead(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How far a server's clock is ahead of `now` (aware); None where it does not tell the time.

    A copy that was kept on the way has its age beside its Date (RFC 9110, 6.6.1; RFC 9111, 5.1).
    """
    try:
        told = parsedate_to_datetime(headers.get("date", ""))
        age = int(headers.get("age", "0"))
        return told.replace(tzinfo=told.tzinfo or UTC) + timedelta(seconds=age) - now
    except (ValueError, OverflowError):
        return None
