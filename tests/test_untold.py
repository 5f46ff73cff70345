"""What is told next is what newly tells most of what is worth telling, for its length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from clusters import cluster

from briefing.arrays import Floats
from briefing.extractive.retelling import Retelling
from briefing.extractive.salience import Salience
from briefing.extractive.untold import Untold
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


def test_what_is_cited_beside_a_sentence_has_been_told_too() -> None:
    left = untold(weighed([0.9, 0.2, 0.8, 0.5]), Told([[0] * 4, [0] * 4, [0, 1, 0, 0], [0] * 4]))
    left.take(0, (1,))
    assert left.weightiest(left.fitting(250)) == 3


def test_what_is_told_in_part_is_worth_the_rest() -> None:
    left = untold(weighed([0.9, 0.8, 0.6]), Told([[0, 0, 0], [0.3, 0, 0], [0, 0, 0]]))
    left.take(0, ())
    assert left.weightiest(left.fitting(250)) == 2


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


def test_what_is_not_weighed_against_others_is_told_when_all_else_has_been() -> None:
    """Of an endless story that many tell: its weightiest sentences are all one, the rest are many."""
    alike, others = 160, 30
    told = np.zeros((alike + others, alike + others))
    told[:alike, :alike] = 1.0
    left = untold(weighed([0.9] * alike + [0.3] * others), Told(told.tolist()))
    left.take(0, ())
    assert left.weightiest(left.fitting(250)) >= alike


def test_a_sentence_behind_one_that_was_left_out_is_not_understood_by_what_stands_before_that() -> None:
    story = cluster(
        ("Ana Roe of Orrin has resigned.", "Piet Holm succeeds.", "He led the board of Orrin.", "Rain.")
    )
    first, second, third, last = story.sentences
    for behind, chosen in ((third, 2), (second, 1)):
        three = replace(weighed([0.6, 0.9, 0.5], [1.0, 0.5, 1.0]), sentences=(first, behind, last))
        left = untold(three, alone(3))
        left.lengths[:] = 5
        left.take(0, ())
        assert left.weightiest(left.fitting(250)) == chosen


def test_a_remark_does_not_lead_where_the_news_comes_behind_it() -> None:
    one = replace(weighed([0.3, 0.9]), heads=np.array([0.3, 0.0]))
    assert untold(one, alone(2)).lead(250) is None
    assert untold(replace(one, heads=np.array([0.0, 0.9])), alone(2)).lead(250) == 1


def test_what_was_put_off_comes_back() -> None:
    left = untold(weighed([0.9, 0.5]), alone(2))
    left.put_off(0)
    assert np.flatnonzero(left.fitting(250)).tolist() == [1]
    left.resume()
    assert np.flatnonzero(left.fitting(250)).tolist() == [0, 1]


def test_a_sentence_that_begins_with_a_pronoun_is_told_behind_the_one_before_it_or_not_at_all() -> None:
    story = cluster(("Rain.", "Ana Roe has resigned.", "She led the board."), ("It had met.",))
    left = untold(replace(weighed([0.1] * 4), sentences=tuple(story.sentences)), alone(4))
    assert left.fitting(250).all()
    left.take(0, ())
    assert np.flatnonzero(left.fitting(250)).tolist() == [1]
    left.take(1, ())
    assert np.flatnonzero(left.fitting(250)).tolist() == [2]
