"""The brief's own figures: how much of what it says is cited, exact and grounded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from briefing.grounding.carried import missing_moments, missing_names, missing_numbers
from briefing.grounding.dates import moments
from briefing.grounding.loaded import loaded
from briefing.grounding.names import names
from briefing.grounding.numbers import quantities
from briefing.grounding.points import near_duplicates, points
from briefing.grounding.quotations import unmarked
from briefing.types import Checks, Citation, Document, Position, Reading, Span, Statement, Story, Tally
from briefing.words import count_words

MOST_SENTENCES = 10_000
"""Of the told stories, the first of each source, that source coverage is measured on: 1.3 KB each."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement to be measured: `quotes` its cited sentences, `exact` which of them are in their source."""

    text: str
    quotes: tuple[str, ...]
    exact: tuple[bool, ...]


def checks(
    stories: Sequence[Story], documents: Mapping[str, Document], readings: Sequence[Reading], tally: Tally
) -> Checks:
    """The figures of a brief. `documents` by source id; a ratio with nothing to count is None."""
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
        duplicate_statements=sum(1 for _ in near_duplicates([s.text for s in statements])),
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
    """Each statement with its text, what is quoted in it counted too."""
    return [(s, unmarked(s.text)) for s in statements]


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
    among = [r for r in readings if r.source.id in told]
    share = max(1, MOST_SENTENCES // max(1, len(among)))
    sentences = [s for r in among for s in islice((s for s in r.sentences if not s.heading), share)]
    cited: dict[str, list[Span]] = defaultdict(list)
    for citation in _citations(stories):
        cited[citation.span.source].append(citation.span)
    found = points(sentences)
    hit = sum(any(s.span.hits(c) for s in point for c in cited[s.span.source]) for point in found)
    return _ratio(hit, len(found))


def _citations(stories: Sequence[Story]) -> Iterator[Citation]:
    for story in stories:
        for statement in _statements(story):
            yield from statement.citations
