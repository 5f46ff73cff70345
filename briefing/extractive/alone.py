"""What may be told as one origin's alone: what others do not tell in other sentences, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from briefing.extractive.salience import Salience

_LEAST = 0.2
"""Part of its words that no other origin has, below which a sentence is not told as one source's alone. Of
138 such points of 16 groups of news two editors called 69 untrue: it takes 24 of these and two of the
others; from .15 on 19 and one, from .25 on 31 and eight. On 14 other groups it takes 15 of 65 and four
of 58, and what lies between .2 and .25 is as often true. On the gold cases no core fact is lost."""
_LEAST_OF_HEAD = 0.45
"""The same for what a report begins with, as reports of one event begin with it: of 31 heads told alone in
30 groups of news editors called 24 untrue, and it takes 21 of these and four of the others; at .5 one more of
them, and a core fact of the shipped cases; at .4 15 and four."""


def tellable_alone(weighed: Salience, origin_of: Callable[[str], str]) -> tuple[bool, ...]:
    """For each sentence whether it may be, by the words of its own; any may where there is one origin."""
    several = len({origin_of(s.span.source) for s in weighed.sentences}) > 1
    shares = zip(unheard(weighed, origin_of), weighed.heads, strict=True)
    return tuple(not several or part >= (_LEAST_OF_HEAD if head else _LEAST) for part, head in shares)


def unheard(weighed: Salience, origin_of: Callable[[str], str]) -> tuple[float, ...]:
    """For each sentence the part of its stems that no other origin has."""
    origins = [origin_of(s.span.source) for s in weighed.sentences]
    has: dict[str, set[str]] = {origin: set() for origin in origins}
    for origin, bag in zip(origins, weighed.bags, strict=True):
        has[origin].update(bag)
    holders = Counter(stem for stems in has.values() for stem in stems)
    return tuple(sum(holders[stem] == 1 for stem in bag) / max(1, len(bag)) for bag in weighed.bags)
