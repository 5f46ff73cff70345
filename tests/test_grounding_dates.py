"""Dates and times as they are written, and as they are meant on the day of publication."""

from __future__ import annotations

from datetime import datetime

import pytest

from briefing.grounding.dates import moments, resolve

FRIDAY = datetime(2024, 6, 14)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("at noon", 12, None),
        ("at midnight", 0, None),
        ("at 12 a.m.", 0, None),
        ("at 12 p.m.", 12, None),
        ("at 5pm", 17, None),
        ("at 11.30 p.m.", 23, 30),
        ("at 9:45 a.m.", 9, 45),
        ("at 14:30", 14, 30),
    ],
)
def test_a_time_of_day_is_read_on_24_hours(text: str, hour: int, minute: int | None) -> None:
    (moment,) = moments(text)
    assert (moment.hour, moment.minute) == (hour, minute)


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("the 1990s", 1990, None, None),
        ("in 2031", 2031, None, None),
        ("in March 2024", 2024, 3, None),
        ("the 14th of June", None, 6, 14),
        ("June 31", None, 6, 31),
    ],
)
def test_a_date_has_the_parts_that_are_told(
    text: str, year: int | None, month: int | None, day: int | None
) -> None:
    (moment,) = moments(text)
    assert (moment.year, moment.month, moment.day) == (year, month, day)


def test_what_no_calendar_has_is_no_date() -> None:
    assert moments("25:10") == ()
    assert [m.day for m in moments("on 45 June 2024")] == [None]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("yesterday", [13]),
        ("last night", [13]),
        ("today", [14]),
        ("tonight", [14]),
        ("this afternoon", [14]),
        ("this evening", [14]),
        ("tomorrow", [15]),
        ("this week", [10, 11, 12, 13, 14, 15, 16]),
        ("last week", [3, 4, 5, 6, 7, 8, 9]),
        ("next week", [17, 18, 19, 20, 21, 22, 23]),
        ("this month", [None]),
    ],
)
def test_a_relative_day_is_counted_from_the_day_of_publication(said: str, days: list[int | None]) -> None:
    found = resolve(f"It sank {said}.", FRIDAY)
    assert [(m.year, m.month, m.day) for m in found] == [(2024, 6, day) for day in days]
    assert all(
        m.weekday is None or datetime(2024, 6, m.day or 1).strftime("%A").lower() == m.weekday for m in found
    )


@pytest.mark.parametrize(
    ("said", "year", "month"),
    [("next month", 2024, 7), ("last month", 2024, 5), ("this year", 2024, None), ("last year", 2023, None)],
)
def test_a_relative_month_or_year_has_no_day(said: str, year: int, month: int | None) -> None:
    (found,) = resolve(f"It sank {said}.", FRIDAY)
    assert (found.year, found.month, found.day, found.weekday) == (year, month, None, None)
