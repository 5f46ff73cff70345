"""Echoes: the sentences of other origins that tell what one does, so that a point is cited to them, too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing.arrays import Floats
from briefing.extractive.retelling import TELLS


def tellers(told: Floats) -> list[int]:
    """The places of the sentences that tell it, the surest first; `told` is how surely each one does."""
    places = np.flatnonzero(told >= TELLS)
    return [int(place) for place in places[np.argsort(-told[places], kind="stable")]]


def echoes(origins: Sequence[str], carried: Floats) -> list[int]:
    """Of each origin the place of the surest; `carried` is 0 for the origin that is asked about."""
    surest = {origins[place]: place for place in reversed(tellers(carried))}
    return sorted(surest.values())
