"""The brief's own figures: how much of what it says is cited, exact and grounded."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.grounding.carried import missing_moments, missing_names, missing_numbers
from briefing.grounding.dates import moments
from briefing.grounding.loaded import loaded
from briefing.grounding.names import names
from briefing.grounding.numbers import quantities
from briefing.types import Checks, Citation, Document, Reading, Sentence, Span, Statement, Story, Tally
from briefing.types.claim import Position
from briefing.words import count_words, stems

_MOST_HOLDERS = 64
_ALIKE = 0.8  # Jaccard of stems from which two sentences make one point
_MARKS = str.maketrans({'"': " ", "“": " ", "”": " "})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement to be measured: `quotes` its cited sentences, `exact` which of them are in their source."""

    text: str
    quotes: tuple[str, ...]
    exact: tuple[bool, ...]


def checks(
    stories: Sequence[Story], documents: Mapping[str, Document], readings: Sequence[Reading], tally: Tally
) -> Checks:
    """CONTRACT's `checks`. `documents` by source id; a ratio with nothing to count is None."""
    told = [s for story in stories for s in _statements(story)]
    figures = measured([_said(s, documents) for s in told])
    return replace(
        figures,
        proposed=tally.proposed,
        dropped=tally.dropped,
        replaced_by_quotation=tally.replaced_by_quotation,
        words=sum(count_words(s.text) for story in stories for s in story.statements),
        source_coverage=_source_coverage(stories, readings),
    )


def measured(statements: Sequence[Said]) -> Checks:
    """The figures that follow from the statements and their cited sentences alone."""
    exact = [e for s in statements for e in s.exact]
    numbers = [
        (len(quantities(t)) + len(moments(t)), _unfound_numbers(t, s.quotes)) for s, t in _plain(statements)
    ]
    called = [(len(names(t)), len(missing_names(t, s.quotes))) for s, t in _plain(statements)]
    return Checks(
        statements=len(statements),
        citation_coverage=_ratio(sum(any(s.exact) for s in statements), len(statements)),
        quote_fidelity=_ratio(sum(exact), len(exact)),
        numbers_grounded=_grounded(numbers),
        names_grounded=_grounded(called),
        loaded_terms=sum(len(loaded(s.text)) for s in statements),
        duplicate_statements=sum(1 for _ in _alike([s.text for s in statements])),
    )


def _statements(story: Story) -> Iterator[Statement | Position]:
    yield from story.statements
    for disagreement in story.disagreements:
        yield from disagreement.positions


def _said(statement: Statement | Position, documents: Mapping[str, Document]) -> Said:
    return Said(
        statement.text,
        tuple(c.quote for c in statement.citations),
        tuple(c.span.source in documents and c.holds(documents[c.span.source]) for c in statement.citations),
    )


def _plain(statements: Sequence[Said]) -> list[tuple[Said, str]]:
    """Each statement with its text without double quotation marks: what is quoted counts too."""
    return [(s, s.text.translate(_MARKS)) for s in statements]


def _unfound_numbers(text: str, evidence: Sequence[str]) -> int:
    return len(missing_numbers(text, evidence)) + len(missing_moments(text, evidence))


def _grounded(counts: Sequence[tuple[int, int]]) -> float | None:
    total = sum(count for count, _ in counts)
    return _ratio(total - sum(missing for _, missing in counts), total)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _source_coverage(stories: Sequence[Story], readings: Sequence[Reading]) -> float | None:
    """Share of the distinct points of the told stories' readings that a citation hits."""
    told = {source for story in stories for source in story.sources}
    sentences = [s for r in readings if r.source.id in told for s in r.sentences if not s.heading]
    cited: dict[str, list[Span]] = defaultdict(list)
    for citation in _citations(stories):
        cited[citation.span.source].append(citation.span)
    points = _points(sentences)
    return _ratio(sum(any(_hit(s, cited[s.span.source]) for s in point) for point in points), len(points))


def _citations(stories: Sequence[Story]) -> Iterator[Citation]:
    for story in stories:
        for statement in _statements(story):
            yield from statement.citations


def _hit(sentence: Sentence, spans: Iterable[Span]) -> bool:
    """Whether a citation overlaps the sentence by at least half of the shorter of the two."""
    at = sentence.span
    return any(
        2 * (min(at.end, s.end) - max(at.start, s.start)) >= min(at.end - at.start, s.end - s.start)
        for s in spans
    )


def _points(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences in groups of near-duplicates, each group one point."""
    groups: dict[frozenset[str], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        groups[frozenset(stems(sentence.text))].append(sentence)
    points = list(groups.values())
    merged: dict[int, int] = {}
    for i, j in _alike([point[0].text for point in points]):
        if j not in merged:
            merged[j] = merged.get(i, i)
            points[merged[j]] = points[merged[j]] + points[j]
    return [point for i, point in enumerate(points) if i not in merged]


def _alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of near-duplicate texts, found by their rarest stems."""
    bags = [frozenset(stems(text)) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for i, bag in enumerate(bags):
        for stem in bag:
            holders[stem].append(i)
    for j, bag in enumerate(bags):
        # Jaccard j leaves at most (1 - j) of the stems unshared: one of the rarest that many is shared.
        rare = sorted(bag, key=lambda s: (len(holders[s]), s))[: int((1 - _ALIKE) * len(bag)) + 1]
        for i in sorted({i for stem in rare for i in _before(holders[stem], j)}):
            if len(bag & bags[i]) >= _ALIKE * len(bag | bags[i]):
                yield i, j


def _before(holders: Sequence[int], j: int) -> Sequence[int]:
    """The last of the holders before `j`, so many that templated text costs no quadratic time."""
    end = bisect_left(holders, j)
    return holders[max(0, end - _MOST_HOLDERS) : end]
