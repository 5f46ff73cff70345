"""How two answers, yes and no, meet two labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Confusion:
    """Counts of rows: true and false positives, true and false negatives. A ratio of nothing is None."""

    tp: int
    fp: int
    tn: int
    fn: int

    @classmethod
    def of(cls, labels: Sequence[int], found: Sequence[bool]) -> Confusion:
        """The counts of these answers; a label is 1 where yes is right, else 0."""
        told = list(zip(map(bool, labels), map(bool, found), strict=True))
        return cls(
            *(told.count(cell) for cell in ((True, True), (False, True), (False, False), (True, False)))
        )

    @property
    def sensitivity(self) -> float | None:
        """The share of the rows labelled 1 that were found."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def specificity(self) -> float | None:
        """The share of the rows labelled 0 that were left alone."""
        return _ratio(self.tn, self.tn + self.fp)

    @property
    def balanced_accuracy(self) -> float | None:
        """The mean of the two; 0.5 is what a constant answer has."""
        if self.sensitivity is None or self.specificity is None:
            return None
        return (self.sensitivity + self.specificity) / 2

    @property
    def macro_f1(self) -> float | None:
        """The mean of the F1 of yes and the F1 of no; None where a label has no rows."""
        if self.balanced_accuracy is None:
            return None
        wrong = self.fp + self.fn
        return self.tp / (2 * self.tp + wrong) + self.tn / (2 * self.tn + wrong)


@dataclass(frozen=True, slots=True)
class Measured:
    """How well labelled rows are told apart; None where a label has no rows.

    Sensitivity is the share of the rows labelled 1 that were found, specificity that of the others that were
    left alone, balanced accuracy their mean. `floor` is the best balanced accuracy of a trivial judge.
    """

    rows: int
    balanced_accuracy: float | None
    sensitivity: float | None
    specificity: float | None
    floor: float | None


def best_threshold(labels: Sequence[int], scores: Sequence[float]) -> float:
    """The highest balanced accuracy of any threshold on the scores; both labels must occur."""
    ones = sum(labels)
    zeros = len(labels) - ones
    best = hits = alarms = 0.0
    ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    for i, (score, label) in enumerate(ranked):
        hits, alarms = hits + label, alarms + 1 - label
        if i + 1 == len(ranked) or ranked[i + 1][0] != score:
            best = max(best, (hits / ones + 1 - alarms / zeros) / 2)
    return best


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
