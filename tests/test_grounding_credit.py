"""Which other outlets a source passes on, where all that it says of a point is theirs."""

from __future__ import annotations

import pytest

from briefing.grounding import has_name, passed_on

HEARD = "According to the Skerry Courier, 17 were injured."
WIRED = "As many as 17 were injured, the Kestrel Press reported."
SEEN = "Officials counted 17 injured."


@pytest.mark.parametrize(
    ("evidence", "outlets"),
    [
        ([HEARD], ("Skerry Courier",)),
        ([HEARD, WIRED, HEARD], ("Skerry Courier", "Kestrel Press")),
        ([HEARD, SEEN], ()),
        ([HEARD, "The ferry is forty years old."], ("Skerry Courier",)),
        (["Seventeen were injured, writes the Daily Mail."], ("Daily Mail",)),
        (["The Skerry247 news website reported that 17 were injured."], ("Skerry247",)),
        (["Seventeen were injured, according to a BBC count."], ("BBC",)),
        (["Seventeen were injured, according to an AFP tally."], ("AFP",)),
        (["Reports, including those by KCNA, told of 17 injured."], ("KCNA",)),
        (["Earlier reports, including one in UPI, told of 17 injured."], ("UPI",)),
        ([SEEN], ()),
        ([], ()),
    ],
)
def test_outlets_are_passed_on_where_every_sentence_credits_one(
    evidence: list[str], outlets: tuple[str, ...]
) -> None:
    assert passed_on("17 were injured", evidence) == outlets


def test_an_outlet_is_named_by_what_is_its_own_and_not_by_half_of_its_name() -> None:
    assert has_name("the Guardian", "The Guardian’s reporters counted 17 injured.")
    assert not has_name("Kestrel Press", "The press counted 17 injured.")


def test_an_outlet_that_the_text_names_is_not_named_again() -> None:
    assert passed_on("The Courier says that 17 were injured", [HEARD]) == ()


@pytest.mark.parametrize(
    ("by", "outlets"), [("The Skerry Courier", ()), ("Courier", ()), ("Harl Courier", ("Skerry Courier",))]
)
def test_an_outlet_passes_on_nothing_of_its_own(by: str, outlets: tuple[str, ...]) -> None:
    assert passed_on("17 were injured", [HEARD], [by]) == outlets


def test_a_word_that_only_contains_an_outlets_name_does_not_name_it() -> None:
    assert passed_on("Forty were trapped there.", ["Forty were trapped there, AP reported."]) == ("AP",)
    assert passed_on("AP's count: forty trapped.", ["Forty were trapped there, AP reported."]) == ()
