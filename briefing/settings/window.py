"""The window of a brief: from when on documents count."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from briefing.errors import UsageError

_SPAN = re.compile(r"([1-9][0-9]{0,5})([hd])")
_FORMS = 'give hours ("24h"), days ("7d"), or a date ("2024-06-14", "2024-06-14T07:00+02:00")'


def window(since: str, as_of: datetime, tz: tzinfo | None = None) -> datetime:
    """The aware moment that `since` names, seen from `as_of` (aware).

    `24h` and `7d` count back from `as_of`; a date is its midnight in `tz` (None: that of `as_of`),
    and so is a time without an offset. Raises UsageError for anything else, for a moment after
    `as_of`, and for `last`, which only the record of what was sent can tell.
    """
    if since == "last":
        raise UsageError(
            "--since last means the last brief sent: only `briefing send` knows it, and prints with "
            "--dry-run what it would send; give 24h or a date"
        )
    start = _moment(since, as_of, tz or as_of.tzinfo)
    if start > as_of:
        raise UsageError(f"--since {since!r} lies in the future; {_FORMS}")
    return start


def is_window(since: str) -> bool:
    """Whether `since` has one of the forms that a window may have, `last` included."""
    try:
        return since == "last" or bool(_SPAN.fullmatch(since) or datetime.fromisoformat(since))
    except ValueError:
        return False


def _moment(since: str, as_of: datetime, tz: tzinfo | None) -> datetime:
    try:
        if span := _SPAN.fullmatch(since):
            count = int(span[1])
            return as_of - (timedelta(hours=count) if span[2] == "h" else timedelta(days=count))
        moment = datetime.fromisoformat(since)
        return moment if moment.tzinfo else moment.replace(tzinfo=tz)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"--since {since!r} is not understood; {_FORMS}") from error
