"""Pinned floors: what each suite must reach, lowered only by an explicit act.

The runs that are held to floors are repeatable (the extractive engine, recorded replies), so that a floor
is the figure itself and its margin covers no noise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing.errors import UsageError
from briefing.evaluation.bootstrap import Mean
from briefing.evaluation.results import Evaluation
from briefing.evaluation.scores import COSTS, LOWER_IS_BETTER, gain

DIGITS = 4
"""Decimals that a floor is written with."""
MARGIN = 10**-DIGITS
"""What rounding may take from a figure. A wider margin, stated in the file by hand, is kept by an update."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least mean of a score over a suite's events; the greatest where less is more."""

    value: float
    margin: float = MARGIN

    def missed_by(self, score: str, value: float) -> bool:
        """Whether this value is worse than the floor by more than its margin."""
        return gain(score, self.value, value) < -self.margin


@dataclass(frozen=True, slots=True)
class Pin:
    """What one model reaches on one suite, whose texts and gold then had this digest."""

    digest: str
    floors: Mapping[str, Floor]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The pins of each suite, by its name and then by the model's label."""

    suites: Mapping[str, Mapping[str, Pin]] = field(default_factory=dict)

    def pin(self, suite: str, model: str) -> Pin | None:
        """What is pinned for this model on this suite, if anything is."""
        return self.suites.get(suite, {}).get(model)


UNPINNED = Baseline()
"""No floors: only an error is a miss."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A floor that is not reached, a case that ended in an error, or a suite that changed ("digest")."""

    suite: str
    subject: str
    """The name of the score or of the case, or "digest"."""
    detail: str


def missed(evaluation: Evaluation, baseline: Baseline) -> tuple[Miss, ...]:
    """Every case and clean twin in error, and every floor missed.

    A suite that was not run, or is not pinned, misses none.
    """
    return (
        *(Miss(case.suite, name, case.error) for name, case in evaluation.briefed if case.error),
        *(miss for suite in evaluation.suites for miss in _missed(evaluation, baseline, suite)),
    )


def updated(baseline: Baseline, evaluation: Evaluation, lower: bool = False) -> Baseline:
    """The baseline with the floors that this evaluation reaches; suites that it did not run keep theirs.

    Raises UsageError where a case is in error, or where a floor would get lower without `lower`.
    """
    if evaluation.errors:
        raise UsageError(f"no floor is pinned while a case is in error: mend {evaluation.errors[0]}")
    suites = {name: dict(pins) for name, pins in baseline.suites.items()}
    for suite, digest in evaluation.suites.items():
        before = baseline.pin(suite, evaluation.model)
        floors = _floors(suite, before.floors if before else {}, evaluation.means(suite), lower)
        suites.setdefault(suite, {})[evaluation.model] = Pin(digest, floors)
    return Baseline(suites)


def _missed(evaluation: Evaluation, baseline: Baseline, suite: str) -> Iterator[Miss]:
    pin = baseline.pin(suite, evaluation.model)
    if pin is None:
        return
    if pin.digest != evaluation.suites[suite]:
        yield Miss(suite, "digest", "its texts or its gold changed: update the baseline")
    found = evaluation.means(suite)
    for score, floor in pin.floors.items():
        value = found[score].value if score in found else None
        if value is None:
            yield Miss(suite, score, f"nothing to count; {_bound(score, floor)}")
        elif floor.missed_by(score, value):
            yield Miss(suite, score, f"{value:.{DIGITS}f}; {_bound(score, floor)}")


def _bound(score: str, floor: Floor) -> str:
    """The floor in words, or the ceiling where less is more."""
    bound = "ceiling" if score in LOWER_IS_BETTER else "floor"
    return f"the {bound} is {floor.value:.{DIGITS}f} (margin {floor.margin:g})"


def _floors(
    suite: str, before: Mapping[str, Floor], found: Mapping[str, Mean], lower: bool
) -> dict[str, Floor]:
    reached = {name: value for name, mean in found.items() if (value := _pinned(name, mean)) is not None}
    kept = {name: _kept(suite, name, floor, reached.get(name), lower) for name, floor in before.items()}
    new = {name: Floor(value) for name, value in reached.items() if name not in before}
    return {name: floor for name, floor in (kept | new).items() if floor is not None}


def _pinned(name: str, mean: Mean) -> float | None:
    """The value to pin: that of a ratio with something to count."""
    if mean.value is None or not mean.of or name in COSTS:
        return None
    return round(mean.value, DIGITS)


def _kept(suite: str, score: str, floor: Floor, value: float | None, lower: bool) -> Floor | None:
    """The floor raised to `value`, or as it was where only the margin lies between them."""
    if value is not None and gain(score, floor.value, value) >= 0:
        return Floor(value, floor.margin)
    if not lower and (value is None or floor.missed_by(score, value)):
        became = "nothing to count" if value is None else f"{value:.{DIGITS}f}"
        raise UsageError(
            f"{suite}: {score} is {became}, {_bound(score, floor)}: mend it, or lower the floor explicitly"
        )
    if value is None:
        return None
    return Floor(value, floor.margin) if lower else floor
