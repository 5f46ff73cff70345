"""How surely one sentence of a story tells what another one does."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from clusters import cluster
from hypothesis import given
from hypothesis import strategies as st

from briefing.extractive.retelling import FILE, Retelling
from briefing.extractive.salience import salience

COUNCIL = "The council of Halden closed the old harbour on Monday after divers found a second cable."
ALSO = "Divers found another cable in Halden, so its council closed the harbour on Monday."
STORM = "A storm kept the dredgers of Ketter in port all week."
BAKER = "A baker in Quill Street sold 412 loaves to the stranded passengers."


def retelling(*texts: tuple[str, ...]) -> Retelling:
    story = cluster(*texts)
    return Retelling(salience(story), story.origin_of)


def test_what_is_told_in_other_words_is_surely_told_and_what_is_not_is_not() -> None:
    found = retelling((COUNCIL, STORM), (BAKER, ALSO)).carried(0)
    assert found[3] > 0.8
    assert found[2] < 0.1


def test_the_sentences_of_its_own_origin_carry_nothing_of_it() -> None:
    found = retelling((COUNCIL, ALSO, STORM), (BAKER,))
    assert found.carried(0)[:3].tolist() == [0.0, 0.0, 0.0]
    assert found.told(0)[1] > 0.8


def test_the_one_of_a_source_that_is_nearest_tells_it_most_surely() -> None:
    less = "The harbour of Halden, closed by its council, has quays."
    both, alone = retelling((COUNCIL,), (ALSO, less, STORM)), retelling((COUNCIL,), (BAKER, less, STORM))
    assert both.carried(0)[1] > both.carried(0)[2]
    assert alone.carried(0)[2] > both.carried(0)[2]


def test_between_sentences_that_are_told_together_elsewhere_it_is_surer() -> None:
    again = "It said that no ferry would sail before the cable was gone."
    also = "Before the cable is gone no ferry sails."
    inside = retelling((COUNCIL, again), (ALSO, also)).carried(1)[3]
    outside = retelling((STORM, again), (BAKER, also)).carried(1)[3]
    assert inside > outside


def test_what_no_other_origin_has_is_likely_told_by_none_and_in_a_story_of_one_by_none_at_all() -> None:
    told = retelling((COUNCIL, BAKER), (ALSO, STORM))
    assert told.elsewhere(0) > 0.75
    assert told.elsewhere(1) < 0.4
    assert retelling((COUNCIL, ALSO)).elsewhere(0) == 0.0


def test_a_figure_that_both_give_is_enough_whatever_else_one_of_them_counts() -> None:
    longer = "The wait costs the crew of Halden 40 crowns a day and the town 55 crowns."
    found = retelling((COUNCIL, "The wait costs the crew of Halden 40 crowns a day."), (ALSO, longer))
    assert found.carried(1)[3] > 0.4


def test_a_rounded_figure_tells_what_an_exact_one_does() -> None:
    exact = "The wait costs the crew of the dredger 412 crowns a day."
    about = "The wait costs the dredger's crew about 400 crowns a day."
    found = retelling((COUNCIL, about), (ALSO, exact))
    assert found.told(1)[3] > 0.4
    assert found.carried(1)[3] == 0.0  # who follows the number would find another figure
    assert retelling((COUNCIL, about.replace("about ", "")), (ALSO, exact)).told(1)[3] == 0.0


def test_a_not_is_no_denial_of_what_is_told_and_one_of_what_is_cited() -> None:
    dead = "The sprinklers of Halden's mill had been dead since autumn, said the union."
    idle = "The sprinklers of Halden's mill had not worked since autumn, said the union."
    found = retelling((COUNCIL, idle), (ALSO, dead))
    assert found.told(1)[3] > 0.4
    assert found.carried(1)[3] == 0.0


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        (
            "Mayor Holm signed the order to close the harbour of Halden.",
            "Mayor Holm signed the order to close the harbour of Halden, an aide said.",
            "Mayor Holm never signed the order to close the harbour of Halden, an aide said.",
        ),
        (
            "The wait costs the dredger's crew of Halden 40 crowns a day.",
            "The wait costs the crew of the dredger 40 crowns a day.",
            "The wait costs the crew of the dredger 55 crowns a day.",
        ),
    ],
)
def test_who_denies_it_or_gives_other_figures_does_not_tell_it(one: str, other: str, against: str) -> None:
    assert retelling((COUNCIL, one), (ALSO, other)).carried(1)[3] > 0.4
    assert retelling((COUNCIL, one), (ALSO, against)).carried(1)[3] == 0.0


@given(st.lists(st.lists(st.sampled_from([COUNCIL, ALSO, STORM, "So it is.", "!?"]), min_size=1), min_size=1))
def test_probabilities_they_are_whatever_the_sentences(texts: list[list[str]]) -> None:
    story = cluster(*map(tuple, texts))
    weighed = salience(story)
    found = Retelling(weighed, story.origin_of)
    for place in range(len(weighed.sentences)):
        told = found.told(place)
        assert told.shape == (len(weighed.sentences),)
        assert np.all((told >= 0) & (told <= 1))
        assert 0 <= found.elsewhere(place) <= 1


def test_the_fitted_weights_say_what_they_must() -> None:
    """All that makes two sentences alike speaks for it; words that nobody else has speak against it."""
    kept = json.loads((Path(__file__).parents[1] / "briefing" / "extractive" / FILE).read_text())
    assert min(kept["told"]["weights"].values()) > 0
    assert kept["elsewhere"]["weights"]["surest"] > 0 > kept["elsewhere"]["weights"]["unheard"]


@pytest.mark.parametrize("at", ["0.4", "0.5"])
def test_of_what_is_taken_for_told_most_is_told(at: str) -> None:
    """The figures of the fit are in the file, each group left out: the constants lean on them."""
    kept = json.loads((Path(__file__).parents[1] / "briefing" / "extractive" / FILE).read_text())
    assert kept["crossvalidated"]["told"][at]["tell it, with others or in part, too"] > 0.85
    assert kept["crossvalidated"]["elsewhere"][at]["told by others"] < 0.2
