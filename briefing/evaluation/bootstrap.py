"""Means over events, with an interval by bootstrap (Efron 1979) over them: cases are drawn, never rows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from briefing.evaluation.score import Score

_DRAWS = 1000
_SEED = 20240614  # any; fixed, so that two runs print one interval
_TAIL = 0.025  # on each side: a 95 % interval


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over `events` events of `cases` cases, with its 95 % interval.

    `value` is None where no case had anything to count, the interval where there are fewer than two
    events. `hits` of `of` are the counts over all cases, where the scores are ratios.
    """

    value: float | None
    low: float | None
    high: float | None
    cases: int
    events: int
    hits: int | None = None
    of: int | None = None


def mean(scores: Sequence[tuple[str, Score]]) -> Mean:
    """The mean of (event, score) pairs: over the cases of an event, then over events."""
    told = [(event, score) for event, score in scores if score.value is not None]
    by_event: dict[str, list[float]] = {}
    for event, score in told:
        by_event.setdefault(event, []).append(score.value or 0.0)
    values = [fmean(of_event) for of_event in by_event.values()]
    counted = [(s.hits, s.of) for _, s in told if s.hits is not None and s.of is not None]
    low, high = interval(values)
    return Mean(
        fmean(values) if values else None,
        low,
        high,
        len(told),
        len(values),
        sum(hits for hits, _ in counted) if counted else None,
        sum(of for _, of in counted) if counted else None,
    )


def interval(values: Sequence[float]) -> tuple[float | None, float | None]:
    """The 95 % interval of the mean by 1,000 draws with replacement; nothing from fewer than two values."""
    if len(values) < 2:
        return None, None
    chance = random.Random(_SEED)  # noqa: S311 - draws of a statistic, no secret
    drawn = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(_DRAWS))
    cut = int(_TAIL * _DRAWS)
    return drawn[cut], drawn[-cut - 1]
