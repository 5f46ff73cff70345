"""The numbered sentences of a story, as a model is shown them: numbers are its only handles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from briefing.grounding import Fault, faults, unfounded
from briefing.printable import one_line
from briefing.sentences.reference import leans
from briefing.types import Citation, Cluster, Reading, Sentence

_NUMBER = 4
"""Tokens that a line's number and its mark cost (measured: 1.08 times the text at 25 words a sentence)."""


@dataclass(frozen=True, slots=True)
class Material:
    """Readings of one story, and their sentences with their numbers, which a part of it keeps."""

    readings: tuple[Reading, ...]
    numbers: tuple[tuple[int, Sentence], ...]

    @classmethod
    def of(cls, cluster: Cluster) -> Material:
        """All sentences of a story, numbered from 1."""
        return cls(cluster.readings, tuple(enumerate(cluster.sentences, 1)))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in the order of their numbers."""
        return tuple(sentence for _, sentence in self.numbers)

    def find(self, numbers: Iterable[int]) -> tuple[Sentence, ...]:
        """The sentences with these numbers, each once; a number that is not there names nothing."""
        known = dict(self.numbers)
        return tuple(known[n] for n in dict.fromkeys(numbers) if n in known)

    def values(self) -> dict[str, object]:
        """What the templates are given: sources with a label, a date and numbered lines; no outlet's name."""
        shown = []
        for reading in self.readings:
            rows = [
                {"number": n, "text": one_line(s.text)}
                for n, s in self.numbers
                if s.span.source == reading.source.id
            ]
            if rows:
                date = _day(reading.source.published)
                shown.append({"label": reading.source.id, "published": date, "sentences": rows})
        return {"sources": shown}

    def only(self, sentences: Collection[Sentence]) -> Material:
        """The part with these sentences; numbers stay as they are."""
        wanted = {s.id for s in sentences}
        return Material(self.readings, tuple(pair for pair in self.numbers if pair[1].id in wanted))

    def parts(self, budget: int, count: Callable[[str], int]) -> tuple[Material, ...]:
        """The whole where it fits the budget in tokens; else one part a source, a long source in several."""
        costs = {s.id: count(one_line(s.text)) + _NUMBER for _, s in self.numbers}
        if sum(costs.values()) <= budget:
            return (self,)
        found: list[list[tuple[int, Sentence]]] = []
        spent, source = 0, ""
        for pair in self.numbers:
            cost, own = costs[pair[1].id], pair[1].span.source
            if not found or own != source or spent + cost > budget:
                found.append([])
                spent, source = 0, own
            found[-1].append(pair)
            spent += cost
        return tuple(Material(self.readings, tuple(part)) for part in found)

    def halves(self) -> tuple[Material, ...]:
        """Two halves, or nothing where one sentence cannot be halved."""
        middle = len(self.numbers) // 2
        if not middle:
            return ()
        return Material(self.readings, self.numbers[:middle]), Material(self.readings, self.numbers[middle:])

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before one that begins with a pronoun: it has the name."""
        everything = self.sentences
        place = everything.index(sentence)
        before = everything[place - 1]
        same = place and before.span.source == sentence.span.source
        return before if same and leans(sentence.text) else None

    def introduced(self, sentences: Collection[Sentence]) -> Material:
        """The part with these sentences, and before each that begins with "he" those that say who that is."""
        wanted = list(dict.fromkeys(sentences))
        for sentence in wanted:
            if (before := self.before(sentence)) and before not in wanted:
                wanted.append(before)  # and what that one leans on, in its turn
        return self.only(wanted)

    def faults(
        self, text: str, citations: Sequence[Citation], speaker: str | None = None
    ) -> tuple[Fault, ...]:
        """What is wrong with a statement, seen from its cited sentences and their sources' dates alone."""
        quotes = [c.quote for c in citations]
        return faults(text, quotes, attributed_to=speaker, published=self._dates(citations))

    def unfounded(self, text: str, citations: Sequence[Citation]) -> tuple[Fault, ...]:
        """Those of the faults that do not depend on what is denied, hedged, or said by whom."""
        return unfounded(text, [c.quote for c in citations], self._dates(citations))

    def _dates(self, citations: Sequence[Citation]) -> list[datetime | None]:
        published = {r.source.id: r.source.published for r in self.readings}
        return [published[c.span.source] for c in citations]


def _day(published: datetime | None) -> str | None:
    return f"{published.day} {published:%B %Y}" if published else None
