"""What a judge is given of a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from evaluated import sentences, subject

from briefing.evaluation.judges import Ruling
from briefing.evaluation.scores.support import pairs, supported_recall


class Keeping:
    """Remembers the claims that it is asked about."""

    name = "keeping"

    def __init__(self, as_printed: bool) -> None:
        self.as_printed = as_printed
        self.claims: set[str] = set()

    def judge(self, evidence: str, claim: str) -> Ruling:
        self.claims.add(claim)
        return Ruling(True, 1.0)

    def study(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.claims.update(claim for _, claim in pairs)


@pytest.mark.parametrize("as_printed", [True, False])
def test_a_judge_that_reads_is_given_a_position_behind_its_question_and_whom_a_sentence_cites(
    as_printed: bool,
) -> None:
    told = subject(lambda brief: sentences(brief)[0].update(via="the Tidewater Gazette"))
    judge = Keeping(as_printed)
    supported_recall(replace(told, judge=judge))
    flag = told.account.flags[0]
    under = {f"({flag.question}?) {p.text}" for p in flag.positions}
    cited = f"{told.account.sentences[0].text} (citing the Tidewater Gazette)"
    assert ({*under, cited} <= judge.claims) == as_printed
    assert {claim for _, claim in pairs(told.account, judge)} == judge.claims
