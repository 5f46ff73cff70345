"""Words that hang together: what stands side by side in a claim stands so where the claim is from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.words import stems

Neighbours = tuple[str, str]

_REACH = 3
_STRETCH = 1
"""Content words after one within which another is beside it, and how many more may stand between elsewhere.

Of 542 statements on news by a capable model, which rest on what they cite, 19 in 20 have .72 of their words
together there, 99 in 100 .58; of 30 that no source said, whose words stand scattered over three sentences and
pass all other checks, half have .33 or less.
"""
_FEWEST = 3
"""Words from which on that tells anything: two may stand apart in any sentence."""


def together(text: str, evidence: Iterable[str]) -> float:
    """Share of the text's distinct content stems that stand beside another of them in the evidence, too.

    1 where there are too few to tell.
    """
    wanted = set(stems(text))
    if len(wanted) < _FEWEST:
        return 1.0
    own = _pairs(text, _REACH)
    shared = {word for e in evidence for pair in own & _pairs(e, _REACH + _STRETCH) for word in pair}
    return len(shared) / len(wanted)


@lru_cache(maxsize=1 << 12)
def _pairs(text: str, reach: int) -> frozenset[Neighbours]:
    """Content stems with each of those that follow within reach, in order of spelling."""
    found = stems(text)
    return frozenset(
        (min(one, other), max(one, other))
        for place, one in enumerate(found)
        for other in found[place + 1 : place + 1 + reach]
        if one != other
    )
