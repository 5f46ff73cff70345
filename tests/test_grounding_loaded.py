"""Loaded words: in any form, in their loaded sense alone, and never where a source is quoted."""

from __future__ import annotations

import pytest

from briefing.grounding.loaded import loaded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was outrageous, and the thugs left.", ("outrageous", "thugs")),
        ("Crews caved in.", ("caved in",)),
        ("Crews found a cave.", ()),
        ("The blast hit the ram.", ()),
        ("They lash out, he lashed out.", ("lashed out",)),
        ("The so-called plan and the non-starter.", ("so-called", "non-starter")),
        ("He called it “outrageous”.", ()),
        ("A regime, a sham, a regime.", ("regime", "sham", "regime")),
        ("The quay is shut.", ()),
    ],
)
def test_loaded_words_are_told_in_their_order(text: str, found: tuple[str, ...]) -> None:
    assert loaded(text) == found


def test_loaded_words_inside_quotation_marks_are_free() -> None:
    assert loaded("He slammed the “sham” regime.") == ("slammed", "regime")


@pytest.mark.parametrize(
    "text", ["It lies with the ministry.", "Dead trays lie along the quay.", "Ostrel, lying south"]
)
def test_what_lies_somewhere_tells_no_lie(text: str) -> None:
    assert loaded(text) == ()


def test_who_lies_does() -> None:
    assert loaded("He lies about the ferry.") == ("lies",)
