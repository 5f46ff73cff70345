"""How many words each story may have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.pipeline.allotment import FEWEST, allot


def test_the_first_stories_are_told_in_full_and_the_last_in_brief() -> None:
    assert allot(600, [900, 900, 900, 900], 250) == (250, 230, 60, 60)


def test_a_short_story_leaves_its_words_to_the_next() -> None:
    assert allot(400, [40, 900, 900], 250) == (40, 250, 110)


def test_where_words_do_not_go_round_the_last_stories_get_none() -> None:
    assert allot(130, [900, 900, 900], 250) == (70, 60, 0)


def test_short_stories_need_no_more_than_they_have() -> None:
    assert allot(90, [20, 25, 20, 30], 250) == (20, 25, 20, 0)
    assert allot(95, [20, 25, 20, 30], 250) == (20, 25, 20, 30)


@given(
    st.integers(0, 3000),
    st.lists(st.integers(0, 2000), min_size=1, max_size=20),
    st.integers(FEWEST, 400),
)
def test_never_more_than_asked_for_nor_than_there_is(words: int, available: list[int], most: int) -> None:
    shares = allot(words, available, most)
    assert len(shares) == len(available)
    assert sum(shares) <= words
    assert all(0 <= share <= min(most, has) for share, has in zip(shares, available, strict=True))


@given(
    st.integers(0, 3000),
    st.lists(st.integers(FEWEST, 2000), min_size=1, max_size=20),
    st.integers(FEWEST, 400),
    st.data(),
)
def test_a_story_that_is_lost_takes_no_word_from_another(
    words: int, available: list[int], most: int, data: st.DataObject
) -> None:
    """But for one of a line or two, whose place a longer one may take that has been left out so far."""
    gone = data.draw(st.integers(0, len(available) - 1))
    before = allot(words, available, most)
    after = allot(words, [*available[:gone], *available[gone + 1 :]], most)
    others = [*before[:gone], *before[gone + 1 :]]
    assert all(now >= then for now, then in zip(after, others, strict=True))
