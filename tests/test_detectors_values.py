"""Values of one thing: figures and times are compared where they hang on one word, and nowhere else."""

from __future__ import annotations

import pytest
from accounts import compared, kinds

from briefing.lines.clock import clocks

TWIN = {
    "tens that are told as such": (
        "number",
        "The lorry that overturned in Orrin was carrying 20 tonnes of steel.",
        "The lorry that overturned in Orrin was carrying 30 tonnes of steel.",
    ),
    "what damage amounts to": (
        "number",
        "A bus hit the hall of Orrin.\n\nThe damage was 2 million crowns.",
        "A bus hit the hall of Orrin.\n\nThe damage amounts to 5 million crowns.",
    ),
    "the year of a building with other figures": (
        "time",
        "The school of Orrin was built in 1987 and has 500 pupils.",
        "The school of Orrin, which was built in 1992, has 500 pupils.",
    ),
    "from what day": (
        "time",
        "Drivers will pay a charge in the centre of Orrin from 11 January, the council decided.",
        "From 1 February, a small sum is due from drivers in the centre of Orrin.",
    ),
    "a date on one verb": (
        "time",
        "The diary of Nils Aar was published on Saturday by a press in Merin.",
        "In Merin the diary of Nils Aar was published on Sunday, to the surprise of the press.",
    ),
    "since when": (
        "time",
        "Edda Solm has led the ratepayers of Merin since 1994.",
        "Edda Solm has led the ratepayers of Merin since 1995, and is tired of it.",
    ),
    "a sum among others": (
        "number",
        "The mayor of Orrin paid $310 for boots, $1,240 for a stuffed elk and $95 for soap.",
        "The mayor of Orrin paid $1,640 for a stuffed elk, the auditors found.",
    ),
    "a share in words alone": (
        "number",
        "A third of the trains of Orrin ran during the strike on Monday.",
        "During the strike on Monday two thirds of the trains of Orrin ran.",
    ),
    "people in unlike nouns": (
        "number",
        "Nine people were hurt when a crane fell on the market hall of Orrin.",
        "A crane fell on the market hall of Orrin and fourteen people were injured.",
    ),
}

UNITS = {
    "speeds": (
        "Winds of 100 km/h were measured at the lighthouse of Hern on Friday.",
        "Winds of 121 mph were measured at the lighthouse of Hern on Friday.",
    ),
    "temperatures": (
        "The temperature at the lighthouse of Hern was 5 degrees Celsius.",
        "The temperature at the lighthouse of Hern was 23 degrees Fahrenheit.",
    ),
    "below and above zero": (
        "The temperature at the lighthouse of Hern was minus 5 degrees Celsius.",
        "The temperature at the lighthouse of Hern was 5 degrees Celsius.",
    ),
}

APART = {
    "the name of a thing": (
        "The council of Merin repealed the 1976 law on dog fees.",
        "The council of Merin repealed the 1981 law on dog fees.",
    ),
    "another kind of a thing": (
        "Two Caldrian ministers called on Drost to resign over the toll.",
        "Three Vostrian ministers called on Drost to resign over the toll.",
    ),
    "a figure of another year": (
        "The effective tax rate of Merin was 31 per cent in 2014.",
        "The effective tax rate of Merin was 36 per cent in 2015.",
    ),
    "two meetings": (
        "Drost and Solm met on Sunday at the palace.",
        "Thursday night's meeting of Drost and Solm at the palace lasted an hour.",
    ),
}


@pytest.mark.parametrize("name", TWIN)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_unlike_values_of_one_thing_are_set_side_by_side(name: str, swap: bool) -> None:
    kind, one, other = TWIN[name]
    assert [k for k, _ in kinds(*((other, one) if swap else (one, other)))] == [kind]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (
            "The new weir of Merin will cost 4 million crowns and take six weeks, its engineer said.",
            "The new weir of Merin will cost 7 million crowns, its council said.",
            "How much the new weir of Merin will cost",
        ),
        (
            "The stuffed elk of Merin is worth 310 euros and a boot.",
            "The stuffed elk of Merin is worth 450 euros, its owner said.",
            "How much the stuffed elk of Merin is worth",
        ),
        (
            "The minister, Erik Dahl, said an inquiry will report within six months.",
            "The minister says an inquiry will report within three months.",
            "Whether an inquiry will report within three or six months",
        ),
        (
            "Fourteen people were taken to hospital after a crane fell in Orrin.",
            "Nine people were taken to hospital after a crane fell in Orrin.",
            "How many people were taken to hospital",
        ),
        (
            "One person was hurt when a crane fell in Orrin.",
            "Nine people were hurt when a crane fell in Orrin.",
            "How many people were hurt",
        ),
        (
            "Fourteen people were hurt and taken away when a crane fell in Orrin.",
            "Nine people were hurt when a crane fell in Orrin.",
            "How many people were hurt",
        ),
        (
            "Fourteen men and women were hurt when a crane fell in Orrin.",
            "Nine men and women were hurt when a crane fell in Orrin.",
            "How many men and women were hurt",
        ),
    ],
)
def test_the_question_of_two_figures_asks_one_thing_in_its_unit(one: str, other: str, question: str) -> None:
    assert [found.question for found in compared(one, other)] == [question]


@pytest.mark.parametrize("name", UNITS)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_measures_are_compared_in_one_unit(name: str, swap: bool) -> None:
    one, other = UNITS[name]
    assert [k for k, _ in kinds(*((other, one) if swap else (one, other)))] == ["number"]


@pytest.mark.parametrize("name", APART)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_values_of_two_things_are_not(name: str, swap: bool) -> None:
    one, other = APART[name]
    assert kinds(*((other, one) if swap else (one, other))) == []


def test_a_question_names_what_is_counted_and_gives_no_answer() -> None:
    _, one, other = TWIN["people in unlike nouns"]
    (found,) = compared(one, other)
    assert found.question == "How many people were injured"
    _, one, other = TWIN["since when"]
    (found,) = compared(one, other)
    assert found.question == "When Edda Solm has led the ratepayers of Merin"


def test_a_question_of_time_has_no_figure_that_is_disputed_itself() -> None:
    one = "A crane crashed on Monday into the hall of Orrin, injuring 17 pupils."
    other = "23 pupils were hurt when a crane crashed into the hall of Orrin on Tuesday."
    assert "When a crane crashed into the hall of Orrin" in [found.question for found in compared(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("4:10 p.m.", "4:13 p.m.", False),
        ("4:10 p.m.", "4:16 p.m.", True),
        ("11:58 p.m.", "12:01 a.m.", False),
        ("4:10 p.m.", "4:10 a.m.", True),
        ("half past four", "4:30 p.m.", False),
    ],
)
def test_times_a_few_minutes_apart_are_one_in_either_order_and_across_midnight(
    one: str, other: str, differ: bool
) -> None:
    (first,), (second,) = clocks(f"at {one}"), clocks(f"at {other}")
    assert first.differs(second) == second.differs(first) == differ
