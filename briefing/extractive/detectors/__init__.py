"""Typed disagreements between sources, found by patterns of language and no list of names."""

from __future__ import annotations

from briefing.extractive.detectors import (
    cause,
    characterisation,
    conditions,
    identity,
    numbers,
    occurrence,
    response,
    scope,
    setting,
    status,
    time,
)
from briefing.extractive.detectors.alignment import Field
from briefing.types import Cluster, Disagreement

_DETECTORS = (
    response.detect,
    setting.detect,
    occurrence.detect,
    cause.detect,
    time.detect,
    identity.detect,
    numbers.detect,
    scope.detect,
    status.detect,
    characterisation.detect,
    conditions.detect,
)


def detect(cluster: Cluster) -> tuple[Disagreement, ...]:
    """What the cluster's origins disagree about: contradictions first, then by weight."""
    field = Field(cluster)
    if len(field.origins) < 2:
        return ()
    found = [finding for detector in _DETECTORS for finding in detector(field)]
    return tuple(f.disagreement() for f in found)
