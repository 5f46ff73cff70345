"""How far a story is from its end: of calls that wait, the one with the longest way to go is next."""

from __future__ import annotations

from collections.abc import Callable

from briefing.types import Cluster

_CLAIMS = 70, 2600
"""Tokens of claims for each sentence, and at most in all. Eight recorded replies to stories of 29 to 56
sentences are off by 9 % on average; by 12 % from one number for all, by 19 % from one in proportion to the
sentences."""
_BESIDE = 225
"""Tokens of the longer one of two replies asked for at once: disagreements and framing."""
_DOUBT = 95
_WRITING = 570
_VERIFICATION = 505
"""Tokens on average, re-asks counted, of the same eight recordings: the size of a story does not tell.
A reply is written token by token, so that its length is its time."""


def path(cluster: Cluster) -> Callable[[str], float]:
    """For each stage of a story, the tokens to be written from there to its end."""
    each, most = _CLAIMS
    size = sum(len(reading.sentences) for reading in cluster.readings)
    several = len(cluster.origins) > 1  # one origin alone is not asked where it disagrees
    verification = _VERIFICATION
    writing = verification + _WRITING
    doubt = writing + _DOUBT * several
    beside = doubt + _BESIDE * several
    left = {
        "claims": beside + min(each * size, most),
        "disagreements": beside,
        "framing": beside,
        "doubt": doubt,
        "writing": writing,
        "verification": verification,
    }
    return lambda stage: left.get(stage, left["claims"])
