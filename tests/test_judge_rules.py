"""The judge of rules: what evidence carries, and what it does not."""

from __future__ import annotations

import pytest

from briefing.evaluation.judges.fitted import record
from briefing.evaluation.judges.rules import RulesJudge
from briefing.fitted import Fitted

EVIDENCE = (
    "The harbour board of Port Calder closed the north ferry on Tuesday after 14 passengers fell ill. "
    'Mara Ellison, who chairs the board, said: "We will not reopen the line before the tanks are clean." '
    "The owner, Joost Brandt, said that the water may have been fouled by a leaking pipe."
)
JUDGE = RulesJudge()


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour board of Port Calder closed the north ferry on Tuesday after 14 passengers fell ill.",
        'Mara Ellison, who chairs the board, said: "We will not reopen the line before the tanks are clean."',
        "The owner, Joost Brandt, said that the water may have been fouled by a leaking pipe.",
        "Port Calder's harbour board closed the north ferry after 14 passengers had fallen ill.",
    ],
)
def test_what_the_evidence_says_is_supported(claim: str) -> None:
    ruling = JUDGE.judge(EVIDENCE, claim)
    assert ruling.supported
    assert not ruling.contradicted
    assert ruling.probability >= 0.5


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (
            "The harbour board of Port Calder closed the ferry on Tuesday after 41 passengers fell ill.",
            "number",
        ),
        (
            "The harbour board of Port Calder closed the north ferry on Friday after 14 passengers fell ill.",
            "date",
        ),
        (
            "The harbour board of Port Calder has not closed the north ferry after 14 passengers fell ill.",
            "negation",
        ),
        (
            "The harbour board of Port Calder opened the ferry on Tuesday after 14 passengers fell ill.",
            "opposite",
        ),
        (
            'Mara Ellison, of the board, said: "We will not reopen the line before the pipes are clean."',
            "quotation",
        ),
        (
            "The owner, Joost Brandt, said that the water was fouled by a leaking pipe.",
            "hedge",
        ),
        (
            "The owner, Mara Ellison, said that the water may have been fouled by a leaking pipe.",
            "speaker",
        ),
    ],
)
def test_one_seeded_fault_is_seen_and_told(claim: str, reason: str) -> None:
    ruling = JUDGE.judge(EVIDENCE, claim)
    assert not ruling.supported
    assert any(told.startswith(f"{reason}: ") for told in ruling.reasons), ruling.reasons


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Three people were hurt.", "Five people were hurt."),
        ("Three people were hurt, police said.", "Five people were hurt, police said."),
        ("The union says 40 ships wait.", "The union says 60 ships wait."),
    ],
)
def test_another_number_is_never_supported_however_few_the_words(evidence: str, claim: str) -> None:
    ruling = RulesJudge().judge(evidence, claim)
    assert (ruling.supported, ruling.contradicted) == (False, True)


def test_another_number_contradicts_and_another_subject_does_not() -> None:
    claim = "The harbour board of Port Calder closed the north ferry on Tuesday after 41 passengers fell ill."
    assert JUDGE.judge(EVIDENCE, claim).contradicted
    other = JUDGE.judge(EVIDENCE, "The museum in Velden bought 3 paintings from a private collector.")
    assert not other.supported
    assert not other.contradicted
    assert any(reason.startswith("words: ") for reason in other.reasons)


@pytest.mark.parametrize(("evidence", "claim"), [("", "The ferry was closed."), (EVIDENCE, ""), ("", " ")])
def test_of_nothing_nothing_is_supported(evidence: str, claim: str) -> None:
    assert not JUDGE.judge(evidence, claim).supported


def test_the_same_texts_always_get_the_same_ruling() -> None:
    claim = "The board shut the ferry because passengers were ill."
    assert JUDGE.judge(EVIDENCE, claim) == RulesJudge().judge(EVIDENCE, claim)


def test_the_weights_decide() -> None:
    claim = "The museum in Velden bought three paintings."
    assert RulesJudge(Fitted(5.0, {})).judge(EVIDENCE, claim).supported
    assert not RulesJudge(Fitted(-5.0, {"few": 1.0})).judge(EVIDENCE, EVIDENCE[:96]).supported


def test_more_coverage_never_lowers_and_a_fault_never_raises() -> None:
    weights = record()["model"]["weights"]
    assert weights["few"] > 0
    assert weights["company"] > 0
    lowering = [name for name in weights if name.startswith("fault_")] + ["turned", "opposed", "denies"]
    assert all(weights[name] < 0 for name in lowering)
