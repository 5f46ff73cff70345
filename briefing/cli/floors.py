"""The floors that an evaluation is held to, and where they are kept."""

from __future__ import annotations

from dataclasses import dataclass
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
        """The floors in the file named, or in eval/baseline.json; none where that, or a `new` one, is not there."""
        path = named or DEFAULT
        if (new or named is None) and not path.exists():
            return cls(path, Baseline())
        return cls(path, read_baseline(path))

    def missed(self, evaluation: Evaluation) -> tuple[Miss, ...]:
        """Every floor that this evaluation does not reach."""
        return missed(evaluation, self.baseline)

    def update(self, evaluation: Evaluation, lower: bool) -> None:
        """Pins what was measured, in the file; raises UsageError rather than pin what is unsound or lower."""
        if not evaluation.sound:
            raise UsageError("no floor is pinned by a run with a case in error or a control that misbehaves")
        deliver(written(updated(self.baseline, evaluation, lower)), self.path)
