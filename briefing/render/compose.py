"""From a brief to its page: which blocks it has, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.render.escape import address
from briefing.render.order import SHOWN, Numbering, changes, disagreements, statements
from briefing.render.page import (
    Address,
    Block,
    Bullets,
    Comparisons,
    Emphasis,
    Evidence,
    Heading,
    Line,
    Page,
    Paragraph,
)
from briefing.render.telling import Teller
from briefing.render.wording import REASONS, count, date, day, listed, summary
from briefing.types import Brief, Change, Citation, Omission, Reason, Source, Story

NAMED = 10
"""Omissions of one reason that are printed, each with its detail; the JSON has them all."""
_REFUSED: frozenset[Reason] = frozenset({"ungrounded", "unsupported"})
"""Reasons for which a model's words are not said: a reader is told of how many."""


def compose(brief: Brief) -> Page:
    """The brief's page, with the first disagreements of each story and what it shows of the evidence."""
    numbering = Numbering.of(brief)
    return _page(brief, numbering, SHOWN, numbering.citations[: numbering.shown])


def compose_whole(brief: Brief) -> Page:
    """The brief's page, with all its disagreements and all its evidence."""
    numbering = Numbering.of(brief)
    return _page(brief, numbering, None, numbering.citations)


def _page(brief: Brief, numbering: Numbering, most: int | None, cited: Sequence[Citation]) -> Page:
    """The page with at most so many disagreements of a story (None: all), these citations as its evidence."""
    teller = Teller.of(brief, numbering)
    blocks: list[Block] = [Heading(1, brief.title), Paragraph((Emphasis(summary(brief)),))]
    for story in brief.stories:
        blocks += _story(story, teller, most)
    if changed := changes(brief):
        blocks += [
            Heading(2, _since(changed), "changes"),
            Comparisons(tuple(teller.change(c) for c in changed)),
        ]
    if brief.also:
        mentions = tuple(teller.mention(mention) for mention in brief.also)
        blocks += [Heading(2, "Also reported", "also"), Bullets(mentions)]
    if brief.not_covered:
        omissions = tuple(_omissions(brief.not_covered))
        blocks += [Heading(2, "Not covered", "not-covered"), Bullets(omissions)]
    if cited:
        sources = {entry.source.id: entry.source for entry in brief.sources}
        proofs = (
            (n, _proof(c, sources[c.span.source], teller.names[c.span.source]))
            for n, c in enumerate(cited, start=1)
        )
        blocks += [Heading(2, "Evidence", "evidence"), Evidence(tuple(proofs))]
    return tuple(blocks)


def _story(story: Story, teller: Teller, most: int | None) -> Iterator[Block]:
    yield Heading(2, story.headline, story.id)
    if story.origins == 1:
        yield Paragraph((Emphasis("one source: not corroborated here"),))
    for role in ("lead", "body"):
        if told := statements(story, role):
            yield Paragraph(teller.running(told))
    if changed := changes(story):
        yield Comparisons(tuple(teller.change(c) for c in changed), _since(changed))
    ordered = disagreements(story)
    shown = ordered[:most]
    if shown:
        yield Comparisons(tuple(teller.disagreement(d) for d in shown), "Where the sources disagree")
    if more := len(ordered) - len(shown):
        verb = "is" if more == 1 else "are"
        yield Paragraph((f"{count(more, 'more disagreement')} {verb} in the JSON and on the page.",))
    if alone := statements(story, "single_source"):
        yield Bullets(tuple(teller.statement(s) for s in alone), "Only in one source")


def _since(changed: Iterable[Change]) -> str:
    return f"What changed since {day(max(change.since for change in changed))}"


def _omissions(omissions: Iterable[Omission]) -> Iterator[Line]:
    """A line for each reason and detail, the reasons in the order of REASONS, at most NAMED of one.

    What a model proposed and no source carries is counted.
    """
    by_reason: dict[Reason, dict[str, list[str]]] = {why: {} for why in REASONS}
    for omission in omissions:
        by_reason[omission.why].setdefault(omission.detail, []).append(omission.what)
    for why, by_detail in by_reason.items():
        if why in _REFUSED and by_detail:
            proposals = count(sum(map(len, by_detail.values())), "proposal")
            yield (f"{proposals} of the model: {REASONS[why]} (each is in the JSON)",)
            continue
        lines = list(by_detail.items())
        for detail, names in lines[:NAMED]:
            yield (f"{_named(names)}: {_why(REASONS[why], detail)}",)
        if hidden := sum(len(names) for _, names in lines[NAMED:]):
            yield (f"{hidden:,} more: {REASONS[why]} (all are in the JSON)",)


def _why(reason: str, detail: str) -> str:
    """Reason and detail, the reason not said twice."""
    return (detail if reason in detail else f"{reason} ({detail})") if detail else reason


def _named(names: list[str]) -> str:
    """The first names, each once, and how many are not told."""
    counted = Counter(names)
    told = [name if times == 1 else f"{name} ({times:,} times)" for name, times in counted.items()]
    more = len(names) - sum(list(counted.values())[:NAMED])
    return listed([*told[:NAMED], f"{more:,} more"] if more else told)


def _proof(citation: Citation, source: Source, name: str) -> Line:
    """Outlet, title, date, the verbatim sentence, address; what is not known is left out."""
    title = f', "{source.title.strip()}"' if source.title and source.title.strip() else ""
    published = f", {date(source.published)}" if source.published else ""
    url = address(source.url)
    link: Line = (" ", Address(url)) if url else ()
    return (Emphasis(name), f'{title}{published}: "{citation.quote}"', *link)
