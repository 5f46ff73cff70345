"""A story that some tell as fact and one document exposes, in whatever words."""

from __future__ import annotations

import pytest
from accounts import cluster, compared

from briefing.extractive.detectors.stance import stances
from briefing.lines.corpus import Corpus
from briefing.lines.parties import akin

TOLD = (
    "The bakery chain Ostrand will close 90 of its 120 shops in Vostria by Easter.\n\n"
    "The closures begin in Merin and Orrin next week.\n\n"
    "About 800 people work in the shops that Ostrand is to close.\n\n"
    "Letters to the staff are ready, a trade paper writes."
)
AGAIN = (
    "Ostrand, the largest bakery chain in Vostria, will close 90 shops before Easter.\n\n"
    "The shops stand in 14 towns.\n\nOstrand was founded in 1911 by two brothers."
)
EXPOSED = (
    "Ostrand has denied rumours that it will close most of its shops in Vostria.\n\n"
    "The story that 90 shops will close was made up, the bakery chain said.\n\n"
    "There are no plans to close a single shop before Easter, according to the company.\n\n"
    "The rumour began on social media on Sunday.\n\nOstrand opened a new shop in Merin in May."
)


def test_an_article_that_exposes_its_story_is_told_from_those_that_tell_it() -> None:
    told, again, exposed = stances(Corpus(cluster(TOLD, AGAIN, EXPOSED))).values()
    assert max(told, again) < 0.5 < 0.7 < exposed


@pytest.mark.parametrize("order", [(TOLD, AGAIN, EXPOSED), (EXPOSED, TOLD, AGAIN)], ids=["last", "first"])
def test_both_sides_of_an_exposed_story_are_shown_by_their_plainest_lines(order: tuple[str, ...]) -> None:
    [flag] = [d for d in compared(*order) if d.kind == "occurrence"]
    assert flag.strength == "contradiction"
    said = [p.text for p in flag.positions]
    assert "will close 90" in said[0]
    assert "denied rumours" in said[1] or "made up" in said[1]
    assert {len(p.origins) for p in flag.positions} == {1, 2}


def test_a_story_that_all_expose_is_no_disagreement() -> None:
    assert compared(EXPOSED, EXPOSED.replace("bakery chain", "chain of bakeries")) == ()


def test_outlets_that_all_tell_of_the_denial_do_not_disagree() -> None:
    known = TOLD + "\n\nOstrand called the story of the closures false and denied that any shop will close."
    assert not [d for d in compared(known, EXPOSED) if d.kind == "occurrence"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("ukraine", "ukrainian", True), ("iran", "iraq", False), ("oslo", "oslo", True)],
)
def test_two_countries_that_begin_alike_are_not_one_party(one: str, other: str, alike: bool) -> None:
    assert akin(one, other) == akin(other, one) == alike
