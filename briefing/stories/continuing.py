"""Which earlier stories go on today."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.stories.clusters import READ, alike


def continued(
    today: Sequence[Sequence[str]], earlier: Sequence[Sequence[str]]
) -> tuple[tuple[int, ...], ...]:
    """For each story of today the numbers of the earlier ones that it goes on with, ascending.

    A story is given as the texts of its documents. Two go on with one another where a document of each would
    be of one event in one pile.
    """
    owners = [(0, n) for n, story in enumerate(today) for _ in story]
    owners += [(1, n) for n, story in enumerate(earlier) for _ in story]
    texts = [text[:READ] for story in (*today, *earlier) for text in story]
    found: list[set[int]] = [set() for _ in today]
    edges, threshold = alike(texts, len(texts))
    for a, b, likeness in edges:
        (side, one), (other_side, other) = sorted((owners[a], owners[b]))
        if side != other_side and likeness >= threshold:
            found[one].add(other)
    return tuple(tuple(sorted(numbers)) for numbers in found)
