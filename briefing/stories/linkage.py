"""Average-link clustering over a sparse graph of similarities.

Two groups join by the mean similarity of all their pairs, where a pair without an edge counts as 0:
unlike connected components, a chain of neighbours does not make one group (Sokal and Michener, 1958).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

Edge = tuple[int, int, float]


def average_link(count: int, edges: Iterable[Edge], threshold: float) -> list[list[int]]:
    """The numbers 0 to `count` - 1 in groups that join while the best mean is at least `threshold`.

    Groups are ascending, in order of their first; of equal means the earliest numbers join first.
    """
    total: list[dict[int, float]] = [{} for _ in range(count)]  # summed similarity to other groups
    members = [[number] for number in range(count)]
    queue = []
    for a, b, similarity in edges:
        total[a][b] = total[b][a] = similarity
        if similarity >= threshold:
            queue.append((-similarity, min(a, b), max(a, b)))
    heapq.heapify(queue)
    while queue:
        mean, a, b = heapq.heappop(queue)
        if total[a].get(b, 0.0) / (len(members[a]) * len(members[b]) or 1) != -mean:
            continue  # one of the two has grown or gone since
        _merge(a, b, total, members)
        for other, summed in total[a].items():
            grown = summed / (len(members[a]) * len(members[other]))
            if grown >= threshold:
                heapq.heappush(queue, (-grown, min(a, other), max(a, other)))
    return [sorted(group) for group in members if group]


def _merge(a: int, b: int, total: list[dict[int, float]], members: list[list[int]]) -> None:
    members[a] += members[b]
    members[b] = []
    del total[a][b]
    for other, summed in total[b].items():
        if other != a:
            del total[other][b]
            total[a][other] = total[other][a] = total[a].get(other, 0.0) + summed
    total[b] = {}
