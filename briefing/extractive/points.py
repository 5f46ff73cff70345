"""Points: what a story has to say, each with the sentences of every origin that say it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from briefing.extractive.alone import tellable_alone
from briefing.extractive.echoes import echoes, marked_alike
from briefing.extractive.marks import marks
from briefing.extractive.salience import Salience
from briefing.extractive.untold import Untold
from briefing.types import Sentence, Span


@dataclass(frozen=True, slots=True)
class Point:
    """The sentence that speaks for a point, its weight, and one of each other origin that says the same."""

    speaker: Sentence
    weight: float
    echoes: tuple[Sentence, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The speaker, then its echoes."""
        return (self.speaker, *self.echoes)


def points(
    weighed: Salience,
    origin_of: Callable[[str], str],
    budget: int,
    said: Collection[Sentence] = (),
    printed: Collection[Sentence] = (),
    shown: Collection[Span] = (),
) -> tuple[Point, ...]:
    """The points whose speakers' words fit into a budget of words, in the order in which they are chosen.

    The first is what happened: what the head of a source says, even where a position cites it (`said`),
    unless a position prints it (`printed`). Then come the weightiest for their length. None of these repeats
    an earlier point or a sentence of `said`, is among what changed (`shown`), or would be told as one
    origin's alone where others tell it, too.
    """
    sentences, marked = weighed.sentences, marks(weighed.sentences, origin_of)
    alone = tellable_alone(weighed, origin_of)
    left = Untold(weighed, marked, said, printed, shown)
    found: list[Point] = []
    while (fitting := left.fitting(budget)).any():
        lead = left.lead(budget) if not found else None
        best = left.weightiest(fitting) if lead is None else lead
        like = marked_alike(weighed, best, marked)
        same = echoes(weighed, best, origin_of, like)
        if found and not same and not alone[best]:
            left.leave(best)
            continue
        left.take(best, same, like)
        budget -= int(left.lengths[best])
        found.append(Point(sentences[best], weighed.scores[best], tuple(sentences[i] for i in same)))
    return tuple(found)
