"""What is told next is what newly tells most of what is worth telling, for its length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from clusters import cluster

from briefing.extractive.retelling import Retelling
from briefing.extractive.salience import Salience
from briefing.extractive.untold import Untold
from briefing.fitted import Floats
from briefing.types import Sentence


class Told(Retelling):
    """Of each sentence what was laid down."""

    def __init__(self, rows: Sequence[Sequence[float]]) -> None:
        self.rows = np.array(rows)

    def told(self, place: int) -> Floats:
        row: Floats = self.rows[place]
        return row


def weighed(scores: Sequence[float], clear: Sequence[float] | None = None) -> Salience:
    """Sentences of one length and source, with these scores; none leads."""
    story = cluster(tuple(f"Sentence number {n} of the story." for n in range(len(scores))))
    whole = np.ones(len(scores)) if clear is None else np.array(clear)
    bags = tuple(Counter[str]() for _ in scores)
    return Salience(
        tuple(story.sentences), np.array(scores), whole, np.zeros(len(scores)), bags, dict[str, float]()
    )


def untold(one: Salience, told: Retelling, budget: int = 250, said: Sequence[Sentence] = ()) -> Untold:
    return Untold(one, told, budget, said, (), ())


def alone(size: int) -> Told:
    """Nobody tells what another does."""
    return Told(np.zeros((size, size)).tolist())


def test_what_another_one_has_told_is_worth_nothing_more() -> None:
    left = untold(weighed([0.9, 0.8, 0.5]), Told([[0, 1, 0], [1, 0, 0], [0, 0, 0]]))
    assert left.weightiest(left.fitting(250)) == 0
    left.take(0, ())
    assert left.weightiest(left.fitting(250)) == 2


def test_what_is_told_in_part_is_worth_the_rest() -> None:
    left = untold(weighed([0.9, 0.8, 0.5]), Told([[0, 0, 0], [0.3, 0, 0], [0, 0, 0]]))
    left.take(0, ())
    assert left.weightiest(left.fitting(250)) == 1


def test_a_sentence_that_tells_what_two_others_do_is_worth_more_than_one_that_is_likelier_told() -> None:
    left = untold(weighed([0.5, 0.6, 0.5]), Told([[0, 0, 1], [0, 0, 0], [1, 0, 0]]))
    assert left.weightiest(left.fitting(250)) != 1


def test_what_a_position_cites_has_been_told() -> None:
    one = weighed([0.9, 0.8, 0.5])
    left = untold(one, Told([[0, 1, 0], [1, 0, 0], [0, 0, 0]]), said=one.sentences[:1])
    assert not left.fitting(250)[0]
    assert left.weightiest(left.fitting(250)) == 2


def test_a_sentence_that_needs_the_one_before_it_weighs_all_it_can_once_that_is_told() -> None:
    left = untold(weighed([0.6, 0.9, 0.8, 0.9], [1.0, 1.0, 0.5, 0.5]), alone(4))
    left.leave(1)
    assert left.weightiest(left.fitting(250)) == 0
    left.take(1, ())
    assert left.weightiest(left.fitting(250)) == 2


@pytest.mark.parametrize(("budget", "weighs"), [(250, 160), (4000, 400)])
def test_of_an_endless_story_the_weightiest_are_weighed_and_more_for_a_larger_brief(
    budget: int, weighs: int
) -> None:
    scores = np.linspace(0.9, 0.1, 500)
    left = untold(weighed(scores.tolist()), alone(500), budget)
    assert np.flatnonzero(left.fitting(250)).tolist() == [*range(weighs)]


def test_what_was_put_off_comes_back() -> None:
    left = untold(weighed([0.9, 0.5]), alone(2))
    left.put_off(0)
    assert np.flatnonzero(left.fitting(250)).tolist() == [1]
    left.resume()
    assert np.flatnonzero(left.fitting(250)).tolist() == [0, 1]
