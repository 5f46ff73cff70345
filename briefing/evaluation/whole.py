"""A whole evaluation: the cases' results, and what shows that the scores see anything."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evaluation.case import Suite
from briefing.evaluation.controls import controls
from briefing.evaluation.judges import Judge
from briefing.evaluation.judges.rules import RulesJudge
from briefing.evaluation.results import CaseResult, Evaluation
from briefing.evaluation.running import Maker
from briefing.evaluation.seeding import seed
from briefing.evaluation.twinning import twinned


def whole(
    model: str, suites: Sequence[Suite], results: Sequence[CaseResult], judge: Judge, make: Maker | None
) -> Evaluation:
    """The evaluation of these results, with controls by this judge and seeded faults by the rules.

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
        judge=None,
    )
