"""The floors that an evaluation is held to, and where they are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from briefing.delivery import deliver
from briefing.errors import UsageError
from briefing.evaluation.baseline import Baseline, Miss, missed, updated
from briefing.evaluation.pins import read_baseline, written
from briefing.evaluation.results import Evaluation

DEFAULT = Path("eval/baseline.json")


@dataclass(frozen=True, slots=True)
class Floors:
    """The pinned floors, and the file they are from."""

    path: Path
    baseline: Baseline

    @classmethod
    def of(cls, named: Path | None, new: bool = False) -> Self:
        """The floors in the file, eval/baseline.json by default; that one, or a `new` one, may be absent."""
        path = named or DEFAULT
        if (new or named is None) and not path.exists():
            return cls(path, Baseline())
        return cls(path, read_baseline(path))

    def missed(self, evaluation: Evaluation) -> tuple[Miss, ...]:
        """Every floor that this evaluation does not reach."""
        return missed(evaluation, self.baseline)

    def updated(self, evaluation: Evaluation, lower: bool) -> Self:
        """Pins what was measured, in the file too; raises UsageError for an unsound run or a lower floor."""
        if not evaluation.sound:
            raise UsageError("no floor is pinned by a run with a case in error or a control that misbehaves")
        pinned = updated(self.baseline, evaluation, lower)
        deliver(written(pinned), self.path)
        return replace(self, baseline=pinned)
