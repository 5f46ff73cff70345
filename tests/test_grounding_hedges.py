"""How surely it is said: hedges, and statements that are surer than their evidence."""

from __future__ import annotations

import pytest

from briefing.grounding.hedges import hardened, hedges


def test_hedges_are_classed_and_a_plain_statement_has_none() -> None:
    assert hedges("It reportedly might sink.") == {"reported", "possible"}
    assert hedges("It sank at noon.") == frozenset()


@pytest.mark.parametrize(
    ("statement", "evidence", "hard"),
    [
        ("The strike will close the port.", "The strike may close the port.", True),
        ("The strike might close the port.", "The strike may close the port.", False),
        (
            "Snow will likely fall in Harle on Friday, forecasters say.",
            "Forecasters at the weather service in Orrin say that snow may fall on Friday in Harle.",
            False,
        ),
        (
            "The council will decide on the harbour on Friday, a date that Ada Orr has set.",
            "The council of Harle is expected to make a decision on its old harbour on Friday.",
            True,
        ),
        (
            "Kim Marsh will meet Orr soon, and Orr is expected to meet him in June.",
            "Mr Marsh is also planning to meet Ms Orr soon, people who know both of them told the Courier.",
            True,
        ),
        (
            "Crews say they will close the old port if rain falls.",
            "Crews said that if it rains they could close it.",
            True,
        ),
        (
            "Crews say they will not close the old port if rain falls.",
            "Crews said that if it rains they could close it.",
            False,
        ),
        (
            "Crews say they will close the old port if rain falls.",
            "It is to close if rain falls, said crews who could themselves close it.",
            False,
        ),
        (
            "Orrin Shipping says it will sell two of its ferries.",
            "On Monday Orrin Shipping, which is short of money, said it plans to sell ferries, two of them.",
            True,
        ),
        (
            "Orrin Shipping says it will sell two of its ferries.",
            "Orrin Shipping, which once planned to sell them all, is now to sell ferries, two of them.",
            False,
        ),
        (
            "The agency says that fares will rise this winter.",
            "We expect fares and fees alike to rise, the agency said as winter came near.",
            True,
        ),
        (
            "The mayor will meet the dockers, perhaps in June.",
            "Asked again, the mayor said she hoped to meet the dockers — in June perhaps, or after the vote.",
            True,
        ),
        (
            "Perhaps the mayor will meet the dockers.",
            "Asked again, the mayor said she hoped to meet the dockers — in June perhaps, or after the vote.",
            False,
        ),
        (
            "A column says that the offer is a trick to win time for the owners.",
            "The offer of Monday may simply be a trick to win the owners some time before the vote.",
            True,
        ),
        (
            "The crew stole the boat, witnesses told the court.",
            "The crew allegedly stole the boat on Monday.",
            True,
        ),
        (
            "Parents gave away their sons.",
            "So great was the fear reportedly that parents gave sons away.",
            True,
        ),
        (
            "Parents gave away their sons.",
            "So great was the fear, he said, that parents gave sons away.",
            False,
        ),
        (
            "Perhaps parents gave away their sons.",
            "The fear was reportedly why parents gave sons away.",
            False,
        ),
    ],
)
def test_a_hardened_hedge_is_seen(statement: str, evidence: str, hard: bool) -> None:
    assert hardened(statement, [evidence]) is hard


def test_hearsay_that_another_sentence_has_plainly_is_no_hearsay() -> None:
    reported = "So great was the fear reportedly that parents gave their sons away."
    assert hardened("Parents gave away their sons.", [reported, "The crew left."])
    assert not hardened(
        "Parents gave away their sons.", [reported, "Many parents gave sons away in those years."]
    )
    assert not hardened("It rained.", [reported])
