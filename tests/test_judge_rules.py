"""The judge of rules: what evidence carries, and what it does not."""

from __future__ import annotations

import pytest

from briefing.evaluation.judges.rules import RulesJudge

EVIDENCE = (
    "The harbour board of Port Calder closed the north ferry on Tuesday after 14 passengers fell ill. "
    '"We will not reopen it before the tanks are clean," said Mara Ellison, who chairs the board.'
)
JUDGE = RulesJudge()


def test_a_sentence_supports_itself() -> None:
    for claim in EVIDENCE.split(". ")[:1]:
        ruling = JUDGE.judge(EVIDENCE, claim + ".")
        assert ruling.supported
        assert not ruling.reasons


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour board of Port Calder closed the north ferry on Tuesday after 41 passengers fell ill.",
        "The museum in Velden bought three paintings from a private collector.",
        "",
    ],
)
def test_what_the_evidence_does_not_say_is_not_supported(claim: str) -> None:
    assert not JUDGE.judge(EVIDENCE, claim).supported


def test_no_evidence_supports_nothing() -> None:
    assert not JUDGE.judge("", "The ferry was closed.").supported


def test_the_same_texts_always_get_the_same_ruling() -> None:
    claim = "The board shut the ferry because passengers were ill."
    assert JUDGE.judge(EVIDENCE, claim) == RulesJudge().judge(EVIDENCE, claim)
