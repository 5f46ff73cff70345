"""The words and signs that numbers are written with, and what each is worth."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.grounding import numerals


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("1,200.5", "1200.5"),
        ("2½", "2.5"),
        ("½", "0.5"),
        ("1,200¾", "1200.75"),
        ("forty-three", "43"),
        ("nineteen", "19"),
        ("a dozen", "12"),
        ("a hundred and five", "105"),
        ("one hundred and twenty thousand", "120000"),
        ("two million three hundred thousand and six", "2300006"),
    ],
)
def test_a_numeral_has_its_worth(text: str, worth: str) -> None:
    assert numerals.value(text) == Decimal(worth)


def test_a_figure_is_a_digit_or_a_written_fraction() -> None:
    assert numerals.figures("½ a mile")
    assert numerals.figures("F-16")
    assert not numerals.figures("forty crews")


@pytest.mark.parametrize("text", ["", "?", "--"])
def test_what_is_no_numeral_has_no_worth(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        numerals.value(text)


def test_every_unit_ten_ordinal_and_abbreviation_is_known() -> None:
    assert [numerals.value(word) for word in "zero one two three ten eleven twenty ninety".split()] == [
        0, 1, 2, 3, 10, 11, 20, 90
    ]  # fmt: skip
    assert [numerals.scale(word) for word in ("k", "m", "mn", "mln", "b", "bn", "tn", "trn")] == [
        10**3, 10**6, 10**6, 10**6, 10**9, 10**9, 10**12, 10**12
    ]  # fmt: skip
    assert [numerals.scale(word) for word in ("", "Millions", " dozen", "hundreds", "crews")] == [
        1,
        10**6,
        12,
        100,
        1,
    ]
    assert (numerals.ORDINALS["first"], numerals.ORDINALS["twelfth"]) == (1, 12)
