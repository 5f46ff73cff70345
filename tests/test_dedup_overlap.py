"""The overlap of two texts, against sets of their shingles."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.dedup.overlap import Overlap, overlaps
from briefing.dedup.shingles import SIZE, shingled

TEXTS = st.lists(st.lists(st.integers(0, 3), max_size=30), min_size=2, max_size=6)


def shingles(text: list[int]) -> set[tuple[int, ...]]:
    return {tuple(text[at : at + SIZE]) for at in range(len(text) - SIZE + 1)}


@given(TEXTS, st.data())
def test_overlaps_are_those_of_the_sets_of_shingles(texts: list[list[int]], data: st.DataObject) -> None:
    place = st.integers(0, len(texts) - 1)
    pairs = data.draw(
        st.lists(st.tuples(place, place).filter(lambda p: p[0] != p[1]), min_size=1, max_size=8)
    )
    first, second = np.array(pairs).T
    found = overlaps(shingled(" ".join(map(str, text)) for text in texts), first, second)
    for (a, b), overlap in zip(pairs, found, strict=True):
        one, other = shingles(texts[a]), shingles(texts[b])
        assert {overlap.first, overlap.second} == {a, b}
        assert overlap.shared == len(one & other)
        assert (overlap.fewer, overlap.more) == tuple(sorted((len(one), len(other))))
        assert overlap.jaccard == len(one & other) / max(1, len(one | other))


def test_texts_without_a_shingle_share_nothing() -> None:
    assert Overlap(0, 1, 0, 0, 0).jaccard == Overlap(0, 1, 0, 5, 0).containment == 0
