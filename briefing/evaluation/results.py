"""What an evaluation found: case by case, and over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.evaluation.bootstrap import Mean, mean
from briefing.evaluation.judges.card import JudgeCard
from briefing.evaluation.score import Score


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: its brief, as loaded from JSON, and scores, or the error that it ended with."""

    case: str
    suite: str
    event: str
    scores: Mapping[str, Score]
    brief: Mapping[str, Any]
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """A brief broken on purpose: the mean of a score before and after, and whether it moved as it must.

    One that ended in an `error`, such as a judge that gave no verdict, does not behave.
    """

    name: str
    score: str
    before: float | None
    after: float | None
    behaves: bool
    must: str
    """What must happen, in words: "support collapses to half or less"."""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Seeding:
    """One kind of fault put into good statements: how many, and how many of them were detected.

    `kind` "untouched" counts the statements as they were, and `detected` the false alarms among them.
    """

    kind: str
    seeded: int
    detected: int
    missed: tuple[str, ...] = ()
    """Some of the faults that were not seen (or false alarms), to be read."""

    @property
    def rate(self) -> float | None:
        """Detected / seeded; None where nothing could be seeded."""
        return self.detected / self.seeded if self.seeded else None


@dataclass(frozen=True, slots=True)
class Twin:
    """A case rewritten so that the findings must stay (or a flag must go), and whether they did.

    One that ended in an `error` does not hold; of one that rewriting left as it was `holds` is None.
    """

    name: str
    case: str
    holds: bool | None
    detail: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A whole evaluation; `suites` maps a suite's name to its digest."""

    model: str
    suites: Mapping[str, str]
    cases: tuple[CaseResult, ...]
    controls: tuple[Control, ...] = ()
    seeding: tuple[Seeding, ...] = ()
    twins: tuple[Twin, ...] = ()
    judge: JudgeCard | None = None
    clean: tuple[CaseResult, ...] = ()
    """The clean twins of the cases under attack, under their names."""

    @property
    def sound(self) -> bool:
        """Whether every control behaved and nothing ended in an error: else no figure here means anything."""
        return not self.errors and not self.failures and all(control.behaves for control in self.controls)

    @property
    def briefed(self) -> tuple[tuple[str, CaseResult], ...]:
        """Every case under the name that it is told by, the clean twins after the others."""
        clean = ((f"{case.case} (clean twin)", case) for case in self.clean)
        return (*((case.case, case) for case in self.cases), *clean)

    @property
    def errors(self) -> tuple[str, ...]:
        """The cases that gave no brief, and why."""
        return tuple(f"{name}: {case.error}" for name, case in self.briefed if case.error)

    @property
    def failures(self) -> tuple[tuple[str, str], ...]:
        """The twins, and the measuring of the judge, that ended in an error, and which."""
        twins = ((f"twin {t.name}: {t.case}", t.error) for t in self.twins if t.error)
        card = ((f"judge {self.judge.judge}", self.judge.error),) if self.judge and self.judge.error else ()
        return (*twins, *card)

    def means(self, suite: str | None = None) -> dict[str, Mean]:
        """The mean of each score over events, of one suite or of all."""
        return means([case for case in self.cases if suite in (None, case.suite)])


def means(cases: Iterable[CaseResult]) -> dict[str, Mean]:
    """The mean of each score over the events of these cases; a case in error scores nothing."""
    told = list(cases)
    names = dict.fromkeys(name for case in told for name in case.scores)
    return {
        name: mean([(case.event, case.scores[name]) for case in told if name in case.scores])
        for name in names
    }
