"""The numbered sentences of a story, as a model is shown them: numbers are its only handles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from briefing.grounding import Fault, content_overlap, faults, find, fit, unfounded
from briefing.sentences.reference import leans
from briefing.types import Citation, Cluster, Reading, Sentence
from briefing.words import one_line, stems


@dataclass(frozen=True, slots=True)
class Material:
    """Readings of one story, their sentences numbered from `first` on through all of them."""

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

    def carriers(self, text: str, numbers: Iterable[int]) -> tuple[Sentence, ...]:
        """The sentences that carry the text: those numbered that have a share in it, where they do.

        Where they do not, it is looked for among all sentences: small models choose by position. Of the
        others numbered, those of the same sources that bring a missing name, figure or quotation stay.
        """
        given = self.find(numbers)
        found = tuple(s for s in given if content_overlap(text, [s.text]) >= _SHARE)
        if content_overlap(text, [s.text for s in found]) < _CARRIED:
            found = find(text, self.sentences, [s.id for s in given])
        sources = {_source(s) for s in found}
        return (*found, *self._bringing(text, found, [s for s in given if _source(s) in sources]))

    def ways(self, text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, ...]]:
        """What the text may rest on: these sentences, else the best one of each source.

        Each time alone, and then with those before them that have the name for their "he".
        """
        ranked = [sentences[k] for k in fit(text, [s.text for s in sentences])]
        first = {_source(s): s for s in reversed(ranked)}
        for chosen in (tuple(sentences), tuple(s for s in sentences if s in first.values())):
            named = (before for s in chosen if (before := self.before(s)) and before not in chosen)
            yield chosen
            yield (*chosen, *dict.fromkeys(named))

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before one that begins with a pronoun: it has the name."""
        everything = self.sentences
        place = everything.index(sentence)
        if not place or not leans(sentence.text) or _source(everything[place - 1]) != _source(sentence):
            return None
        return everything[place - 1]

    def covering(
        self, text: str, sentences: Sequence[Sentence], given: Sequence[Sentence] = ()
    ) -> tuple[Sentence, ...]:
        """Those of the sentences that have, together, what any of them has of the text.

        That is its words, and its names, figures and quotations whole. Others would only be sent again.
        Those given stay; each adds the most to them; at least one is left, and order is kept.
        """
        chosen = list(given)
        wanted = set(stems(text)).difference(*(stems(s.text) for s in chosen))
        while rest := [s for s in sentences if s not in chosen]:
            best = max(rest, key=lambda s: len(wanted.intersection(stems(s.text))))
            if chosen and not wanted.intersection(stems(best.text)):
                break
            chosen.append(best)
            wanted.difference_update(stems(best.text))
        chosen += self._bringing(text, chosen, sentences)
        return tuple(s for s in sentences if s in chosen)

    def _bringing(
        self, text: str, chosen: Sequence[Sentence], more: Sequence[Sentence]
    ) -> tuple[Sentence, ...]:
        """The fewest of the further sentences with which the chosen ones lack as little as with all."""
        lacking = self._lacking(text, chosen)
        rest = [s for s in more if s not in chosen][:_MOST_BROUGHT] if lacking else []
        least = self._lacking(text, [*chosen, *rest]) if rest else lacking
        if lacking <= least:
            return ()
        for one in sorted(rest, key=lambda s: content_overlap(text, [s.text])):
            if self._lacking(text, [*chosen, *(s for s in rest if s is not one)]) <= least:
                rest = [s for s in rest if s is not one]
        return tuple(rest)

    def _lacking(self, text: str, sentences: Sequence[Sentence]) -> int:
        return sum(f.kind in _LACKING for f in self.unfounded(text, [Citation.of(s) for s in sentences]))

    def evidence(
        self, text: str, citations: Sequence[Citation], shown: Collection[Sentence] = ()
    ) -> tuple[Sentence, ...]:
        """What a second reader of a statement is to see of its citations, in order.

        That is all that he is shown anyway, the sentence that carries it best, and what these two lack.
        """
        cited = {c.span for c in citations}
        found = [s for s in self.sentences if s.span in cited]
        best = [found[k] for k in fit(text, [s.text for s in found])[:1]]
        return self.covering(text, found, [s for s in found if s in best or s in shown])

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


_NUMBER = 4
"""Tokens that a line's number and its mark cost (measured: 1.08 times the text at 25 words a sentence)."""
_LACKING = frozenset({"name", "number", "date", "quotation"})
"""Faults that a further sentence can mend."""
_MOST_BROUGHT = 20
"""Sentences that are tried for what they bring: a model that names all of a long story costs no more."""
_SHARE = 0.2
"""Of a text's content words that a sentence has to have to be its evidence: a sentence that only gives
the name for a "he" has .2 and more, a neighbour named by position has less."""
_CARRIED = 0.5
"""Of a text's content words that its evidence has to have together; a paraphrase keeps half of them."""


def _source(sentence: Sentence) -> str:
    return sentence.span.source


def _day(published: datetime | None) -> str | None:
    return f"{published.day} {published:%B %Y}" if published else None
