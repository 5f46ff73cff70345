"""Sentences as the detectors see them, and how far two of them speak of one thing."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from functools import cached_property

from briefing.grounding import outside
from briefing.lines.line import Line
from briefing.lines.pairing import Pairing
from briefing.lines.thesaurus import concepts
from briefing.types import Cluster

__all__ = ["Corpus", "Line"]

_LEAD = 3
_ROOT = 5
"""Letters that words of one root begin with: "heath" and "heathland"."""
_MOST, _LEAST = 1500, 20
"""Lines of a cluster, and the least of a document, that are compared: pairs of lines are what costs time."""


class Corpus:
    """All lines of one cluster, with the weight of each concept: rare ones tell more."""

    def __init__(self, cluster: Cluster) -> None:
        self.lines = tuple(_lines(cluster))
        self.origins = tuple(dict.fromkeys(line.origin for line in self.lines))
        self._documents: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            self._documents[line.source].append(line)
        counts = Counter(stem for line in self.lines for stem in line.stems)
        self._mentions: dict[str, tuple[tuple[str, str], ...]] = {}
        self._weights = {stem: math.log(1 + len(self.lines) / count) for stem, count in counts.items()}

    def weight(self, stems: Collection[str]) -> float:
        """The summed weight of these concepts: log(1 + lines / lines with it), 0 for unknown ones."""
        return math.fsum(self._weights.get(stem, 0.0) for stem in stems)  # the same in any order

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """How alike two sets of concepts are, in [0, 1]: shared weight over the geometric mean of both."""
        common = self.weight(a & b)
        return common / math.sqrt(self.weight(a) * self.weight(b)) if common else 0.0

    def covered(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """The share of the weight of `part` that `whole` has too, in [0, 1]."""
        common = self.weight(part & whole)
        return common / self.weight(part) if common else 0.0

    def before(self, line: Line, count: int) -> list[Line]:
        """Up to `count` lines before this one in its document, the nearest last."""
        return self._documents[line.source][max(0, line.place - count) : line.place]

    def beside(self, name: str) -> tuple[tuple[str, str], ...]:
        """What stands right before and after each mention of the name, up to 60 and 70 characters."""
        if name not in self._mentions:
            pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
            found = ((line.text, match) for line in self.lines for match in pattern.finditer(line.text))
            self._mentions[name] = tuple(
                (text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 70])
                for text, match in found
            )
        return self._mentions[name]

    def unknown(self, words: frozenset[str], origin: str) -> bool:
        """Whether no line of the origin has any of these concepts, nor a word of the same root."""
        known = self._roots[origin]
        return not any(word[:_ROOT] in known for word in words)

    @cached_property
    def _roots(self) -> dict[str, set[str]]:
        roots: dict[str, set[str]] = defaultdict(set)
        for line in self.lines:
            roots[line.origin].update(stem[:_ROOT] for stem in line.stems)
        return roots

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that some line writes in lower case: no names."""
        return frozenset(word for line in self.lines for word in line.text.split() if word.islower())

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words that some line of prose, after its first word, writes with a capital."""
        prose = (line for line in self.lines if not line.sentence.heading)
        return frozenset(word for line in prose for word in line.text.split()[1:] if word[:1].isupper())

    @cached_property
    def core(self) -> frozenset[str]:
        """Concepts of what the story is about: at the head of documents of more than one origin."""
        seen: dict[str, set[str]] = defaultdict(set)
        for lines in self._documents.values():
            for line in lines[:_LEAD]:
                for stem in line.stems:
                    seen[stem].add(line.origin)
        return frozenset(stem for stem, origins in seen.items() if len(origins) > 1)

    @cached_property
    def pairing(self) -> Pairing:
        """Which of the lines speak of one point."""
        return Pairing(self.lines, self.weight)

    def closeness(self, line: Line) -> float:
        """How close a line is to the story's centre, in [0, 1]: early in its document, and on the core."""
        return 0.5 / (1 + line.place / 4) + 0.5 * self.covered(self.core, line.stems)


def _lines(cluster: Cluster) -> Iterator[Line]:
    share = max(_LEAST, _MOST // max(1, len(cluster.readings)))
    for reading in cluster.readings:
        origin = cluster.origin_of(reading.source.id)
        for place, sentence in enumerate(reading.sentences[:share]):
            plain = outside(sentence.text)
            yield Line(sentence, origin, place, plain, concepts(sentence.text), reading.source.published)
