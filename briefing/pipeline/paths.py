"""How far a story is from its end: of calls that wait, the one with the longest way to go is next."""

from __future__ import annotations

from collections.abc import Callable

from briefing import single
from briefing.pipeline.stages import Step, steps
from briefing.types import Cluster


def path(cluster: Cluster) -> Callable[[str], float]:
    """For each stage of a story, the tokens to be written from there to its end; for a single prompt, all.

    A reply is written token by token, so that its length is its time.
    """
    size = sum(len(reading.sentences) for reading in cluster.readings)
    left: dict[str, float] = {}
    ahead = 0
    for step in reversed(steps(cluster)):
        ahead += _written(step, size)
        left |= dict.fromkeys(step.stages, ahead)
    return {**left, single.STAGE: ahead}.__getitem__


def _written(step: Step, size: int) -> int:
    return step.written if step.each is None else min(step.each * size, step.written)
