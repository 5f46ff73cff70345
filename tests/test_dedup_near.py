"""Near-duplicate texts; a word is drawn as a number."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dedup import near, sharing
from briefing.dedup.forest import Forest
from briefing.dedup.near import groups
from briefing.dedup.sharing import COMMON
from briefing.dedup.shingles import SIZE, Shingled, shingled


def text(seed: int, length: int = 200) -> list[int]:
    return random.Random(seed).choices(range(50_000), k=length)  # noqa: S311 - no secret


def sets(*texts: list[int]) -> Shingled:
    return shingled(" ".join(map(str, text)) for text in texts)


def edited(original: list[int], every: int) -> list[int]:
    return [99_000 + place if place % every == 0 else token for place, token in enumerate(original)]


def test_copies_edits_cuts_and_embeddings_join_their_original() -> None:
    wire, other = text(1), text(2)
    embedded = text(3, 60) + wire + text(4, 60)
    texts = sets(wire, other, list(wire), edited(wire, 20), wire[:120], embedded)
    assert groups(texts) == [[0, 2, 3, 4, 5], [1]]


def test_a_shared_paragraph_or_quotation_joins_nothing() -> None:
    shared = text(5, 60)
    assert groups(sets(text(6) + shared, shared + text(7))) == [[0], [1]]


def test_a_brief_inside_two_long_reports_does_not_make_them_one() -> None:
    brief = text(8, 60)
    found = groups(sets(text(9, 300) + brief, brief, brief + text(10, 300)))
    assert [0] in found or [2] in found


def test_a_short_quotation_inside_a_report_is_no_reprint() -> None:
    quotation = text(11, near.CONTAINED)
    assert groups(sets(quotation, text(12) + quotation)) == [[0], [1]]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_texts_shorter_than_a_shingle_stay_apart(count: int) -> None:
    assert groups(sets(*([[1, 2]] * count))) == [[number] for number in range(count)]
    assert groups(sets([], [])) == [[0], [1]]


def test_one_wire_text_in_more_sources_than_a_common_shingle_has_is_still_one_group() -> None:
    wire = text(13)
    texts = sets(*([*wire[:number], 70_000 + number, *wire[number:]] for number in range(2 * COMMON)))
    assert groups(texts) == [list(range(2 * COMMON))]


def test_a_sampled_corpus_gives_the_groups_of_a_whole_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [t for seed in range(60) for t in (text(seed), edited(text(seed), 25), text(seed)[:140])]
    whole = groups(sets(*texts))
    monkeypatch.setattr(near, "WHOLE", 1)
    assert groups(sets(*texts)) == whole == [[n, n + 1, n + 2] for n in range(0, 180, 3)]


@pytest.mark.parametrize(("common", "part"), [(COMMON, 1 << 15), (COMMON, 3), (2, 5)])
@given(st.lists(st.lists(st.integers(0, 3), max_size=20), min_size=1, max_size=6))
def test_shared_shingles_are_those_of_sets(common: int, part: int, texts: list[list[int]]) -> None:
    """However many are looked at together; those of the common, as they are paired on many machines."""
    each = [{tuple(t[i : i + SIZE]) for i in range(len(t) - SIZE + 1)} for t in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "COMMON", common)
        patch.setattr(sharing, "_PART", part)
        pairs = sharing.sharing(sets(*texts))
        holders = [[n for n, own in enumerate(each) if shingle in own] for shingle in set().union(*each)]
        expected = Counter(pair for listed in holders for pair in sharing.neighbours(listed))
    both = zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
    assert dict(zip(both, pairs.shared.tolist(), strict=True)) == expected
    if common == COMMON:
        assert all(expected[a, b] == len(each[a] & each[b]) for b in range(len(each)) for a in range(b))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_a_forest_joins_what_a_path_connects(joins: list[tuple[int, int]]) -> None:
    forest = Forest(10)
    sets = [{number} for number in range(10)]
    for a, b in joins:
        forest.join(a, b)
        merged = sets[a] | sets[b]
        for number in merged:
            sets[number] = merged
    assert forest.trees() == sorted(sorted(s) for s in {frozenset(s) for s in sets})
