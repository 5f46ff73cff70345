"""Quotations are printed without the dateline that their sentence begins with."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import TypeVar

from briefing.plain import dateline
from briefing.types import Citation, Position, Span, Statement, Story, quoted
from briefing.words import FEWEST_WORDS, count_words

_HEAD = 400
"""Characters of a text within which it begins. Of 402 sentences of 10,000 news texts that open like one, 270
begin there; those further down are digests of wires, and would be speakers in a transcript."""

Said = TypeVar("Said", Statement, Position)


def without_datelines(story: Story) -> Story:
    """The story with quotations that begin after the dateline; what other words rest on is cited whole."""
    said: list[Statement | Position] = [*story.statements]
    said += [p for d in story.disagreements for p in d.positions]
    said += [p for c in story.changes for p in c.now]
    kept = {c.span for one in said if one.support.verdict != "quoted" for c in one.citations}
    return replace(
        story,
        statements=tuple(_begun(s, kept) for s in story.statements),
        disagreements=tuple(
            replace(d, positions=tuple(_begun(p, kept) for p in d.positions)) for d in story.disagreements
        ),
        changes=tuple(replace(c, now=tuple(_begun(p, kept) for p in c.now)) for c in story.changes),
    )


def _begun(said: Said, kept: Set[Span]) -> Said:
    """With a text that quotes a citation begun after its dateline, and each citation but those `kept`."""
    texts = {quoted(c.quote): quoted(behind(c).quote) for c in said.citations}
    begun = tuple(c if c.span in kept else behind(c) for c in said.citations)
    return replace(said, text=texts.get(said.text, said.text), citations=begun)


def behind(citation: Citation) -> Citation:
    """The citation begun after its dateline, if it opens its text with one and something is left to quote."""
    cut = dateline(citation.quote) if citation.span.start <= _HEAD else 0
    if not cut or count_words(citation.quote[cut:]) < FEWEST_WORDS:
        return citation
    return Citation(replace(citation.span, start=citation.span.start + cut), citation.quote[cut:])
