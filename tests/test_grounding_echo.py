"""A negation or a hedge is missed by its own words, wherever they stand in the other text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
