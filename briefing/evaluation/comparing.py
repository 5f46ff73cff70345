"""Two evaluations side by side: every score on the cases that both have, and what changed in which case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.evaluation.bootstrap import Mean, mean
from briefing.evaluation.judges.card import JudgeCard
from briefing.evaluation.results import CaseResult, Evaluation, means
from briefing.evaluation.score import Score
from briefing.evaluation.scores import COSTS, gain

Rerun = tuple[CaseResult, CaseResult]
"""One case, before and after."""


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score before and after, over the cases where both runs had something to count."""

    score: str
    before: Mean
    after: Mean
    difference: Mean
    """After minus before, case by case, its interval by the bootstrap over events: a paired one."""

    @property
    def gain(self) -> float:
        """How much better it is; negative where it is worse."""
        return gain(self.score, 0.0, self.difference.value or 0.0)

    @property
    def sure(self) -> bool:
        """Whether the interval of the difference leaves 0 out."""
        low, high = self.difference.low, self.difference.high
        return low is not None and high is not None and (low > 0 or high < 0)


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case's score that moved; `said` are the explanations that the earlier run did not have."""

    case: str
    score: str
    before: float | None
    after: float | None
    said: tuple[str, ...]

    @property
    def gain(self) -> float:
        """How much better it is, counts as a share of what they were; 0 where only one run counted."""
        if self.before is None or self.after is None:
            return 0.0
        return gain(self.score, self.before, self.after) / max(1.0, abs(self.before))


@dataclass(frozen=True, slots=True)
class RunComparison:
    """Two runs side by side: score by score, and case by case, what got worse most first."""

    before: str
    after: str
    """The models."""
    judges: tuple[JudgeCard | None, JudgeCard | None]
    changed_suites: tuple[str, ...]
    """Suites of both runs whose texts or gold differ."""
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    """Cases of one run alone, which no mean here counts; nor does any count those in error."""
    failed: tuple[str, ...]
    """The errors of the later run."""
    mended: tuple[str, ...]
    """Cases that were in error and are no more."""
    scores: tuple[ScoreChange, ...]
    cases: tuple[CaseChange, ...]


def compare(before: Evaluation, after: Evaluation) -> RunComparison:
    """The later run against the earlier one."""
    first = {case.case: case for case in before.cases}
    last = {case.case: case for case in after.cases}
    both = [(first[name], last[name]) for name in last if name in first]
    told = [(old, new) for old, new in both if not old.error and not new.error]
    return RunComparison(
        before.model,
        after.model,
        (before.judge, after.judge),
        tuple(s for s, digest in after.suites.items() if before.suites.get(s, digest) != digest),
        tuple(name for name in first if name not in last),
        tuple(name for name in last if name not in first),
        after.errors,
        tuple(old.case for old, new in both if old.error and not new.error),
        tuple(_changes(told)),
        tuple(sorted(_case_changes(told), key=lambda change: change.gain)),
    )


def _changes(pairs: list[Rerun]) -> Iterator[ScoreChange]:
    for name in means(new for _, new in pairs):
        counted = [
            (new.event, old.scores[name], new.scores[name])
            for old, new in pairs
            if _value(old.scores, name) is not None and _value(new.scores, name) is not None
        ]
        if counted:
            yield ScoreChange(
                name,
                mean([(event, old) for event, old, _ in counted]),
                mean([(event, new) for event, _, new in counted]),
                mean([(event, _minus(new, old)) for event, old, new in counted]),
            )


def _minus(new: Score, old: Score) -> Score:
    return Score((new.value or 0.0) - (old.value or 0.0))


def _case_changes(pairs: list[Rerun]) -> Iterator[CaseChange]:
    for old, new in pairs:
        for name, score in new.scores.items():
            value = _value(old.scores, name)
            if name in old.scores and name not in COSTS and value != score.value:
                said = tuple(line for line in score.explanation if line not in old.scores[name].explanation)
                yield CaseChange(new.case, name, value, score.value, said)


def _value(scores: Mapping[str, Score], name: str) -> float | None:
    return scores[name].value if name in scores else None
