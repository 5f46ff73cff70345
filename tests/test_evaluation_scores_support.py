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
        self.texts: set[str] = set()

    def judge(self, evidence: str, claim: str) -> Ruling:
        self.claims.add(claim)
        self.texts.update(evidence.splitlines())
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


def test_a_judge_that_reads_is_told_on_which_day_each_text_was_published() -> None:
    told = subject(lambda brief: brief["sources"][0].update(published="2031-04-02T06:00:00Z"))
    reads, weighs = Keeping(True), Keeping(False)
    for judge in (reads, weighs):
        supported_recall(replace(told, judge=judge))
    dated = {text for text in reads.texts if text.startswith("(2 April 2031) ")}
    assert dated
    assert {text.removeprefix("(2 April 2031) ") for text in dated} <= weighs.texts
