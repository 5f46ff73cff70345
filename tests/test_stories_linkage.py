"""Average link: groups of documents as a slow reference makes them."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from briefing.stories.linkage import average_link


@given(st.data())
def test_average_link_agrees_with_a_slow_reference(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 7))
    pairs = list(itertools.combinations(range(count), 2))
    drawn = data.draw(st.lists(st.integers(0, 1000), min_size=len(pairs), max_size=len(pairs), unique=True))
    similarity = {pair: value / 1024 for pair, value in zip(pairs, drawn, strict=True)}
    edges = [(a, b, value) for (a, b), value in similarity.items()]
    assert average_link(count, edges, 0.4) == _slow_average_link(count, similarity, 0.4)


def _slow_average_link(
    count: int, similarity: dict[tuple[int, int], float], threshold: float
) -> list[list[int]]:
    members = [[number] for number in range(count)]

    def mean(a: list[int], b: list[int]) -> float:
        values = [similarity[min(x, y), max(x, y)] for x in a for y in b]
        return sum(values) / len(values)

    while len(members) > 1:
        best, a, b = min((-mean(a, b), a, b) for a, b in itertools.combinations(members, 2))
        if -best < threshold:
            break
        members = sorted([*(m for m in members if m not in (a, b)), sorted(a + b)])
    return members


def test_a_chain_of_neighbours_is_not_one_story() -> None:
    chain = [(n, n + 1, 0.5) for n in range(9)]
    assert max(map(len, average_link(10, chain, 0.4))) == 2
