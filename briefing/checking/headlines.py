"""Checks of headlines and questions, which cite nothing and yet name and count things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checking.defect import Defect
from briefing.checking.facsimile import Facsimile, Item, items, label, strings
from briefing.checking.nearest import nearest
from briefing.grounding import outside
from briefing.grounding.carried import missing_names, missing_numbers, missing_quotations
from briefing.plain import marked_up
from briefing.printable import one_line
from briefing.words import matching_key


def check_headlines(copy: Facsimile) -> Iterator[Defect]:
    """Names, numbers, quotations and markup of headlines and questions that none of their sources has."""
    for story in items(copy.brief, "stories"):
        name = label(story, "brief")
        yield from _beyond(copy, story, story.get("headline"), name)
        for disagreement in items(story, "disagreements"):
            yield from _beyond(copy, story, disagreement.get("question"), label(disagreement, name))
    for mention in items(copy.brief, "also"):
        yield from _beyond(copy, mention, mention.get("headline"), "also")


def _evidence(copy: Facsimile, story: Item) -> tuple[str, ...]:
    """All that the story's sources say, and what they are called; nothing, where a text is not there."""
    listed = strings(story, "sources")
    if not all(name in copy.texts for name in listed):
        return ()
    called = (copy.sources[name].get(field) for name in listed for field in ("title", "name"))
    told = (*(copy.texts[name] for name in listed), *(text for text in called if isinstance(text, str)))
    return tuple("\n".join(map(one_line, text.split("\n"))) for text in told)  # as a headline is shown


def _beyond(copy: Facsimile, story: Item, text: object, where: str) -> Iterator[Defect]:
    if isinstance(text, str) and not text.strip():
        yield Defect(where, "headline", "nothing stands above it")
    evidence = _evidence(copy, story)
    if not isinstance(text, str) or not evidence:
        return
    named = (name.text for name in missing_names(text, evidence))
    for missing in (*(number.text for number in missing_numbers(text, evidence)), *named):
        yield Defect(where, "headline", _nowhere(missing, text))
    for altered in () if _copied(text, evidence) else missing_quotations(text, evidence):
        hint = nearest(altered.text, copy, strings(story, "sources"))
        yield Defect(where, "headline", _nowhere(altered.text, text) + hint)
    if piece := marked_up(outside(text)):
        yield Defect(where, "headline", f"“{piece}” of “{text}” is an address, markup or code")


def _copied(text: str, evidence: Sequence[str]) -> bool:
    """Whether it is a source's own words, perhaps cut short: within a word, where that one is too long."""
    words = matching_key(text.removesuffix("…"))
    return any(words in matching_key(told) for told in evidence)


def _nowhere(missing: str, text: str) -> str:
    return f"“{missing}” of “{text}” is in none of its sources"
