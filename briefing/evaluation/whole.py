"""A whole evaluation: the cases' results, and what shows that the scores see anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.evaluation.case import Suite
from briefing.evaluation.controls import controls
from briefing.evaluation.judges import Judge
from briefing.evaluation.judges.card import JudgeCard, card, rules_card
from briefing.evaluation.judges.rules import RulesJudge
from briefing.evaluation.results import CaseResult, Evaluation
from briefing.evaluation.running import Maker, result
from briefing.evaluation.seeding import seed
from briefing.evaluation.twinning import twinned


def whole(
    model: str,
    suites: Sequence[Suite],
    results: Sequence[CaseResult],
    judge: Judge,
    make: Maker,
    twins: Maker | None,
    public: Path | None = None,
) -> Evaluation:
    """The evaluation of these results, with controls by this judge and seeded faults by the rules.

    The judge's card is measured on the public sets in the folder `public`, or given as recorded. The clean
    twins of cases under attack are briefed by `make`, the metamorphic twins by `twins`. Without `twins` no
    metamorphic twin is briefed: recorded replies answer no rewritten case, and a model is asked some fifty
    times for each. A control, a twin or the card that fails to get an answer ends in its error, alone.
    """
    cases = {case.name: case for suite in suites for case in suite.cases}
    told = [(cases[one.case], one) for one in results]
    return Evaluation(
        model=model,
        suites={suite.name: suite.digest for suite in suites},
        cases=tuple(results),
        controls=controls(told, judge),
        seeding=seed(told, RulesJudge()),
        twins=tuple(twinned(told, twins)) if twins else (),
        judge=_card(judge, public),
        clean=tuple(
            result(suite.name, c.clean, make, judge) for suite in suites for c in suite.cases if c.clean
        ),
    )


def _card(judge: Judge, public: Path | None) -> JudgeCard:
    """What is known of the judge: measured on the sets in `public`, else recorded, else only its name."""
    if isinstance(judge, RulesJudge):
        return rules_card(public)
    return card(public, judge) if public else JudgeCard(judge.name, ())
