"""Names, titles and addresses are untrusted: they come out as one safe line, or not at all."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.metadata import LINE_LIMIT, address, line, moment, title


@given(st.text(st.characters()))
def test_a_line_has_no_controls_no_invisible_characters_and_an_end(value: str) -> None:
    cleaned = line(value)
    if cleaned is not None:
        assert 0 < len(cleaned) <= LINE_LIMIT
        assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cf", "Cs", "Co", "Cn"}
        assert line(cleaned) == cleaned


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("  The\tHarbour\r\nPost ", "The Harbour Post"),
        ("gnp.\u202eexe\u200b", "gnp.exe"),
        ("Post\x00\x1b[31m", "Post [31m"),
        ("a" * 400, "a" * 299 + "…"),
        ("\u200b \n", None),
        (7, None),
    ],
)
def test_lines(value: object, cleaned: str | None) -> None:
    assert line(value) == cleaned


@pytest.mark.parametrize(
    "value", ["https://example.org", "http://example.org:80/a?b=c#d", "HTTPS://example.org/ä"]
)
def test_web_addresses_are_kept(value: str) -> None:
    assert address(f" {value} ") == value


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "ftp://example.org",
        "https://",
        "https://user:word@example.org",
        "https://example.org/a b",
        "https://example.org/\u202egnp",
        "https://example.org/" + "a" * 2000,
        None,
    ],
)
def test_other_addresses_are_not(value: object) -> None:
    assert address(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "2024-06-14T07:00:00Z",
        "2024-06-14T09:00:00+02:00",
        "2024-06-14T07:00:00",
        "2024-06-14 07:00",
        "Fri, 14 Jun 2024 07:00:00 GMT",
        "Fri, 14 Jun 2024 09:00:00 +0200",
        "Fri, 14 Jun 2024 09:00:00 +02:00",
        "Fri, 14 Jun 2024 16:00:00 GMT+0900",
        1718348400,
        1718348400.0,
        1718348400000,
        "1718348400",
        "Jun 14 2024 7:00 AM",
        "June 14, 2024 at 7 a.m.",
        "14 June 2024 at 07:00",
    ],
)
def test_dates_become_moments(value: object) -> None:
    assert moment(value) == datetime(2024, 6, 14, 7, tzinfo=UTC)


@pytest.mark.parametrize("value", ["2026-11-19T23:30:00-05:00", "Thu, 19 Nov 2026 23:30:00 -0500"])
def test_a_report_of_the_evening_keeps_its_own_day(value: str) -> None:
    found = moment(value)
    assert found == datetime(2026, 11, 20, 4, 30, tzinfo=UTC)
    assert found.day == 19


def test_an_offset_of_seconds_which_rfc_3339_has_not_becomes_utc() -> None:
    found = moment("2024-06-14T07:00:00+05:30:15")
    assert found is not None
    assert found.isoformat() == "2024-06-14T01:29:45+00:00"


@pytest.mark.parametrize(
    "value",
    [
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:30:00Z",
        "9999-12-31",
    ],
)
def test_a_moment_that_no_other_zone_has_is_none(value: str) -> None:
    assert moment(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "2024-06-14",
        "20240614",
        20240614,
        "2024/06/14",
        "14 June 2024",
        "June 14, 2024",
        "Jun 14 2024",
        "Fri, 14 Jun 2024",
    ],
)
def test_a_date_alone_is_its_midnight_in_utc(value: object) -> None:
    assert moment(value) == datetime(2024, 6, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "hour", "minute"),
    [
        ("June 14, 2024 7:30 PM", 19, 30),
        ("June 14, 2024, 7:30pm", 19, 30),
        ("14 June 2024 12:05 AM", 0, 5),
        ("14 June 2024 12 p.m.", 12, 0),
        ("2024-06-14 07:30 PM", 19, 30),
        ("Fri, 14 Jun 2024 07:30:00 PM -0200", 21, 30),
    ],
)
def test_an_hour_of_the_afternoon_is_not_one_of_the_morning(value: str, hour: int, minute: int) -> None:
    assert moment(value) == datetime(2024, 6, 14, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "",
        "June 2024",
        "05/06/2024",
        "2024-13-40",
        "0001-01-01T00:00:00+14:00",
        2024,
        True,
        float("nan"),
        202406140700,
        None,
        "9" * 5000,
        -(10**30),
    ],
)
def test_other_dates_are_none(value: object) -> None:
    assert moment(value) is None


def test_a_number_that_python_does_not_print_is_no_date() -> None:
    assert moment(10**5000) is None


@given(st.text() | st.integers() | st.floats() | st.text("0123456789.", max_size=16))
def test_no_date_makes_it_raise(value: object) -> None:
    assert moment(value) is None or moment(value).tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Harbour shut #\nThe gate is closed.", "Harbour shut"),
        ("\ufeff\r\nHarbour shut after storm\r\n\r\nThe gate is closed.", "Harbour shut after storm"),
        ("Harbour shut after storm\r\rThe gate is closed.\r", "Harbour shut after storm"),
        ("Is the harbour shut?\n\nIt is.", "Is the harbour shut?"),
        ("The harbour was shut on Tuesday.\n\nIt is.", None),
        ("“The harbour was shut.”\n\nIt is.", None),
        ("Harbour shut after storm\nThe gate is closed.", None),
        ("Harbour shut after storm", None),
        ("Advertisement\n\nThe gate is closed.", None),
        (" ".join(["word"] * 30) + "\n\nThe gate is closed.", None),
        ("#hashtag of the day\nMore.", None),
        ("", None),
        ("Home | News | Late Sport\r\n\r\nHarbour shut\r\n\r\nThe gate is closed.", "Harbour shut"),
        ("Home • News • Sport\n\nThe gate is closed.\n\nMore.", None),
        ("Harbour shut by storm | News | Vane\n\nIt is.", "Harbour shut by storm | News | Vane"),
    ],
)
def test_the_title_is_a_heading_or_a_first_line_that_stands_alone(text: str, found: str | None) -> None:
    assert title(text) == found


def test_a_title_told_comes_before_one_in_the_text() -> None:
    assert title("# Harbour shut\nIt is.", " Quay\tshut ") == "Quay shut"
    assert title("# Harbour shut\nIt is.", "\u200b") == "Harbour shut"
