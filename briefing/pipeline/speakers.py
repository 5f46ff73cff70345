"""Who is told as a speaker: a person or a body, never an outlet, which the renderer names."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from briefing.grounding import credited
from briefing.types import Statement, Story
from briefing.words import words

Key = tuple[str, ...]


def without_outlets(story: Story, names: Iterable[str]) -> Story:
    """The story without speakers who are one of the outlets `names`, or one that the evidence credits."""
    outlets = {_key(name) for name in names}
    return replace(story, statements=tuple(_without_outlet(s, outlets) for s in story.statements))


def _without_outlet(statement: Statement, outlets: Set[Key]) -> Statement:
    """The statement; without its speaker, where that is an outlet."""
    if not statement.attributed_to:
        return statement
    credits = (statement.via, *(credited(c.quote) for c in statement.citations))
    others = {_key(credit) for credit in credits if credit}
    is_outlet = _key(statement.attributed_to) in outlets | others
    return replace(statement, attributed_to=None) if is_outlet else statement


def _key(name: str) -> Key:
    """A name's words without an article: "The Haven Packet" is "haven-packet"."""
    found = words(name)
    return tuple(found[1:] if found[:1] == ["the"] else found)
