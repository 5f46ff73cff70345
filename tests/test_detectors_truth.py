"""A story told by one invented outlet and exposed, denied or doubted by another."""

from __future__ import annotations

import pytest
from accounts import compared, kinds

SQUID = "A giant squid dragged a fishing boat under the harbour wall of Merin on Friday night.\n\n"
JOBS = "The Nordhav company will close its cannery in Orrin and dismiss 300 workers by spring.\n\n"
BOXES = "Three ballot boxes from the ward of Eastquay were left without a guard in a school corridor.\n\n"

FOUND = {
    "exposed further down, by two lines": (
        "contradiction",
        SQUID + "The crew jumped into the water.",
        "Everyone in Merin has seen the squid by now.\n\nIt is said to have dragged a fishing boat under.\n\n"
        "The harbour has not been so full since the regatta.\n\nTea was sold on the wall.\n\n"
        "The squid that dragged the boat under is a fake.\n\nThe whole story of the boat was made up.",
    ),
    "a party denies a report that one outlet tells as fact": (
        "contradiction",
        JOBS + "Meetings with the works council begin on Monday.",
        "Nordhav has denied reports that it will close its cannery in Orrin and dismiss workers.",
    ),
    "a denial that points back to the claim in the line before": (
        "tension",
        BOXES + "Counting went on past midnight.",
        "Supporters of the loser claim that three ballot boxes from Eastquay were left without a guard in a "
        "corridor of the school.\n\nThe electoral office does not accept that.",
    ),
}


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_what_one_outlet_tells_and_another_calls_in_question_is_flagged(name: str, swap: bool) -> None:
    strength, one, other = FOUND[name]
    assert kinds(*((other, one) if swap else (one, other))) == [("occurrence", strength)]


@pytest.mark.parametrize("name", FOUND)
def test_an_outlet_that_knows_of_the_dispute_is_not_set_against_it(name: str) -> None:
    _, one, other = FOUND[name]
    assert kinds(f"{one}\n\n{other}", other) == []


LOOKALIKES = {
    "a verdict on something else": (
        SQUID,
        "The squid of Merin drew crowds to the harbour wall.\n\nHotels were full.\n\nIt rained.\n\n"
        "Ferries ran late.\n\nNumerous studies debunk claims that herring is bad for children.",
    ),
    "no hoax": (
        SQUID,
        "The squid that dragged a fishing boat under the wall of Merin harbour is not a hoax, divers found.",
    ),
    "a speaker's verdict far down": (
        SQUID,
        "A fishing boat went under at the harbour wall of Merin.\n\nHotels were full.\n\nIt rained.\n\n"
        "Ferries ran late.\n\nThe mayor said reports of a closed harbour were untrue.",
    ),
    "a denial of something else": (JOBS, "Nordhav has denied reports that it will sell its ship Solveig."),
}


@pytest.mark.parametrize("name", LOOKALIKES)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_a_verdict_on_another_matter_is_not_flagged(name: str, swap: bool) -> None:
    one, other = LOOKALIKES[name]
    assert kinds(*((other, one) if swap else (one, other))) == []


def test_the_position_of_a_denial_that_points_back_cites_the_claim_too() -> None:
    _, one, other = FOUND["a denial that points back to the claim in the line before"]
    (found,) = compared(one, other)
    cited = [len(position.citations) for position in found.positions]
    assert sorted(cited) == [1, 2]


def test_a_hired_hand_is_not_a_dismissed_one_but_a_signed_treaty_is_not_an_unsigned_one() -> None:
    signed = "President Solm signed the fishing treaty with Caldria on Monday."
    unsigned = "President Solm has not signed the fishing treaty with Caldria."
    assert kinds(signed, unsigned) == [("status", "contradiction")]
    assert kinds(f"{signed}\n\n{unsigned}", unsigned) == []
    assert kinds(signed, "President Solm has not ended the fishing dispute with Caldria.") == []
