"""Echoes: the sentences of other origins that tell what one does, so that a point is cited to them, too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing.fitted import Floats

_TELLS = 0.4
"""Probability from which on a sentence is taken to tell what another one does. Of the pairs of the labelled
groups, each group left out of the fit, .72 of those above it are told whole, .87 whole or in part, and .46 of
all that are told whole are found; from .35 on .69, .85 and .48, from .5 on .77, .90 and .42."""


def tellers(told: Floats) -> list[int]:
    """The places of the sentences that tell it, the surest first; `told` is how surely each one does."""
    places = np.flatnonzero(told >= _TELLS)
    return [int(place) for place in places[np.argsort(-told[places], kind="stable")]]


def echoes(origins: Sequence[str], carried: Floats) -> list[int]:
    """Of each origin the place of the surest; `carried` is 0 for the origin that is asked about."""
    surest = {origins[place]: place for place in reversed(tellers(carried))}
    return sorted(surest.values())
