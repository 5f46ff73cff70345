"""A small part of the campaign of lying sources: some lies, each told by another one of ten sources."""

from __future__ import annotations

import pytest
from campaigns.lies import LIES
from campaigns.lying_sources import COUNT, DEAD, attempts

PATIENCE = 0.5
LIARS = {
    "half": 0,
    "latin_1": 1,
    "error_page": 2,
    "half_packed": 3,
    "redirect_loop": 4,
    "utf_16": 5,
    "no_content": 6,
    "endless": 7,
    DEAD: 8,
    "plain_error": 9,
}


def test_the_other_stories_stay_as_they_were_and_each_gap_is_named() -> None:
    found = list(attempts(LIARS.items(), PATIENCE))
    assert [(outcome.lie, outcome.fault) for outcome in found] == [(lie, None) for lie in LIARS]
    assert {outcome.lie for outcome in found if outcome.read} == {"latin_1", "utf_16"}


@pytest.mark.parametrize("words", [300, 500])
def test_where_words_do_not_go_round_the_other_stories_still_tell_what_they_told(words: int) -> None:
    found = list(attempts([(DEAD, 0), ("half", 3)], PATIENCE, words))
    assert [outcome.fault for outcome in found] == [None, None]


def test_every_one_of_the_ten_lies_once() -> None:
    assert set(LIARS.values()) == set(range(COUNT))
    assert LIARS.keys() <= {DEAD, *LIES}
