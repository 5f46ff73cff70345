"""The order in which a brief is told, the same in every format, and the numbers that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.render.wording import CHANGES
from briefing.types import (
    ROLES,
    Brief,
    Change,
    Citation,
    Disagreement,
    Position,
    Role,
    Span,
    Statement,
    Story,
    unquoted,
)

SHOWN = 5
"""Disagreements of one story that Markdown prints; the JSON and the page hold them all."""


def statements(story: Story, *roles: Role) -> tuple[Statement, ...]:
    """The statements of these roles (default: all), leading ones first."""
    return tuple(s for role in roles or ROLES for s in story.statements if s.role == role)


def disagreements(story: Story) -> tuple[Disagreement, ...]:
    """Contradictions first, then by how much hangs on them; the sides of each in the order of the sources."""
    ordered = sorted(story.disagreements, key=lambda d: (d.strength != "contradiction", -d.weight))
    return tuple(replace(d, positions=tuple(sorted(d.positions, key=_first_source))) for d in ordered)


def changes(of: Brief | Story) -> tuple[Change, ...]:
    """What changed, by kind, else as it is given; what is said now is in the order of its sources."""
    kinds = list(CHANGES)
    ordered = sorted(of.changes, key=lambda c: kinds.index(c.kind))
    return tuple(replace(c, now=tuple(sorted(c.now, key=_first_source))) for c in ordered)


def quoted_source(quoting: Statement | Position, citations: Sequence[Citation]) -> str:
    """The id of the source whose words these are; `citations` are those of the quotation."""
    inner = unquoted(quoting.text)
    exact = (c for c in citations if c.quote == inner)
    within = (c for c in citations if inner in c.quote)
    return next(exact, next(within, citations[0])).span.source


def behind(quoting: Position) -> dict[str, list[Citation]]:
    """What is cited behind a quotation, by source: that of the source quoted, then of each other in order.

    It depends on no order of the citations: the JSON keeps that of their numbers alone.
    """
    inner = unquoted(quoting.text)
    cited = sorted(quoting.citations, key=lambda c: (_place(c.span.source), c.quote != inner, c.span.start))
    own = quoted_source(quoting, cited)
    sources = dict.fromkeys([own, *(c.span.source for c in cited)])
    return {source: [c for c in cited if c.span.source == source] for source in sources}


def _first_source(position: Position) -> int:
    return min(map(_place, position.sources))


def _place(source: str) -> int:
    return int(source.removeprefix("S"))


@dataclass(frozen=True, slots=True)
class Numbering:
    """The brief's citations by number: `citations[0]` is [1]; one span has one number.

    Numbers run by first appearance in the Markdown, which prints the first `shown`; those that
    only the JSON and the page hold come after.
    """

    citations: tuple[Citation, ...]
    shown: int
    numbers: Mapping[Span, int]

    @classmethod
    def of(cls, brief: Brief) -> Numbering:
        """Number every citation of the brief."""
        first: dict[Span, Citation] = {}
        for citation in _printed(brief):
            first.setdefault(citation.span, citation)
        shown = len(first)
        for story in brief.stories:
            for citation in _cited(disagreements(story)[SHOWN:]):
                first.setdefault(citation.span, citation)
        return cls(tuple(first.values()), shown, {span: n for n, span in enumerate(first, start=1)})

    def __call__(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of these citations, each once, rising."""
        return tuple(sorted({self.numbers[c.span] for c in citations}))

    def ordered(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """These citations, each once, in the order of their numbers, which is all that the JSON keeps."""
        return tuple(self.citations[n - 1] for n in self(citations))

    def sources(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """The ids of the sources of these citations, each once, in the order of their numbers."""
        return tuple(dict.fromkeys(c.span.source for c in self.ordered(citations)))


def _printed(brief: Brief) -> Iterator[Citation]:
    """Every citation of the Markdown, as it is read."""
    for story in brief.stories:
        for statement in statements(story, "lead", "body"):
            yield from statement.citations
        yield from _newly(changes(story))
        yield from _cited(disagreements(story)[:SHOWN])
        for statement in statements(story, "single_source"):
            yield from statement.citations
    yield from _newly(changes(brief))
    for mention in brief.also:
        yield from mention.citations


def _newly(shown: Iterable[Change]) -> Iterator[Citation]:
    return (c for change in shown for position in change.now for c in _by_source(position))


def _cited(shown: Iterable[Disagreement]) -> Iterator[Citation]:
    return (c for disagreement in shown for position in disagreement.positions for c in _by_source(position))


def _by_source(position: Position) -> list[Citation]:
    """Its citations in the order in which they are printed."""
    if position.support.verdict != "quoted":
        return list(position.citations)
    return [citation for cited in behind(position).values() for citation in cited]
