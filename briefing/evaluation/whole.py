"""A whole evaluation: the cases' results, and what shows that the scores see anything."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from briefing.evaluation.case import Suite
from briefing.evaluation.controls import controls
from briefing.evaluation.judges import Judge
from briefing.evaluation.judges.card import JudgeCard, card
from briefing.evaluation.judges.rules import RulesJudge
from briefing.evaluation.results import CaseResult, Evaluation
from briefing.evaluation.running import Maker
from briefing.evaluation.seeding import seed
from briefing.evaluation.twinning import twinned


def whole(
    model: str,
    suites: Sequence[Suite],
    results: Sequence[CaseResult],
    judge: Judge,
    make: Maker | None,
    public: Path | None = None,
) -> Evaluation:
    """The evaluation of these results, with controls by this judge and seeded faults by the rules.

    The judge's card is measured on the public sets in the folder `public`, or told as recorded.
    Twins are briefed by `make`; there are none where it is None (recorded replies, or a paid model).
    """
    cases = {case.name: case for suite in suites for case in suite.cases}
    told = [(cases[result.case], result) for result in results]
    return Evaluation(
        model=model,
        suites={suite.name: suite.digest for suite in suites},
        cases=tuple(results),
        controls=controls(told, judge),
        seeding=seed(told, RulesJudge()),
        twins=tuple(twinned(told, make)) if make else (),
        judge=_card(judge, public),
    )


def _card(judge: Judge, public: Path | None) -> JudgeCard:
    """What is known of the judge: measured on the sets in `public`, else recorded, else only its name."""
    rules = isinstance(judge, RulesJudge)
    if public is None and not rules:
        return JudgeCard(judge.name, ())
    return card(public or Path(os.devnull), None if rules else judge)
