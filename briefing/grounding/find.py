"""Finding the sentences that may carry a claim: ids that a model gives are checked, not trusted."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from briefing.grounding.approximate import nearly
from briefing.grounding.index import Index, index
from briefing.grounding.together import together
from briefing.grounding.verbatim import folded
from briefing.types import Sentence

# Share of a claim's weight that sentences must have to carry it. Swept .35 to .55 over the 160 facts of the
# development gold, with five ids given by position: .45 finds a gold span for .94 (.40: .94, .50: .91,
# .55: .88), and something in another event for .01 (.35: .03).
_CARRIED = 0.45
# What the fullest must carry alone, so that no evidence is made of scraps: .2 loses no gold span, and halves
# what is found in another event; .25 loses .013 of the spans, .3 .038.
_ALONE = 0.2
# Share of its words that must hang together there: evidence is no scraps of several sentences either.
_TOGETHER = 0.2
# By chance alone, one of many sentences has more of a claim. So from so many on both shares rise with the
# logarithm of their number, and a further sentence must weigh more than the best of so many does by chance.
# Swept over 160 facts of the gold, 224 of the shipped cases and 1,089 claims of capable readers among 80 and
# 800 sentences of other news, and over 683 sentences of further news that are not in the 100,000 characters
# (800 sentences) searched: of these .04 are found, and .007 pass all checks (nothing rising: .25 and .04); of
# facts of another story .006 (.34), of the claims .994 (1.0), of the facts .83 (.96; among 80: .93).
_MANY = 80
_CARRIED_RISES = 0.06
_TOGETHER_RISES = 0.14
_CHANCE = 1
_QUOTED = 4  # words from which on a text that a sentence has as it stands needs no weighing
_GAIN = 0.12  # what a further sentence must add; below it, ids padded with neighbours come back


def find(
    text: str, sentences: Sequence[Sentence], given: Sequence[str] = (), limit: int = 3
) -> tuple[Sentence, ...]:
    """At most `limit` of the sentences that together carry the words of the text, the fullest first.

    Sentences given by id come first where they carry it; else it is looked for among all: the more there are,
    the more they must have of it. Those that add nothing are left out. Empty where no sentences carry it.
    They may say something else in these words: what is said is for the checks (`faults`).
    """
    held = index(sentences)
    said = folded(text)
    quoted = held.verbatim(said) if said.count(" ") >= _QUOTED - 1 else -1
    weights: dict[str, float] = {}
    named = {place for place, s in enumerate(sentences) if s.id in given} if given else set()
    for pool in filter(None, (named, range(len(sentences)))):
        if quoted in pool:
            return (sentences[quoted],)
        weights = weights or held.weights(text)
        chosen = _carrying(said, weights, held, pool, limit)
        if chosen:
            return tuple(sentences[place] for place in chosen)
    return ()


def _carrying(
    said: str, weights: Mapping[str, float], held: Index, pool: Collection[int], limit: int
) -> list[int]:
    """The sentences of the pool, by place, that carry the text; none where they do not."""
    chosen, carried = _cover(weights, held, pool, limit)
    if not chosen:
        return []
    times = math.log(max(1.0, len(pool) / _MANY))
    enough = (
        carried >= _CARRIED + _CARRIED_RISES * times
        and together(said, map(held.sentence, chosen)) >= _TOGETHER + _TOGETHER_RISES * times
    )
    return chosen if enough or nearly(said, held) in chosen else []


def _cover(
    weights: Mapping[str, float], held: Index, pool: Collection[int], limit: int
) -> tuple[list[int], float]:
    """Greedy cover of the wanted terms by sentences of the pool, and the share of weight that is covered."""
    total = sum(weights.values())
    chosen: list[int] = []
    carried = 0.0
    while len(chosen) < limit:
        best, gain = held.fullest(weights, pool)
        least = max(_GAIN * total, math.log(len(pool)) - _CHANCE) if chosen else _ALONE * total
        if best < 0 or gain < least:
            break
        chosen.append(best)
        carried += gain / total
        weights = held.lacking(weights, best)
    return chosen, carried
