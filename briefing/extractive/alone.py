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


_SAME_NEWS = 0.25
"""Likeness of the heads of two origins from which on they tell one event: of 30 heads told alone in 30 groups
of news editors called 23 untrue. One that tells something else is like no other."""


def tellable_alone(weighed: Salience, origin_of: Callable[[str], str]) -> tuple[bool, ...]:
    """For each sentence whether it may be; any may where there is one origin.

    It has words of its own, and is no head that is like another: reports of one event begin with it.
    """
    origins = [origin_of(s.span.source) for s in weighed.sentences]
    several = len(set(origins)) > 1
    heads = [i for i, weight in enumerate(weighed.heads) if weight > 0]
    alike = {
        i for i in heads for j in heads if origins[i] != origins[j] and weighed.similar[i, j] >= _SAME_NEWS
    }
    own = unheard(weighed, origin_of)
    return tuple(not several or (part >= _LEAST and i not in alike) for i, part in enumerate(own))


def unheard(weighed: Salience, origin_of: Callable[[str], str]) -> tuple[float, ...]:
    """For each sentence the part of its stems that no other origin has."""
    origins = [origin_of(s.span.source) for s in weighed.sentences]
    has: dict[str, set[str]] = {origin: set() for origin in origins}
    for origin, bag in zip(origins, weighed.bags, strict=True):
        has[origin].update(bag)
    holders = Counter(stem for stems in has.values() for stem in stems)
    return tuple(sum(holders[stem] == 1 for stem in bag) / max(1, len(bag)) for bag in weighed.bags)
