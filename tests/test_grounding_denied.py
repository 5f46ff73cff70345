"""Denials without a predicate: of a quotation, and of "only"."""

from __future__ import annotations

import pytest

from briefing.grounding.negation import polarity_conflict

SORRY = (
    "In a video in May announcing that she would go, Ms Orr continued to deny the charges that were made "
    "against her, but she admitted running a “messy” office and said she was “deeply sorry” for it."
)
TOLD = 'In a video Ada Orr admitted running a "messy" office and said she was {} "deeply sorry".'


@pytest.mark.parametrize(
    ("statement", "evidence", "turned"),
    [
        (TOLD.format("not"), SORRY, True),
        (TOLD.format("indeed"), SORRY, False),
        (TOLD.format("not"), SORRY.replace("was", "never was"), False),
        ('She says hers is not the side of "raiding funds".', "“We are not raiding funds,” she said.", False),
        ('She called the vote "a farce".', "“It was not a farce,” she said.", True),
        ('She says that her side is "raiding funds".', "“We are not raiding funds,” she said.", True),
        ('She denies "raiding funds".', "“We are not raiding funds,” she said.", False),
        ('She was not "quoted anywhere".', SORRY, False),
    ],
)
def test_a_quotation_is_denied_where_its_source_denies_it(
    statement: str, evidence: str, turned: bool
) -> None:
    assert polarity_conflict(statement, [evidence]) is turned


@pytest.mark.parametrize(
    ("evidence", "turned"),
    [
        ("So far the prize had only been given to painters from Orrin, said Ida Marsh.", True),
        ("So far the prize had not only been given to painters from Orrin, said Ida Marsh.", False),
        ("So far the prize had been given to painters from Orrin, said Ida Marsh.", False),
    ],
)
def test_only_is_not_only_where_the_evidence_has_it_so(evidence: str, turned: bool) -> None:
    assert polarity_conflict("The prize was not only given to painters.", [evidence]) is turned


@pytest.mark.parametrize("plain", ["are demanding the full report", "met to hear of it"])
def test_a_denial_of_something_else_bears_nothing_out_where_a_nearer_sentence_is_plain(plain: str) -> None:
    evidence = [
        "The warden told a court that the report did not name anyone.",
        f"In Orrin, says the ministry, the Greens {plain}.",
    ]
    told = (
        "The warden told a court the Greens are not demanding of Selby and Harle the ministry's full report."
    )
    assert polarity_conflict(told, evidence) is ("demanding" in plain)


def test_what_one_text_denies_and_another_says_plainly_may_be_quoted_plainly() -> None:
    evidence = ["“We are not raiding funds,” she said.", "Others say that they are raiding funds."]
    assert not polarity_conflict('They say that her side is "raiding funds".', evidence)
