"""What is told already: the same sentence, or the same fact in other words."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.dedup.repeats import Repeats
from briefing.grounding import quantities
from briefing.grounding.dates import moments
from briefing.grounding.hedges import hardened, hedges
from briefing.grounding.negation import polarity_conflict
from briefing.lines.corpus import Line
from briefing.novelty.scene import Scene, said_concepts
from briefing.novelty.values import AHEAD, agree, days, past_days
from briefing.sentences import split
from briefing.sentences.reference import leans
from briefing.types import Document, Sentence

CARRIED = 0.7
"""The share of a sentence's concepts, without the story's places, that a told one has if it says nothing new.

Read on 100 BASIL events, one outlet's report told and the other two taken for the next day's: of 5,417
sentences 78 are taken for told, and two of those say more than what was told.
"""
_UNSURE = frozenset({"alleged", "possible", "likely"})
_FEWEST = 3
"""Concepts of a sentence that may be told in other words: one with fewer, or that leans on those before it
("This is about the White House"), is told where its very words were. With 2 one sentence more is taken for
told, with 4 a change is missed."""


class Read:
    """Every sentence of the texts that earlier briefs were made of."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._repeats = Repeats()
        for document in documents:
            for sentence in split("S0", document.text):
                self._repeats.meet(sentence.text)
        self._count = len(self._repeats)

    def has(self, sentence: Sentence) -> bool:
        """Whether one of them says the same in the same words, except for a few that change no meaning."""
        found = self._repeats.meet(sentence.text)
        return found is not None and found < self._count


def repeats(scene: Scene, now: Line) -> bool:
    """Whether some told line says all that this one says."""
    return any(says_again(scene, now, then) for then in scene.told)


def says_again(scene: Scene, now: Line, then: Line) -> bool:
    """Whether the told line says all that this one says."""
    if scene.key(now) in scene.key(then):
        return True
    said = said_concepts(now)
    if len(said) < _FEWEST or leans(now.text):
        return False
    if scene.covered((said - scene.places) or said, then) < CARRIED:
        return False
    return _same_figures(now, then) and _same_days(scene, now, then) and not _turned(now, then)


def _same_figures(now: Line, then: Line) -> bool:
    """Whether every figure of today's line is in the told one."""
    told = quantities(then.text)
    return all(
        any(agree(q, t) and (q.unit == t.unit or not (q.unit and t.unit)) for t in told)
        for q in quantities(now.text)
    )


def _same_days(scene: Scene, now: Line, then: Line) -> bool:
    """Whether today's line tells no time that the told one lacks.

    A day before the told line was said counts as no new time.
    """
    hours = {(m.hour, m.minute or 0) for m in moments(then.text) if m.hour is not None}
    if any((m.hour, m.minute or 0) not in hours for m in moments(now.text) if m.hour is not None):
        return False
    at, told = scene.at(then), days(then.text, scene.at(then))
    if AHEAD.search(now.plain):
        coming = days(now.text, scene.at(now))
        return not coming or bool(coming & told)
    return all(day in told or day <= at.date() for day in past_days(now.text, scene.at(now)))


def _turned(now: Line, then: Line) -> bool:
    """Whether today's line drops or adds a denial, or drops a hedge."""
    unsure = hedges(then.text) & _UNSURE and not hedges(now.text)
    return bool(unsure) or polarity_conflict(now.text, [then.text]) or hardened(now.text, [then.text])
