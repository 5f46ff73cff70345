"""The window of a brief, counted back from a given moment."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.settings import window
from briefing.settings.window import is_window

AS_OF = datetime(2024, 6, 14, 7, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("since", "start"),
    [
        ("24h", AS_OF - timedelta(hours=24)),
        ("7d", AS_OF - timedelta(days=7)),
        ("2024-06-14", datetime(2024, 6, 13, 22, tzinfo=UTC)),
        ("2024-06-14T07:00", datetime(2024, 6, 14, 5, tzinfo=UTC)),
        ("2024-06-14T07:00:00Z", AS_OF),
        ("2024-06-14T07:00+01:00", datetime(2024, 6, 14, 6, tzinfo=UTC)),
    ],
)
def test_the_forms_of_a_window(since: str, start: datetime) -> None:
    assert window(since, AS_OF, BERLIN) == start
    assert is_window(since)


def test_without_a_zone_a_date_is_in_that_of_the_moment() -> None:
    assert window("2024-06-14", AS_OF) == datetime(2024, 6, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    "since", ["soon", "", "24", "0h", "-1d", "1.5d", "7D", "999999d", "2024-13-01", "٣d"]
)
def test_anything_else_says_what_is_wanted(since: str) -> None:
    with pytest.raises(UsageError, match="give hours"):
        window(since, AS_OF)


def test_a_window_cannot_open_in_the_future() -> None:
    with pytest.raises(UsageError, match="lies in the future"):
        window("2024-06-15", AS_OF)


def test_the_last_brief_is_known_to_send_alone() -> None:
    assert is_window("last")
    with pytest.raises(UsageError, match="only `briefing send` knows it"):
        window("last", AS_OF)


@given(st.text())
def test_no_text_makes_it_raise_anything_but_a_usage_error(since: str) -> None:
    with suppress(UsageError):
        assert window(since, AS_OF) <= AS_OF
