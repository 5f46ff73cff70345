"""How long a story's way still is: what the calls of its model wait by."""

from __future__ import annotations

from collections.abc import Callable

from briefing.types import Cluster

WEIGHTS = {
    "claims": 2150,
    "disagreements": 200,
    "framing": 200,
    "doubt": 105,
    "writing": 545,
    "verification": 250,
}
"""Tokens that a stage's reply has on average (50 recorded replies of eight cases and the examples): a reply
is written token by token, so that its length is its time."""

_BESIDE = {"disagreements", "framing"}
"""Asked at once: one of them is on the way, not both."""


def path(cluster: Cluster) -> Callable[[str], float]:
    """For each stage of a story, the tokens to be written from there to its end, as its size suggests."""
    size = sum(len(reading.sentences) for reading in cluster.readings)
    left: dict[str, int] = {}
    total = 0
    for stage, weight in reversed(WEIGHTS.items()):
        if stage not in _BESIDE or not _BESIDE & left.keys():
            total += weight
        left[stage] = total
    return lambda stage: size * left.get(stage, total)
