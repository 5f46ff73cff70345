"""Every written form of a number: its worth, what it counts, and how sure the text is."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.grounding.numbers import quantities


def read(text: str) -> list[tuple[str, str, str, str]]:
    """Each number: its words, worth, unit and kind."""
    return [(q.text, f"{float(q.value):.6g}", q.unit, q.kind) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("half a percent", [("half a percent", "0.5", "%", "percent")]),
        ("a quarter of one per cent", [("a quarter of one per cent", "0.25", "%", "percent")]),
        ("at 130mph and 130km/h", [("130", "130", "mph", "number"), ("130", "130", "km", "number")]),
        ("90pc of it", [("90pc", "90", "%", "percent")]),
        ("50 000 people", [("50 000", "50000", "person", "number")]),
        ("50\u202f200 people", [("50\u202f200", "50200", "person", "number")]),
        ("see 3a/bc", []),
        ("a third of voters", [("a third", "33.3333", "%", "fraction")]),
        ("two-thirds left", [("two-thirds", "66.6667", "%", "fraction")]),
        ("three quarters of the crews", [("three quarters", "75", "%", "fraction")]),
        ("a quarter of the fleet", [("a quarter", "25", "%", "fraction")]),
        ("one-tenth of it", [("one-tenth", "10", "%", "fraction")]),
        ("a quarter left", [("a quarter", "25", "%", "fraction")]),
        ("half the fleet", [("half", "50", "%", "fraction")]),
        ("one eighth the price", [("one eighth", "12.5", "%", "fraction")]),
        ("a fifth time", [("fifth", "5", "time", "ordinal")]),
        ("its second ship", [("second", "2", "ship", "ordinal")]),
        ("nine metres per second", [("nine", "9", "metr", "number")]),
        ("a split second later", []),
        ("the 21st ship", [("21st", "21", "ship", "ordinal")]),
        ("its twelfth ship", [("twelfth", "12", "ship", "ordinal")]),
        ("the twenty-first ship", [("twenty-first", "21", "ship", "ordinal")]),
        ("her thirty-eighth ship", [("thirty-eighth", "38", "ship", "ordinal")]),
        ("his fiftieth ship", [("fiftieth", "50", "ship", "ordinal")]),
        ("two tenths of it", [("two tenths", "20", "%", "fraction")]),
        ("three tenth-century bowls", [("three", "3", "bowl", "number")]),
        ("twenty sixth-graders", [("twenty", "20", "grader", "number")]),
        (
            "two sixth graders",
            [("two", "2", "grader", "number"), ("sixth", "6", "grader", "ordinal")],
        ),
        ("two ten-minute calls", [("two", "2", "call", "number"), ("ten", "10", "minut", "number")]),
        ("one hundred six-packs", [("one hundred", "100", "pack", "number"), ("six", "6", "pack", "number")]),
        ("twenty six crews", [("twenty six", "26", "crew", "number")]),
        ("of twenty ten crews left", [("twenty", "20", "crew", "number"), ("ten", "10", "crew", "number")]),
        ("an eighth of the crews", [("an eighth", "12.5", "%", "fraction")]),
        ("half a dozen ships", [("half a dozen", "6", "ship", "number")]),
        ("two and a half million berths", [("two and a half million", "2.5e+06", "berth", "number")]),
        ("3 in 10", [("3 in 10", "30", "%", "fraction")]),
        ("5 out of 8 crews", [("5 out of 8", "62.5", "%", "fraction")]),
        ("3 of 10 crews", [("3", "3", "", "number"), ("10", "10", "crew", "number")]),
        ("3 of the 10 crews", [("3", "3", "", "number"), ("10", "10", "crew", "number")]),
        ("5 m wide", [("5", "5", "m", "number")]),
        ("0 in 5 crews", [("0", "0", "", "number"), ("5", "5", "crew", "number")]),
        ("1 in 1000", [("1", "1", "", "number"), ("1000", "1000", "", "number")]),
        ("1.5 per cent", [("1.5 per cent", "1.5", "%", "percent")]),
        ("5 percentage points", [("5 percentage points", "5", "%", "percent")]),
        ("3 to 5 per cent", [("3", "3", "%", "percent"), ("5 per cent", "5", "%", "percent")]),
        ("£3m–£4m", [("£3m", "3e+06", "£", "money"), ("£4m", "4e+06", "£", "money")]),
        ("3–£5m", [("3", "3e+06", "£", "money"), ("£5m", "5e+06", "£", "money")]),
        ("$5 to 7 million", [("$5", "5e+06", "$", "money"), ("7 million", "7e+06", "", "number")]),
        ("US$5 or A$3m", [("US$5", "5", "$", "money"), ("A$3m", "3e+06", "$", "money")]),
        ("5 euros", [("5", "5", "€", "money")]),
        ("3-5 crews", [("3", "3", "", "number"), ("5", "5", "crew", "number")]),
        ("14 June 2024, 30 crews", [("30", "30", "crew", "number")]),
        ("3 in 10 June", [("3", "3", "", "number")]),
        ("USD 5m", [("USD 5m", "5e+06", "$", "money")]),
        ("EUR5", [("EUR5", "5", "€", "money")]),
        ("gbp 5", [("gbp 5", "5", "£", "money")]),
        ("5 yen", [("5", "5", "¥", "money")]),
        ("40 crews on 14 June", [("40", "40", "crew", "number")]),
        (
            "3 in 10 of two and a half million berths",
            [
                ("3 in 10", "30", "%", "fraction"),
                ("two and a half million", "2.5e+06", "berth", "number"),
            ],
        ),
        ("losses rose by 40 Monday", [("40", "40", "monday", "number")]),
        ("COVID-19 and the F-16", []),
    ],
)
def test_a_number_is_read_once_with_its_kind(text: str, found: list[tuple[str, str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "worth", "unit"),
    [
        ("dozens of people", 12, "person"),
        ("scores of ships", 20, "ship"),
        ("tens of thousands", 10_000, ""),
        ("hundreds of thousands of people", 100_000, "person"),
    ],
)
def test_a_vague_number_is_a_least_one(text: str, worth: int, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit, found.kind, found.bound) == (worth, unit, "number", "least")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("40 of the ships", "ship"),
        ("4 of its men", "man"),
        ("three harbour unions", "union"),
        ("a 12-year-old boy", "year"),
        ("a 12-person ports panel", "person"),
        ("5 millions of crews", "crew"),
        ("15 old ships", "ship"),
        ("15 old sheep", "sheep"),
        ("40 crews per ship", "crew"),
        ("40 tired harbour patrol crews", "crew"),
        ("40 tired grey wet harbour crews", "tire"),
        ("40 in all", ""),
        ("40 per ship", ""),
        ("40 ago", ""),
        ("seven lives", "life"),
        ("40 children", "child"),
        ("40 glass doors", "door"),
    ],
)
def test_what_is_counted_is_the_first_plural_near_it(text: str, unit: str) -> None:
    assert quantities(text)[0].unit == unit


@pytest.mark.parametrize("text", ["one of them", "no one", "this one", "one must wait", "which one is it"])
def test_one_is_not_always_a_number(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize("text", ["one crew", "one million", "one per cent", "only twenty-one of them"])
def test_one_is_a_number_where_it_counts(text: str) -> None:
    assert len(quantities(text)) == 1


WORDS = (
    "half a an million hundred and five two third thirds of in out 10 3-5 $4 % per cent tens, 14 June".split()
)


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_no_two_numbers_overlap(words: list[str]) -> None:
    spans = [(q.start, q.end) for q in quantities(" ".join(words))]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$50bn", "50000000000", "$"),
        ("$50billion", "50000000000", "$"),
        ("50 billion dollars", "50000000000", "$"),
        ("one in five", "20", "%"),
        ("20 per cent", "20", "%"),
        ("half a million people", "500000", "person"),
        ("forty-three crews", "43", "crew"),
        ("two dozen ships", "24", "ship"),
        ("1.2m homes", "1200000", "home"),
        ("a 12-person panel", "12", "person"),
        ("1,200 berths", "1200", "berth"),
    ],
)
def test_numbers_are_read_in_any_written_form(text: str, value: str, unit: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


def test_a_range_gives_both_ends_their_scale() -> None:
    assert [q.value for q in quantities("5 to 7 million people")] == [5_000_000, 7_000_000]


def test_dates_are_no_numbers_and_names_with_digits_are_none() -> None:
    assert quantities("On 14 June 2024 at 5 p.m. the G7 flew an F-16.") == ()
