"""A mutation puts one fault into a statement, where it has a place for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evaluation.mutations import MUTATIONS


@pytest.mark.parametrize(
    ("kind", "text", "broken"),
    [
        ("number changed", "Some 17 were hurt.", "Some 27 were hurt."),
        ("number changed", "Three were hurt.", "six were hurt."),
        ("number changed", "It rose by 0.5 per cent.", "It rose by 9.5 per cent."),
        ("number changed", "Some 05 men left.", "Some 95 men left."),
        ("quotation altered", 'He said "the harbour wall never moved".', 'He said "the harbour wall moved".'),
        ("speaker swapped", "Anna Weil said it burned.", "Otto Brand said it burned."),
        ("negation added", "The bridge was safe.", "The bridge was not safe."),
        ("negation dropped", "The bridge was not safe.", "The bridge was safe."),
        ("negation dropped", "The bridge cannot bear it.", "The bridge can bear it."),
        ("negation dropped", "The bridge can’t bear it.", "The bridge can bear it."),
        ("negation dropped", "It won't hold.", "It will hold."),
        ("hedge hardened", "He may have left.", "He has left."),
        ("hedge hardened", "The firm plans to sell.", "The firm will sell."),
        (
            "hedge hardened",
            "It is unclear if it may go; it might stay.",
            "It is unclear if it may go; it will stay.",
        ),
        ("hedge hardened", "The alleged thief left.", "The thief left."),
        ("bound made exact", "Up to 40 left; at least 40 stayed.", "40 left; at least 40 stayed."),
    ],
)
def test_a_mutation_breaks_one_thing(kind: str, text: str, broken: str) -> None:
    assert MUTATIONS[kind](text, ["Anna Weil", "Otto Brand"]) == broken


@pytest.mark.parametrize(
    "text", ["Anna Weil alleged that he left.", "It is only alleged to be so.", "It was alleged by some."]
)
def test_a_verb_of_hearsay_is_no_adjective_that_can_be_left_out(text: str) -> None:
    assert MUTATIONS["hedge hardened"](text, []) is None


def test_a_hedge_beside_another_one_is_not_hardened() -> None:
    """What would still be hedged is no fault: "the chance that it is shut", "could be potentially shut"."""
    assert MUTATIONS["hedge hardened"]("He spoke of the chance that it might be shut.", []) is None
    assert MUTATIONS["hedge hardened"]("The port could be potentially shut.", []) is None


@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_statement_without_a_place_for_the_fault_is_left_alone(kind: str) -> None:
    assert MUTATIONS[kind]("Rain fell.", []) is None


@pytest.mark.parametrize("kind", MUTATIONS)
@given(st.text('may not is 3 "abcdef Anna said,.', max_size=60))
def test_no_mutation_returns_its_original(kind: str, text: str) -> None:
    assert MUTATIONS[kind](text, ["Otto Brand"]) != text
