"""Disjoint sets of the numbers 0 to n - 1 (union-find with path halving)."""

from __future__ import annotations


class Forest:
    """Each number alone at first; the root of a tree is its smallest number."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, number: int) -> int:
        """The smallest number that this one is joined with."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    def join(self, a: int, b: int) -> None:
        """Make one set of the two that hold a and b."""
        a, b = self.root(a), self.root(b)
        self._parent[max(a, b)] = min(a, b)

    def trees(self) -> list[list[int]]:
        """The sets, each ascending, in order of their smallest number."""
        found: list[list[int]] = []
        tree_of: list[list[int]] = []
        for number, parent in enumerate(self._parent):  # no parent is larger than its child
            if parent == number:
                found.append([number])
                tree_of.append(found[-1])
            else:
                tree_of.append(tree_of[parent])
                tree_of[number].append(number)
        return found
