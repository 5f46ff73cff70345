"""When a brief is due, as it is stated on the command line."""

from __future__ import annotations

import pytest

from briefing.errors import UsageError
from briefing.schedule import Timing


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("sat-mon", (0, 5, 6)),
        ("sun", (6,)),
        ("thu, mon", (0, 3)),
        ("mon-sun", (0, 1, 2, 3, 4, 5, 6)),
        ("tue-tue", (1,)),
    ],
)
def test_days_are_named_alone_in_lists_and_in_ranges(stated: str, days: tuple[int, ...]) -> None:
    assert Timing.of("07:00", stated, None).days == days


@pytest.mark.parametrize(
    "stated", ["", "monday", "mon-", "-fri", "1-5", "mon;tue", "mon-fri-sun", "weekdays"]
)
def test_other_days_are_refused_with_what_is_wanted(stated: str) -> None:
    with pytest.raises(UsageError, match="mon-fri"):
        Timing.of("07:00", stated, None)


def test_a_time_of_day_has_hours_and_minutes() -> None:
    assert [Timing.of(at, "daily", None).clock for at in ("7:05", "00:00", "23:59")] == [
        "07:05",
        "00:00",
        "23:59",
    ]
    for at in ("24:00", "7", "7:5", "07:60", "7am", "07:00:00", "", "٠٧:٠٠"):
        with pytest.raises(UsageError, match="write it as 07:00"):
            Timing.of(at, "daily", None)


def test_the_minutes_that_follow_midnight_are_of_the_next_day() -> None:
    assert Timing.of("23:59", "sun", None).minutes(2) == ((6, 23, 59), (0, 0, 0))


def test_it_is_told_in_words() -> None:
    assert str(Timing.of("7:00", "daily", None)) == "every day at 07:00"
    assert str(Timing.of("7:00", "sat,mon", "Asia/Tokyo")) == "on Mon, Sat at 07:00, Asia/Tokyo"
