"""How many words each story may have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from briefing.pipeline.options import Options
from briefing.types import STORY_WORDS, Cluster
from briefing.words import count_words

FEWEST = 60
"""Words that a story should have to be told at all: two sentences of news."""


def divide(clusters: Sequence[Cluster], options: Options) -> tuple[list[tuple[Cluster, int]], list[Cluster]]:
    """The stories to tell, each with its words, and those only named."""
    first = clusters[: options.stories]
    available = [sum(count_words(s.text) for s in c.sentences) for c in first]
    shares = allot(options.words, available, STORY_WORDS)
    told = [(c, share) for c, share in zip(first, shares, strict=True) if share]
    return told, [c for c in clusters if c not in [t for t, _ in told]]


def allot(words: int, available: Sequence[int], most: int) -> tuple[int, ...]:
    """Words for each story in rank order: the first ones in full, the later ones at least FEWEST each.

    `available` are the words that each story's sentences have in all. Where `words` does not go
    round, the last stories get none; the first one always gets what there is.
    """
    needed = accumulate(min(FEWEST, has) for has in available)
    told = max(1, sum(so_far <= words for so_far in needed))
    left = words
    found = []
    for rank, has in enumerate(available):
        if rank >= told:
            found.append(0)
            continue
        kept = sum(min(FEWEST, more) for more in available[rank + 1 : told])
        share = max(0, min(most, has, left - kept))
        found.append(share)
        left -= share
    return tuple(found)
