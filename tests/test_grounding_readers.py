"""What the grounding room reads from a text: quotations, numbers, dates, names, speech, hedges, negations."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.grounding import dates, numerals
from briefing.grounding.dates import moments, relative, resolve
from briefing.grounding.hedges import hedges
from briefing.grounding.loaded import loaded
from briefing.grounding.names import names, same
from briefing.grounding.negation import negated
from briefing.grounding.numbers import quantities
from briefing.grounding.quotations import outside, quotations
from briefing.grounding.speech import speeches

TEXT = st.text(alphabet=st.sampled_from(list("ab AB.,'\"“”‘’ \n123$%-é\x00")), max_size=80)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Ono said: 'It's all a complete sham.'", ["It's all a complete sham."]),
        ("an ''offer of Norland'' that 'hurts'", ["offer of Norland", "hurts"]),
        ("the leaders' plan of the '90s", []),
        ("“We’re ready,” he said. “It’s the crews’ plan.”", ["We’re ready,", "It’s the crews’ plan."]),
        ("He said: “It never", ["It never"]),
        ("offensive to common sense.' He left.", ["offensive to common sense."]),
        ("the troops of Ada Ono 's ally", []),
    ],
)
def test_quotations_are_told_from_apostrophes(text: str, quoted: list[str]) -> None:
    assert [q.text for q in quotations(text)] == quoted


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


@pytest.mark.parametrize(
    ("text", "bound"),
    [("up to 40 crews", "most"), ("at least 40", "least"), ("some 40", "about"), ("40 crews", "exact")],
)
def test_a_number_keeps_its_bound(text: str, bound: str) -> None:
    assert quantities(text)[0].bound == bound


def test_dates_are_no_numbers_and_names_with_digits_are_none() -> None:
    assert quantities("On 14 June 2024 at 5 p.m. the G7 flew an F-16.") == ()


def test_dates_are_read_with_what_they_tell() -> None:
    (moment,) = moments("Tuesday, June 14, 2024")
    assert (moment.weekday, moment.month, moment.day, moment.year) == ("tuesday", 6, 14, 2024)
    assert moments("at 5:30 p.m.")[0].hour == 17
    assert moments("they may march on") == ()


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
    friday = datetime(2024, 6, 14)
    assert meant in [(m.year, m.month, m.day) for m in resolve(f"It sank {said}.", friday)]


def test_the_ends_of_the_calendar_resolve_to_nothing() -> None:
    assert resolve("yesterday", datetime.min) == resolve("tomorrow", datetime.max) == ()


def test_names_come_without_titles_openers_and_possessives() -> None:
    text = "But Harbour Minister Ada Ono's ally, Mr. O'Dell of the U.S. Ministry of Ports, left."
    assert [n.text for n in names(text)] == ["Harbour", "Ada Ono", "O'Dell", "U.S. Ministry of Ports"]


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Vladimir Putin", "Putin", True),
        ("Ukraine", "Ukrainian", True),
        ("U.S.", "United States", True),
        ("National Rifle Association", "NRA", True),
        ("North Korea", "South Korea", False),
        ("Foreign Ministry", "Defence Ministry", False),
    ],
)
def test_two_names_can_be_one(a: str, b: str, one: bool) -> None:
    assert same(a, b) is one


@given(TEXT)
def test_spans_are_slices_of_any_text(text: str) -> None:
    for found in (*quotations(text), *quantities(text), *moments(text), *names(text)):
        assert text[found.start : found.end] == found.text
    assert len(outside(text)) == len(text)


@pytest.mark.parametrize("piece", ["a-", "five million ", '" a', "A.", "1,000,", "said Bob ", "\ud800\x00"])
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    for read in (quotations, quantities, moments, relative, names, speeches, hedges, negated, loaded):
        read(text)


WORD = st.sampled_from(
    [
        *(*numerals.UNITS, *numerals.TENS, *numerals.SCALES, *numerals.ORDINALS, *numerals.FRACTIONS),
        *(*dates.MONTHS, *dates.WEEKDAYS, "noon", "midday", "midnight", "tens", "scores"),
        *("in", "of", "a", "and", "USD", "p.m.", "5", "1987", "½", "3.5", "12:30", "%"),
    ]
)
FORM = st.sampled_from([str, str.capitalize, str.upper, lambda word: f"{word}s"])
JOINT = st.sampled_from([" ", "-", ", "])
SAID = st.lists(st.builds(lambda form, word, joint: form(word) + joint, FORM, WORD, JOINT), max_size=8)


@given(SAID)
def test_what_is_not_looked_for_is_not_there(said: list[str]) -> None:
    """A text without figures, months or words of number is done with early, and nothing is lost by it."""
    text = "".join(said)
    early = quantities.__wrapped__(text), moments(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numerals, "spelled", lambda _: True)
        patch.setattr(dates, "_FORMS", tuple((set(), form) for _, form in dates._FORMS))
        assert (quantities.__wrapped__(text), moments(text)) == early
