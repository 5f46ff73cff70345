"""Who says what, how surely, and what is denied: read from single sentences."""

from __future__ import annotations

import pytest

from briefing.grounding.credit import credited
from briefing.grounding.hedges import hardened, hedges
from briefing.grounding.loaded import loaded
from briefing.grounding.negation import negated, polarity_conflict
from briefing.grounding.speech import speaker, speeches


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“No,” said Maria Fernandes of the harbour union.", "Maria Fernandes"),
        ("Ono, an aide to Reyes, called it a sham.", "Ono"),
        ("According to Harbour Union officials, two died.", "Harbour Union officials"),
        ("Harbour police told reporters that two died.", "Harbour police"),
        ("'Never,' Reyes declared.", "Reyes"),
        ("He said so.", "he"),
    ],
)
def test_the_speaker_is_the_subject_of_saying(text: str, who: str) -> None:
    assert speeches(text)[0].speaker == who


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He even suggested a strike.", None),
        ("The owners, from Orrin, in 1993 wrote a letter.", None),
        ("The chair did not answer and dismissed the question.", None),
        ("The four-term member said so.", "The four-term member"),
    ],
)
def test_a_speaker_is_told_by_a_noun_phrase_alone(text: str, named: str | None) -> None:
    assert speaker(text) == named


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Port Herald reports that it sank.", "Port Herald"),
        ("She told the Coast Times so.", "Coast Times"),
        ("She told the crew so.", None),
    ],
)
def test_another_outlet_is_credited(text: str, outlet: str | None) -> None:
    assert credited(text) == outlet


def test_hedges_are_classed_and_a_plain_statement_has_none() -> None:
    assert hedges("It reportedly might sink.") == {"reported", "possible"}
    assert hedges("It sank at noon.") == frozenset()


@pytest.mark.parametrize(
    ("statement", "evidence", "hard"),
    [
        ("The strike will close the port.", "The strike may close the port.", True),
        ("The strike might close the port.", "The strike may close the port.", False),
        (
            "Crews say they will close the old port if rain falls.",
            "Crews said that if it rains they could close it.",
            True,
        ),
        (
            "Crews say they will not close the old port if rain falls.",
            "Crews said that if it rains they could close it.",
            False,
        ),
        (
            "Crews say they will close the old port if rain falls.",
            "It is to close if rain falls, said crews who could themselves close it.",
            False,
        ),
        (
            "Orrin Shipping says it will sell two of its ferries.",
            "On Monday Orrin Shipping, which is short of money, said it plans to sell ferries, two of them.",
            True,
        ),
        (
            "Orrin Shipping says it will sell two of its ferries.",
            "Orrin Shipping, which once planned to sell them all, is now to sell ferries, two of them.",
            False,
        ),
        (
            "The agency says that fares will rise this winter.",
            "We expect fares and fees alike to rise, the agency said as winter came near.",
            True,
        ),
        (
            "The mayor will meet the dockers, perhaps in June.",
            "Asked again, the mayor said she hoped to meet the dockers — in June perhaps, or after the vote.",
            True,
        ),
        (
            "A column says that the offer is a ploy to win time for the owners.",
            "The offer of Monday may simply be a ploy to win the owners some time before the vote.",
            True,
        ),
        (
            "The crew stole the boat, witnesses told the court.",
            "The crew allegedly stole the boat on Monday.",
            True,
        ),
        (
            "Parents gave away their sons.",
            "So great was the fear reportedly that parents gave sons away.",
            True,
        ),
        (
            "Parents gave away their sons.",
            "So great was the fear, he said, that parents gave sons away.",
            False,
        ),
        (
            "Perhaps parents gave away their sons.",
            "The fear was reportedly why parents gave sons away.",
            False,
        ),
    ],
)
def test_a_hardened_hedge_is_seen(statement: str, evidence: str, hard: bool) -> None:
    assert hardened(statement, [evidence]) is hard


LONG = "; gulls screamed over the quay all through that long wet night" * 2


@pytest.mark.parametrize(
    ("statement", "evidence", "turned"),
    [
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
def test_a_turned_denial_is_seen(statement: str, evidence: str, turned: bool) -> None:
    assert polarity_conflict(statement, [evidence]) is turned


def test_hearsay_that_another_sentence_has_plainly_is_no_hearsay() -> None:
    reported = "So great was the fear reportedly that parents gave their sons away."
    assert hardened("Parents gave away their sons.", [reported, "The crew left."])
    assert not hardened(
        "Parents gave away their sons.", [reported, "Many parents gave sons away in those years."]
    )
    assert not hardened("It rained.", [reported])


def test_a_negation_governs_its_predicate() -> None:
    assert negated("They have not yet responded.") == {"respond"}


def test_loaded_words_inside_quotation_marks_are_free() -> None:
    assert loaded("He slammed the “sham” regime.") == ("slammed", "regime")
