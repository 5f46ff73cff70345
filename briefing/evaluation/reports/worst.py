"""What to read first: for each case, the scores that fall short of their mean, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.evaluation.bootstrap import Mean
from briefing.evaluation.judges.card import JudgeCard
from briefing.evaluation.reports.groups import caveat
from briefing.evaluation.reports.sheet import Section, figure, named, some
from briefing.evaluation.results import CaseResult, Evaluation
from briefing.evaluation.scores import gain

_SCORES = 3  # a case
_LINES = 2  # a score


def worst(evaluation: Evaluation) -> Iterator[Section]:
    """A section for each case with an explained score below its mean, the furthest below first."""
    means = evaluation.means()
    for case in evaluation.cases:
        if rows := tuple(_rows(case, means, evaluation.judge)):
            title = f"Below the mean: {case.case} ({case.suite})"
            yield Section(title, ("score", "here", "mean", "why"), rows)


def _rows(case: CaseResult, means: Mapping[str, Mean], judge: JudgeCard | None) -> Iterator[tuple[str, ...]]:
    lags = {name: lag for name in case.scores if (lag := _lag(case, name, means[name].value)) > 0}
    for name in sorted(lags, key=lambda name: -lags[name])[:_SCORES]:
        score = case.scores[name]
        why = some(score.explanation, _LINES)
        yield (
            named(name),
            figure(score.value),
            figure(means[name].value),
            " · ".join(why) + caveat(name, judge),
        )


def _lag(case: CaseResult, name: str, mean: float | None) -> float:
    """How far an explained score is worse than its mean: ratios in full, counts as a share of their mean."""
    score = case.scores[name]
    if score.value is None or mean is None or not score.explanation:
        return 0.0
    return gain(name, score.value, mean) / max(1.0, abs(mean))
