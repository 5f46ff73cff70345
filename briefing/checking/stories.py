"""Checks of stories: statements against their evidence, origins of positions, counts, lengths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from briefing.checking.defect import Defect
from briefing.checking.facsimile import Facsimile, Item, items, label, strings
from briefing.checking.statements import check_position, check_statement
from briefing.types import LEADS, ROLES, STORY_WORDS, Strength
from briefing.words import count_words


def check_stories(copy: Facsimile) -> Iterator[Defect]:
    """Every fault of every story, and ids that are given twice."""
    ids: list[str] = []
    for story in items(copy.brief, "stories"):
        name = label(story, "brief")
        sentences, disagreements = items(story, "sentences"), items(story, "disagreements")
        ids += [name, *(label(x, "") for x in [*sentences, *disagreements, *items(story, "changes")])]
        yield from _counts(copy, story, name)
        yield from _lengths(sentences, name)
        yield from _order(sentences, disagreements, name)
        yield from _numbering(story, name)
        for sentence in sentences:
            yield from check_statement(copy, sentence, label(sentence, name))
            yield from _role(copy, sentence, story, label(sentence, name))
        for disagreement in disagreements:
            yield from _disagreement(copy, disagreement, label(disagreement, name))
    for name, times in Counter(ids).items():
        if times > 1 and name:
            yield Defect(name, "id", f"the id {name!r} is given {times} times")


def check_mentions(copy: Facsimile) -> Iterator[Defect]:
    """Stories that are only named: their sources exist and are those cited."""
    for mention in items(copy.brief, "also"):
        yield from _known(copy, strings(mention, "sources"), "also")
        if not strings(mention, "citations"):
            yield Defect("also", "uncited", f"{mention.get('headline')!r} has no citation")
        for name in copy.sources_cited(mention):
            if name not in strings(mention, "sources"):
                yield Defect("also", "sources", f"{name} is cited and not listed")


def _role(copy: Facsimile, sentence: Item, story: Item, where: str) -> Iterator[Defect]:
    voices = len(copy.origins(copy.sources_cited(sentence)))
    if sentence.get("role") == "body" and voices == 1 and story.get("origins") != 1:
        yield Defect(where, "role", "body, but it rests on one origin in a story that has more")
    if sentence.get("role") != "single_source":
        return
    if voices > 1:
        yield Defect(where, "role", "single_source, but it cites more than one origin")
    if story.get("origins") == 1:
        yield Defect(where, "role", "single_source, but the story has one origin")


def _disagreement(copy: Facsimile, disagreement: Item, where: str) -> Iterator[Defect]:
    positions = items(disagreement, "positions")
    if len(positions) < 2:
        yield Defect(where, "positions", f"{len(positions)} position: a disagreement has at least two")
    seen: set[str] = set()
    for position in positions:
        yield from check_position(copy, position, where)
        origins = copy.origins(copy.sources_cited(position))
        if shared := seen & origins:
            yield Defect(where, "origin", f"two positions rest on one origin: {', '.join(sorted(shared))}")
        seen |= origins


def _counts(copy: Facsimile, story: Item, where: str) -> Iterator[Defect]:
    listed = strings(story, "sources")
    yield from _known(copy, listed, where)
    positions = [p for d in items(story, "disagreements") for p in items(d, "positions")]
    positions += [p for c in items(story, "changes") for p in items(c, "now")]
    for name in dict.fromkeys(
        n for s in [*items(story, "sentences"), *positions] for n in copy.sources_cited(s)
    ):
        if name in copy.sources and name not in listed:
            yield Defect(where, "sources", f"{name} is cited and not listed")
    counted, told = len(copy.origins(listed)), story.get("origins")
    credited = any(s.get("via") for s in items(story, "sentences"))
    if isinstance(told, int) and not (told == counted or (credited and 1 <= told < counted)):
        yield Defect(where, "origins", f"{told} told, its sources have {counted}")


def _order(sentences: list[Item], disagreements: list[Item], where: str) -> Iterator[Defect]:
    """Whether leads come first and what one source alone has last, and contradictions before tensions."""
    for listed, field, words in ((sentences, "role", ROLES), (disagreements, "strength", get_args(Strength))):
        ranks = [words.index(x[field]) for x in listed if x.get(field) in words]
        if ranks != sorted(ranks):
            yield Defect(where, "order", f"a {field} comes too late: the order is {', '.join(words)}")


def _numbering(story: Item, where: str) -> Iterator[Defect]:
    """Whether the story's citations are numbered as a reader comes upon them.

    What changed stands before the story; what one source alone has stands behind the disagreements.
    """
    before = {
        c for change in items(story, "changes") for p in items(change, "now") for c in strings(p, "citations")
    }
    told = (s for s in items(story, "sentences") if s.get("role") != "single_source")
    met = dict.fromkeys(c for s in told for c in strings(s, "citations") if c not in before)
    numbers = [int(c[1:]) for c in met if c[1:].isdecimal()]
    if numbers != sorted(numbers):
        yield Defect(where, "order", "its citations are not numbered in the order of its sentences")


def _known(copy: Facsimile, names: list[str], where: str) -> Iterator[Defect]:
    for name in names:
        if name not in copy.sources:
            yield Defect(where, "source", f"there is no source {name!r}")


def _lengths(sentences: list[Item], where: str) -> Iterator[Defect]:
    words = sum(count_words(s["text"]) for s in sentences if isinstance(s.get("text"), str))
    if words > STORY_WORDS:
        yield Defect(where, "words", f"{words} words: a story has at most {STORY_WORDS}")
    leads = sum(s.get("role") == "lead" for s in sentences)
    if sentences and not 1 <= leads <= LEADS:
        yield Defect(where, "lead", f"{leads} leading sentences: one to {LEADS}")
