"""Which words a denial or a hedge bears on, and when a statement has lost or won one."""

from __future__ import annotations

import pytest

from briefing.grounding.hedges import hardened, hedges
from briefing.grounding.negation import negated, polarity_conflict
from briefing.grounding.scope import content, governed, nearly_same, twin

ELSEWHERE = "Crews strike, and gulls scream by the grey wet quay in May."
"""No twin of the evidence below: it has one word of it."""


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("of " * 5 + "harbour", "harbour"),
        ("of " * 6 + "harbour", None),
        ("the harbour quay", "harbour"),
        ("the, harbour", None),
        ("have yet been sunk", "sunk"),
        ("they’re sunk", "sunk"),
        ("", None),
    ],
)
def test_a_cue_governs_the_content_word_next_to_it_in_its_clause(text: str, stem: str | None) -> None:
    assert governed(text, 0) == stem


def test_content_leaves_out_function_words_and_light_verbs() -> None:
    assert content("The crews haven’t even taken the harbour’s boats.") == ("crew", "harbour", "boat")


def test_two_bags_of_words_are_alike_but_for_one_in_seven() -> None:
    seven, six = frozenset("abcdefg"), frozenset("abcdef")
    assert nearly_same(seven, seven) is True
    assert nearly_same(six, seven) is True
    assert nearly_same(frozenset("abcde"), six) is False
    assert nearly_same(frozenset(range(17)), frozenset(range(20))) is True
    assert nearly_same(frozenset(), frozenset()) is False


def test_the_first_twin_of_the_evidence_is_the_one() -> None:
    evidence = ["Rain fell.", "The crews strike at noon.", "At noon the crews strike."]
    assert twin("Crews strike at noon.", evidence) == evidence[1]
    assert twin("Gulls scream.", evidence) is None


def test_a_word_denied_or_hedged_at_the_end_of_a_sentence_stays_apart_from_the_next_sentence() -> None:
    assert hardened(ELSEWHERE, ["Crews might strike", "Rain fell"])
    assert polarity_conflict(ELSEWHERE, ["Crews never strike", "Rain fell"])


@pytest.mark.parametrize(
    ("evidence", "hard"),
    [
        (["Crews might strike."], True),
        (["Crews might strike.", "They strike on Monday."], False),
        (["Crews might strike or never strike."], False),
    ],
)
def test_a_predicate_is_hardened_only_where_it_is_never_plain(evidence: list[str], hard: bool) -> None:
    assert hardened(ELSEWHERE, evidence) is hard


@pytest.mark.parametrize(
    ("statement", "hard"),
    [
        ("Perhaps crews strike, and gulls scream by the grey wet quay in May.", False),
        ("Crews strike, perhaps, and gulls scream by the grey wet quay.", False),
        ("Crews strike, and gulls scream by the grey wet quay of the old town, perhaps.", True),
        (
            "In the view of the harbour master, of the mayor and of some gulls perhaps, crews then strike.",
            False,
        ),
        (
            "Perhaps gulls scream by the grey and wet quay of the old town, as ever, while crews strike.",
            True,
        ),
    ],
)
def test_a_hedge_bears_on_what_stands_near_it(statement: str, hard: bool) -> None:
    assert hardened(statement, ["Crews might strike."]) is hard


def test_a_hedge_that_governs_what_the_statement_left_out_is_not_lost() -> None:
    evidence = "The Selby harbour crews say they might strike on Monday at the coal quay gate at noon."
    assert not hardened(
        "The Selby harbour crews say they strike, perhaps, on Monday at the coal quay gate at noon.",
        [evidence],
    )
    assert hardened(
        "The Selby harbour crews say they strike on Monday at the coal quay gate at noon.", [evidence]
    )
    other = "The Selby harbour crews strike on Monday at the coal quay gate at noon, if needed."
    assert not hardened("The Selby harbour crews strike on Monday at the coal quay gate at noon.", [other])


def test_what_other_evidence_says_plainly_is_not_hardened() -> None:
    told = "A court found that the crew stole the grey boat from Selby."
    hedged = "Officials said the crew allegedly stole the grey boat from the quay."
    plain = "The crew stole the grey boat, a court found on Monday in Selby."
    assert hardened(told, [hedged])
    assert not hardened(told, [hedged, plain])


@pytest.mark.parametrize(
    ("hedged", "hard"),
    [
        ("might strike", False),  # the weaker "if needed" alone is left out
        ("probably strike, if asked,", False),  # another hedge in the place of the one
        ("strike", True),
    ],
)
def test_beside_a_twin_a_hedge_may_be_exchanged_but_not_lost(hedged: str, hard: bool) -> None:
    told = "The Selby harbour crews {} on Monday at the coal quay gate at noon"
    evidence = told.format("might strike") + ", if needed."
    assert hardened(told.format(hedged), [evidence]) is hard
    assert not hardened(told.format("could strike"), [told.format("might strike")])


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("It allegedly sank.", {"alleged"}),
        ("They are due to sail.", {"expected"}),
        ("They plan to sail.", {"planned"}),
        ("An estimated ten sailed.", {"estimated"}),
        ("Unless it rains, they sail.", {"conditional"}),
        ("They will probably sail.", {"likely"}),
        ("They sailed in May.", set()),
    ],
)
def test_each_class_of_hedge_is_known(text: str, classes: set[str]) -> None:
    assert hedges(text) == classes


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("They have not only struck.", set()),
        ("They did not strike.", {"strike"}),
        ("No later strike came.", set()),
        ("They refused to strike.", {"strike"}),
        ("A dispute arose.", set()),
        ("They dispute wages.", {"wage"}),
    ],
)
def test_what_is_denied_is_the_predicate(text: str, stems: set[str]) -> None:
    assert negated(text) == stems
