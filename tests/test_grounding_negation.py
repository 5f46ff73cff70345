"""What is denied: a denial is added, dropped or turned, or it stands as the evidence has it."""

from __future__ import annotations

import pytest

from briefing.grounding.negation import negated, polarity_conflict
from briefing.grounding.scope import twin

LONG = "; gulls screamed over the quay all through that long wet night" * 2


@pytest.mark.parametrize(
    ("statement", "evidence", "turned"),
    [
        ("The union refused to strike.", "The union will strike on Monday.", True),
        (
            "The union closed the port.",
            "The union refused to close anything on that long and wet night.",
            True,
        ),
        ("The union never closed it.", "The union closed nothing at all on that long and wet night.", False),
        ("The union met and never left.", "The union met and never left the hall.", False),
        # who denies something beside the predicate may be who is told of
        ("The union has not paid wages to crews in Selby, Harl and Tarn.", "Nobody knew who paid.", False),
        ("The union has not paid wages to crews in Selby, Harl and Tarn.", "Somebody paid.", True),
        ("Officials have responded.", "Officials have not yet responded to the offer.", True),
        ("Officials have not answered the offer.", "Officials have not yet responded to the offer.", False),
        ("The union did not sign the deal.", "The union signed the deal on Monday.", True),
        ("The minister denied the charge.", "The minister denied the charge in court.", False),
        ("There will not be no ferries on the sound.", "On Monday no ferry will cross the sound.", True),
        ("Nobody was not aboard.", "At noon, the wardens say, nobody was there on board.", True),
        ("Nobody was not told of it.", "Nobody was not told, the wardens say of that long night.", False),
        (f"The warden did reply{LONG}, not once quiet.", "The warden did not reply.", True),
    ],
)
def test_a_predicate_is_turned_only_where_one_side_alone_denies_it(
    statement: str, evidence: str, turned: bool
) -> None:
    assert polarity_conflict(statement, [evidence]) is turned


@pytest.mark.parametrize(("who", "turned"), [("the union", False), ("Selby", True)])
def test_a_denial_beside_a_third_of_the_words_may_be_what_is_told(who: str, turned: bool) -> None:
    evidence = ["Somebody paid.", f"Nobody from {who} came."]
    assert polarity_conflict("The union has not paid crews.", evidence) is turned
    assert polarity_conflict("The union has not paid crews twice.", evidence), "a fourth is too few"


def test_a_denial_is_dropped_though_the_evidence_has_the_predicate_plain_elsewhere() -> None:
    evidence = "The ferry is safe, but the bridge was {} safe to reopen to lorries."
    told = "The bridge is safe to reopen to lorries, and crews of the ferry left it at noon."
    assert polarity_conflict(told, [evidence.format("not")])
    assert not polarity_conflict(told, [evidence.format("quite")])


def test_beside_a_twin_the_negations_are_counted() -> None:
    """Both sides deny something, so no predicate alone tells it: only the count does."""
    evidence = (
        "The Selby union did not close the harbour gates, and did not call the port crews out on Monday."
    )
    statement = "The Selby union did close the harbour gates, and did not call the port crews out on Monday."
    assert twin(statement, [evidence]) == evidence
    assert polarity_conflict(statement, [evidence])
    assert not polarity_conflict(evidence, [evidence])


def test_beside_a_twin_a_denial_of_one_word_counts() -> None:
    evidence = "The Selby union closed all four harbour gates on Monday at noon and never left."
    assert polarity_conflict(evidence.replace("never ", ""), [evidence])


def test_a_negation_governs_its_predicate() -> None:
    assert negated("They have not yet responded.") == {"respond"}
