"""Nobody came to harm, one outlet says; another counts the injured, the dead, the missing."""

from __future__ import annotations

import pytest
from accounts import compared

FERRY = "The ferry Lindorm ran aground off Sandholm on Tuesday. "
SHOAL = "The ferry Lindorm struck a shoal near Sandholm on Tuesday, police said. "
SOME = "Four passengers were injured when the ferry stopped abruptly."


@pytest.mark.parametrize(
    "none",
    [
        "Nobody was injured.",
        "No one on board was hurt, the coast guard said.",
        "None of the passengers was injured.",
        "There were no injuries.",
    ],
)
@pytest.mark.parametrize("some", [SOME, "The accident injured four people."])
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_nobody_beside_a_count_is_a_contradiction(none: str, some: str, swap: bool) -> None:
    texts = [FERRY + none, SHOAL + some]
    found = [(d.kind, d.strength, d.question) for d in compared(*(texts[::-1] if swap else texts))]
    assert found == [("number", "contradiction", "How many were injured")]


def test_what_was_not_reported_may_only_not_have_been_known() -> None:
    (found,) = compared(FERRY + "No injuries were reported.", SHOAL + SOME)
    assert found.strength == "tension"


def test_the_dead_are_others_than_the_injured() -> None:
    (found,) = compared(FERRY + "No passengers died.", SHOAL + "Two passengers died, the hospital said.")
    assert found.question == "How many were killed"
    assert not compared(FERRY + "Nobody was killed.", SHOAL + SOME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nobody was seriously injured.", SOME),
        ("There were no immediate reports of injuries.", SOME),
        ("It is not known whether anybody was hurt.", SOME),
        ("Police hope that nobody was injured.", SOME),
        ("Nobody was injured.", "In 2019 four passengers were injured on the same ferry."),
        ("Nobody was injured.", "Two more passengers could have been injured."),
        ("Nobody died.", "Four horses died."),
        ("Nobody was injured on deck. Four passengers were injured below.", SOME),
    ],
)
def test_look_alikes_are_no_disagreement(one: str, other: str) -> None:
    assert not compared(FERRY + one, SHOAL + other)
