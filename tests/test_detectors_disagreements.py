"""Each kind of disagreement, told by invented outlets of invented events."""

from __future__ import annotations

import pytest
from accounts import compared, kinds

C, T = "contradiction", "tension"

OFFER = (
    "President Halvard Drost of Vostria offered a truce on Monday "
    "if Caldria hands over the port of Merin.\n\n"
)
RAIL = "A freight train left the rails near the village of Orrin on Tuesday and blocked the valley line.\n\n"

FOUND = {
    "a silence beside an answer": (
        "response",
        C,
        OFFER + "Caldrian officials have yet to reply to the offer by Drost.",
        OFFER + "Caldrian President Edda Solm spoke. Her adviser Tore Lind called the offer by Drost a trap.",
    ),
    "no word from a party": (
        "response",
        C,
        RAIL + "There was no word from the Nordhav company on the accident.",
        RAIL + "Nordhav spokeswoman Ida Brandt said of the accident that a broken rail was to blame.",
    ),
    "two settings of one announcement": (
        "place",
        C,
        "Mayor Lena Marsh announced at a news conference in Orrin that the old harbour "
        "bridge will close for repairs.",
        "In an interview with the Courier, Marsh said the old harbour bridge in Orrin "
        "would close for repairs.",
    ),
    "a report told as fact and as a hoax": (
        "occurrence",
        C,
        "A giant squid attacked a fishing boat off Merin harbour on Friday.\n\nThe crew "
        "jumped into the water.",
        "The story of a giant squid that attacked a fishing boat off Merin harbour is a hoax.\n\n"
        "The picture was photoshopped, the coast guard found.",
    ),
    "a plan denied": (
        "occurrence",
        C,
        "The Nordhav company is closing its cannery in Orrin and moving production to Merin.",
        "The Nordhav company has no plans to close its cannery in Orrin or move production.",
    ),
    "a cause beside the denial of it": (
        "cause",
        C,
        "The council cut the old lime tree in the market square of Orrin in order to "
        "prevent the disease from spreading.",
        "The cutting of the old lime tree in the market square of Orrin is unrelated to the disease.",
    ),
    "two weekdays": (
        "time",
        C,
        "The ferry Solveig sank off the island of Hern on Tuesday with a cargo of cement.",
        "With a cargo of cement on board, the ferry Solveig sank off the island of Hern on Thursday.",
    ),
    "two years": (
        "time",
        C,
        "The harbour toll law was passed in 1951.",
        "Parliament passed the harbour toll law in 1974.",
    ),
    "two exact figures": (
        "number",
        C,
        "The landslide at Orrin destroyed 48 houses, the fire brigade said.",
        "The landslide at Orrin destroyed 63 houses, according to the fire brigade.",
    ),
    "a figure and its being unknown": (
        "number",
        T,
        "The council approved the new bridge at Orrin at a cost of 12 million crowns.",
        "The council approved the new bridge at Orrin, but the cost was unclear.",
    ),
    "two ranks of one person": (
        "identity",
        C,
        "Ivo Kant, deputy director for safety at the dam, closed the gates.",
        "The gates were closed by Ivo Kant, chief engineer for safety at the dam.",
    ),
    "two ages of one person": ("identity", C, "Mia Holt, 34, won the race.", "Mia Holt, 43, won the race."),
    "inside and outside an agreement": (
        "identity",
        C,
        "The minister wants a fishing agreement with Caldria this year.",
        "Caldria would not be part of the fishing agreement, the ministry said.",
    ),
    "a rule and its limit": (
        "scope",
        C,
        "According to the old rule the eldest daughter of a farm inherits the land and the boat.",
        "According to the old rule it is only the eldest daughter of an eldest daughter "
        "who inherits the land.",
    ),
    "a demand and its softening": (
        "scope",
        C,
        "The union called for armed guards on every night train in the country.",
        "The union's new leader eased off the call for armed guards on every night train.",
    ),
    "conditions in full and in part": (
        "scope",
        T,
        "President Drost of Vostria said he will call a truce if Caldria pulls its "
        "soldiers out of the port of Merin "
        "and gives up its bid to join the northern alliance.",
        "President Drost of Vostria said he will call a truce if Caldria withdraws its "
        "soldiers from the port of Merin.",
    ),
    "a condition in words that no demand has": (
        "scope",
        T,
        "The drivers' union will call off the Orrin strike if the tram company pays the arrears in full "
        "and reinstates the sacked conductors this month.",
        "The drivers' union will call off the Orrin strike so long as the tram company pays the arrears "
        "in full.",
    ),
    "former and in use": (
        "status",
        T,
        "The army will close a former rocket test site on Hern.",
        "The army will close the only rocket test site on Hern.",
    ),
    "under way and still to come": (
        "status",
        T,
        "President Drost is in ongoing peace talks with the Caldrian President Edda Solm.",
        "President Drost will travel for scheduled peace talks with the Caldrian "
        "President Edda Solm on Friday.",
    ),
    "open and set against": (
        "characterisation",
        T,
        "Premier Solm was open to a new agreement on fishing rights.",
        "Solm appeared skeptical of a new agreement.",
    ),
}


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_two_accounts_that_cannot_both_be_right_are_set_side_by_side(name: str, swap: bool) -> None:
    """One flag of the right kind and strength, whichever outlet tells which side."""
    kind, strength, one, other = FOUND[name]
    texts = (other, one) if swap else (one, other)
    assert kinds(*texts) == [(kind, strength)]


@pytest.mark.parametrize("name", FOUND)
def test_one_account_alone_or_told_twice_is_no_disagreement(name: str) -> None:
    _, _, one, other = FOUND[name]
    for text in (one, other):
        assert kinds(text) == []
        assert kinds(text, text) == []


@pytest.mark.parametrize("name", FOUND)
def test_a_source_that_says_both_contradicts_neither(name: str) -> None:
    """Two that report the same dispute do not disagree."""
    _, _, one, other = FOUND[name]
    both = f"{one}\n\n{other}"
    assert kinds(both, both) == []


def test_sides_that_agree_are_one_position() -> None:
    _, _, one, other = FOUND["two exact figures"]
    third = "The fire brigade said that the landslide at Orrin destroyed 63 houses."
    (found,) = compared(one, other, third)
    assert [sorted(p.sources) for p in found.positions] == [["S1"], ["S2", "S3"]]


def test_a_question_is_in_the_sources_words() -> None:
    _, _, one, other = FOUND["a silence beside an answer"]
    (found,) = compared(one, other)
    assert found.question == "Whether Caldrian officials have responded to the offer by Drost"
    _, _, one, other = FOUND["two weekdays"]
    (found,) = compared(one, other)
    assert found.question == "When the ferry Solveig sank off the island of Hern"
