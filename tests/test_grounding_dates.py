"""Dates and times as they are written, with the parts that are told."""

from __future__ import annotations

import pytest

from briefing.grounding.dates import moments


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("at noon", 12, None),
        ("at midnight", 0, None),
        ("at 12 a.m.", 0, None),
        ("at 12 p.m.", 12, None),
        ("at 5pm", 17, None),
        ("at 5 PM", 17, None),
        ("at 6.15 A.M.", 6, 15),
        ("at 11.30 p.m.", 23, 30),
        ("at 9:45 a.m.", 9, 45),
        ("at 14:30", 14, 30),
        ("at 0:30", 0, 30),
        ("at 24:00", 0, 0),
        ("at Noon", 12, None),
        ("at Midnight", 0, None),
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
        ("1 June", None, 6, 1),
        ("2024-06-14", 2024, 6, 14),
        ("Sept. 3, 2024", 2024, 9, 3),
        ("since Jan", None, 1, None),
        ("in May", None, 5, None),
        ("In March", None, 3, None),
        ("in May, and", None, 5, None),
        ("on May 3–4", None, 5, 3),
        ("Of May 3", None, 5, 3),
        ("in May 2031", 2031, 5, None),
        ("Monday, 3 May", None, 5, 3),
    ],
)
def test_a_date_has_the_parts_that_are_told(
    text: str, year: int | None, month: int | None, day: int | None
) -> None:
    (moment,) = moments(text)
    assert (moment.year, moment.month, moment.day) == (year, month, day)


def test_what_no_calendar_has_is_no_date() -> None:
    assert moments("25:10") == ()
    assert moments("at 25 p.m.") == ()
    for text in ("on 32 June 2024", "on 0 June 2024"):
        assert [m.day for m in moments(text)] == [None]


def test_may_is_a_month_only_where_it_cannot_be_a_name_or_a_verb() -> None:
    for text in ("of May's crew", "crews may go", "May left", "in May-Lin’s boat"):
        assert moments(text) == ()


def test_no_two_dates_overlap_and_they_come_in_order() -> None:
    found = moments("At noon on Tuesday, June 14, 2024, and since May, at 17:00.")
    assert [m.text for m in found] == ["noon", "Tuesday, June 14, 2024", "May", "17:00"]


def test_dates_are_read_with_what_they_tell() -> None:
    (moment,) = moments("Tuesday, June 14, 2024")
    assert (moment.weekday, moment.month, moment.day, moment.year) == ("tuesday", 6, 14, 2024)
    assert moments("at 5:30 p.m.")[0].hour == 17
    assert moments("they may march on") == ()
