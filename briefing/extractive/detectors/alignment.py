"""Sentences as the detectors see them, and how far two of them speak of one thing."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefing.extractive.detectors.thesaurus import concepts
from briefing.types import Cluster, Sentence

LONGEST = 1200
"""Characters of a sentence that are looked at: what is longer is a table or an attack, not a statement."""

_QUOTED = re.compile(r"“[^“”]{0,900}(?:”|$)|\"[^\"]{0,900}(?:\"|$)|(?<!\w)[‘'](?=\S)[^‘]{2,900}?\S['’](?!\w)")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One sentence with the origin that says it; `place` counts from 0 within its document."""

    sentence: Sentence
    origin: str
    place: int
    text: str = field(repr=False)
    plain: str = field(repr=False)
    """The text with everything inside quotation marks blanked out, so that offsets stay."""
    stems: frozenset[str] = field(repr=False)

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.sentence.span.source


class Field:
    """All lines of one cluster, with the weight of each stem: rare ones tell more."""

    def __init__(self, cluster: Cluster) -> None:
        self.lines = tuple(_lines(cluster))
        self.origins = tuple(dict.fromkeys(line.origin for line in self.lines))
        self._documents: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            self._documents[line.source].append(line)
        counts = Counter(stem for line in self.lines for stem in line.stems)
        total = len(self.lines)
        self._weights = {stem: math.log(1 + total / count) for stem, count in counts.items()}

    def weight(self, stems: Collection[str]) -> float:
        """The summed weight (inverse sentence frequency) of these stems."""
        return sum(self._weights.get(stem, 0.0) for stem in stems)

    def shared(self, a: Collection[str], b: Collection[str]) -> float:
        """Cosine-like overlap of two sets of stems in [0, 1]: shared weight over the geometric mean."""
        common = self.weight(frozenset(a) & frozenset(b))
        return common / math.sqrt(self.weight(a) * self.weight(b)) if common else 0.0

    def covered(self, part: Collection[str], whole: Collection[str]) -> float:
        """The share of the weight of `part` that `whole` has too, in [0, 1]."""
        total = self.weight(part)
        return self.weight(frozenset(part) & frozenset(whole)) / total if total else 0.0

    def before(self, line: Line, count: int = 1) -> list[Line]:
        """Up to `count` lines before this one in its document, the nearest last."""
        return self._documents[line.source][max(0, line.place - count) : line.place]

    def after(self, line: Line, count: int = 1) -> list[Line]:
        """Up to `count` lines after this one in its document, the nearest first."""
        return self._documents[line.source][line.place + 1 : line.place + 1 + count]

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that some line writes in lower case: no names."""
        return frozenset(word for line in self.lines for word in line.text.split() if word.islower())

    @cached_property
    def core(self) -> frozenset[str]:
        """Stems of what the story is about: in the first three lines of more than one origin."""
        seen: dict[str, set[str]] = defaultdict(set)
        for lines in self._documents.values():
            for line in lines[:3]:
                for stem in line.stems:
                    seen[stem].add(line.origin)
        return frozenset(stem for stem, origins in seen.items() if len(origins) > 1)

    def closeness(self, line: Line) -> float:
        """How close a line is to the story's centre, in [0, 1]: early in its document, and on the core."""
        return 0.5 / (1 + line.place / 4) + 0.5 * self.covered(self.core, line.stems)


def _lines(cluster: Cluster) -> Iterator[Line]:
    for reading in cluster.readings:
        origin = cluster.origin_of(reading.source.id)
        for place, sentence in enumerate(reading.sentences):
            text = sentence.text[:LONGEST]
            yield Line(sentence, origin, place, text, outside(text), concepts(text))


def outside(text: str) -> str:
    """The text with quoted runs blanked out, character for character."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)
