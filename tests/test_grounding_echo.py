"""A negation or a hedge is missed by its own words, wherever they stand in the other text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.grounding.echo import unguarded
from briefing.grounding.hedges import hardened
from briefing.grounding.negation import polarity_conflict

BRIDGE = (
    "Engineers told the council, after a night of checks, that the bridge is safe to reopen to traffic.",
    "The contractor, whom nobody could reach, might repeat the load test in May if the weather holds.",
)


@pytest.mark.parametrize(
    ("statement", "conflict"),
    [
        ("The bridge is not safe to reopen, engineers said.", True),
        ("Engineers said that the bridge is safe to reopen.", False),
        ("It is not true that the mayor resigned.", False),  # nothing of it is in the evidence
    ],
)
def test_an_added_negation_is_seen_by_the_words_it_governs(statement: str, conflict: bool) -> None:
    assert polarity_conflict(statement, BRIDGE) is conflict


def test_a_dropped_negation_is_seen_unless_another_sentence_says_so_plainly() -> None:
    denied = (
        "The operator says, in a letter to the harbour, that it did not close the northern lock on Friday."
    )
    told = "Skippers saw the operator close the northern lock on Friday."
    statement = "The operator did close the northern lock, skippers say."
    assert polarity_conflict(statement, [denied])
    assert not polarity_conflict(statement, [denied, told])


@pytest.mark.parametrize(
    ("statement", "hard"),
    [
        ("The contractor will repeat the load test in May.", True),
        ("The contractor might repeat the load test in May.", False),
        ("Perhaps the contractor will repeat the load test in May.", False),
    ],
)
def test_a_lost_hedge_is_seen_by_the_words_it_governs(statement: str, hard: bool) -> None:
    assert hardened(statement, BRIDGE) is hard


@given(
    st.lists(st.sampled_from(["not", "may", "bridge", "safe", "reopen", "traffic", ".", "the"]), max_size=14)
)
def test_a_text_never_conflicts_with_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert not polarity_conflict(text, [text])
    assert not hardened(text, [text])


NOT = re.compile(r"\bnot\b")
CLAIM = "It was not red coal tar."


@pytest.mark.parametrize(
    ("other", "lost", "echoed"),
    [
        ("red coal tar", 0, True),
        ("tar, coal: red", 0, True),  # in any order
        ("red one two coal tar", 0, True),  # two words may stray in
        ("red big old wet coal tar", 0, False),
        ("red tar", 0, False),
        ("red tar", 1, True),
        ("tar", 1, False),
    ],
)
def test_an_echo_has_the_words_close_together(other: str, lost: int, echoed: bool) -> None:
    assert unguarded(NOT, NOT, CLAIM, [other], lost=lost) is echoed


def test_of_two_words_none_may_be_lost_nor_of_three_where_nothing_is_said() -> None:
    assert not unguarded(NOT, NOT, CLAIM, ["red tar"])
    assert unguarded(NOT, NOT, "It was not red coal.", ["red coal"], lost=1)
    assert not unguarded(NOT, NOT, "It was not red coal.", ["red tar"], lost=1)


def test_a_denial_of_which_a_single_word_is_told_plainly_is_none_added() -> None:
    assert not polarity_conflict(CLAIM, ["The tar gulls screamed all night at the quay."])
    assert polarity_conflict(CLAIM, ["The coal and tar gulls screamed all night at the quay."])


def test_one_word_is_too_few_to_echo() -> None:
    assert not unguarded(NOT, NOT, "It was not red.", ["red"])
    assert unguarded(NOT, NOT, "It was not red. It was not red coal.", ["red coal"]), "the next cue is tried"


@pytest.mark.parametrize(
    ("before", "after", "guarded"),
    [(42, 99, True), (43, 99, False), (99, 8, True), (99, 9, False)],
)
def test_a_guard_bears_on_an_echo_within_45_characters_before_and_12_after(
    before: int, after: int, guarded: bool
) -> None:
    other = "not" + "." * before + "red coal tar" + "." * after + " not"
    assert unguarded(NOT, NOT, CLAIM, [other]) is not guarded


def test_what_stands_unguarded_beside_is_what_the_others_may_rest_on() -> None:
    assert unguarded(NOT, NOT, CLAIM, ["red coal tar"], ["not red coal tar"])
    assert not unguarded(NOT, NOT, CLAIM, ["red coal tar"], ["red coal tar"])


def test_every_echo_must_be_free() -> None:
    assert not unguarded(NOT, NOT, CLAIM, ["red coal tar", "not red coal tar"])


ECHOED = "The bridge is safe to reopen to lorries, engineers said."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge was not safe to reopen.", True),
        ("The bridge was not safe; lorries reopen it.", False),
        ("The bridge was not safe to close.", False),
        ("It was not so.", False),
    ],
)
def test_a_cue_governs_the_words_of_its_own_clause(text: str, found: bool) -> None:
    cue, guard = re.compile(r"\bnot\b"), re.compile(r"\b(?:not|never)\b")
    assert unguarded(cue, guard, text, [ECHOED]) is found
    assert not unguarded(cue, guard, text, [ECHOED.replace("is safe", "is never safe")])


def test_words_that_are_light_or_negations_are_none_of_those_governed() -> None:
    cue, guard = re.compile(r"\bnot\b"), re.compile(r"\bnot\b")
    assert unguarded(cue, guard, "It is not just really safe to reopen.", [ECHOED])
    assert unguarded(cue, guard, "It is not safe, isn’t it, to reopen lorries.", [ECHOED])
