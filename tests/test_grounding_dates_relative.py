"""Relative dates as they are meant on the day of publication, and where they may stand."""

from __future__ import annotations

from datetime import datetime

import pytest

from briefing.grounding.dates import relative, resolve

FRIDAY = datetime(2024, 6, 14)


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


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("last Friday", 14),
        ("this Friday", 14),
        ("next Friday", 21),
        ("next Thursday", 20),
        ("last Thursday", 13),
    ],
)
def test_a_weekday_is_the_nearest_before_or_after(said: str, first: int) -> None:
    assert resolve(f"It sank {said}.", FRIDAY)[0].day == first


def test_a_bare_weekday_is_the_last_one_or_the_next_and_none_beside_its_date() -> None:
    found = resolve("On Friday it sank.", FRIDAY)
    assert [(m.year, m.month, m.day, m.weekday) for m in found] == [
        (2024, 6, 14, "friday"),
        (2024, 6, 21, "friday"),
    ]
    assert {(m.start, m.end, m.text) for m in found} == {(3, 9, "Friday")}
    assert resolve("On Friday, 3 May, it sank.", FRIDAY) == ()
    assert [m.day for m in resolve("On Tuesday it sank.", FRIDAY)] == [11, 18]
    assert [m.day for m in resolve("On Sunday it sank.", FRIDAY)] == [9, 16]


@pytest.mark.parametrize("said", ["two days ago", "last June", "last summer", "this weekend"])
def test_what_is_too_vague_for_a_day_gives_none(said: str) -> None:
    assert resolve(f"It sank {said}.", FRIDAY) == ()


def test_a_month_or_a_year_is_counted_over_the_end_of_the_year() -> None:
    assert [(m.year, m.month) for m in resolve("next month", datetime(2024, 12, 31))] == [(2025, 1)]
    assert [(m.year, m.month) for m in resolve("last month", datetime(2024, 1, 1))] == [(2023, 12)]
    assert [m.year for m in resolve("last year", datetime(2024, 2, 29))] == [2023]


@pytest.mark.parametrize(("year", "found"), [(1, 0), (2, 1), (9997, 1), (9998, 0)])
def test_next_to_the_ends_of_the_calendar_nothing_is_counted(year: int, found: int) -> None:
    assert len(resolve("yesterday", datetime(year, 6, 1))) == found


def test_years_ago_are_free_only_in_the_words_of_the_evidence() -> None:
    assert relative("It sank ten years ago.", ["TEN YEARS AGO it sank."]) == ()
    assert relative("It sank ten years ago.", ["Years ago it sank."]) == ((8, 21),)
    assert relative("It sank ten years ago.", ["Of its crew it lost ten", "years ago"]) == ((8, 21),)
    assert relative("It sank ten days ago.", ["It sank ten days ago."]) == ((8, 20),)


def test_relative_dates_count_outside_quotation_marks_only() -> None:
    text = "He said yesterday: “I will come tomorrow.”"
    assert [text[a:b] for a, b in relative(text)] == ["yesterday"]


def test_a_relative_date_resolves_against_the_day_of_publication() -> None:
    (moment, *_) = resolve("It sank yesterday.", datetime(2024, 3, 1))
    assert (moment.year, moment.month, moment.day) == (2024, 2, 29)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("tomorrow", (2024, 6, 15)),
        ("this morning", (2024, 6, 14)),
        ("last Tuesday", (2024, 6, 11)),
        ("next Tuesday", (2024, 6, 18)),
        ("last month", (2024, 5, None)),
        ("next year", (2025, None, None)),
        ("last week", (2024, 6, 5)),
        ("on Wednesday", (2024, 6, 12)),
    ],
)
def test_each_relative_expression_has_its_days(said: str, meant: tuple[int, int | None, int | None]) -> None:
    assert meant in [(m.year, m.month, m.day) for m in resolve(f"It sank {said}.", FRIDAY)]


def test_the_ends_of_the_calendar_resolve_to_nothing() -> None:
    assert resolve("yesterday", datetime.min) == resolve("tomorrow", datetime.max) == ()
