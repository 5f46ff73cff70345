"""Echoes: the sentences of other origins that say what one says, so that a point is cited to them too."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from briefing.extractive.marks import Mark
from briefing.extractive.salience import Salience
from briefing.grounding import Quantity, names, quantities
from briefing.grounding.negation import denials, polarity_conflict
from briefing.words import stems

_ECHO = 0.5
"""Swept .4 to .5 on the gold cases: core facts .85 at .4, .83 at .5; citations needed .56 and .71 of all."""
_COMMON, _PART = 3, 0.4
"""Words that two sentences share at least to be cited for one another, without names, and their part of the
shorter one. Swept on the gold cases with likeness from .5: core facts by the sentences .83 and citations
needed .76 with names counted; .78 and .78 at (2, .3), .76 and .82 at (3, .4), .74 and .84 at (3, .5)."""
_SHARED = 0.55
"""The part of the shorter one's words by weight, names counted, that does as well: where both name an aide,
few others need be shared. Read on the gold cases and 25 others, 16 of the 19 that it adds say the point."""
_APART = {4: 0.5, 5: 0.42}
"""The same part however unlike the two are otherwise, where they share so many words, names apart, or
more. On 79 groups of news that no rule had seen 29 of the 36 citations that it adds to 901 points say
the point, by reading; with three words from .6 on four of eight do, with five from .35 on ten of 17."""
_MARKED, _MARKED_TWICE = 0.4, 0.25
"""Likeness that does where both have one mark, or two. Of the 18 citations that this adds on the gold, the
shipped and 25 other cases 17 say the point; of the points told as one source's alone 40 of 675 had their mark
in a like sentence of another one (.3), and 21 of 670 have."""


def echoes(
    weighed: Salience, speaker: int, origin_of: Callable[[str], str], like: Collection[int]
) -> list[int]:
    """The closest sentence of each other origin that is close enough, and does not deny it or its figures.

    One of those that are `marked_alike` may be less close.
    """
    own = origin_of(weighed.sentences[speaker].span.source)
    text = weighed.sentences[speaker].text
    figures = quantities(text)
    closest: dict[str, int] = {}
    near = weighed.similar[speaker] >= _ECHO
    for i, sentence in enumerate(weighed.sentences):
        origin, other, shared = origin_of(sentence.span.source), sentence.text, weighed.shared(speaker, i)
        hopeful = near[i] or shared >= min(_APART.values())
        if origin == own or not (i in like or (hopeful and _alike(text, other, shared, near[i]))):
            continue
        if _differ(figures, quantities(other)) or polarity_conflict(text, [other]):
            continue
        if origin not in closest or weighed.similar[speaker, i] > weighed.similar[speaker, closest[origin]]:
            closest[origin] = i
    return sorted(closest.values())


def marked_alike(weighed: Salience, speaker: int, marked: Sequence[frozenset[Mark]]) -> list[int]:
    """The other sentences that share a mark with this one, and enough else, and deny something as it does."""
    common = {i: len(marked[speaker] & own) for i, own in enumerate(marked) if i != speaker}
    near = weighed.similar[speaker]
    alike = [i for i, n in common.items() if n and near[i] >= (_MARKED if n == 1 else _MARKED_TWICE)]
    denying = [bool(denials(weighed.sentences[i].text)) for i in (speaker, *alike)]
    return [i for i, denies in zip(alike, denying[1:], strict=True) if denies is denying[0]]


def _alike(text: str, other: str, shared: float, near: bool) -> bool:
    """Whether they share enough words: `shared` is their part by weight, and `near` ones may share fewer."""
    told, theirs = _unnamed(text), _unnamed(other)
    common = len(told & theirs)
    if any(common >= words and shared >= part for words, part in _APART.items()):
        return True
    return near and (shared >= _SHARED or common >= max(_COMMON, _PART * min(len(told), len(theirs))))


def _unnamed(text: str) -> set[str]:
    """The stems of the words that are no part of a name: four towns that are named alike make no point."""
    return set(stems(text)) - {stem for name in names(text) for stem in stems(name.text)}


def _differ(ours: tuple[Quantity, ...], theirs: tuple[Quantity, ...]) -> bool:
    """Whether both give figures of one unit and share none of them."""
    units = {q.unit for q in ours} & {q.unit for q in theirs}
    return any(
        {q.value for q in ours if q.unit == unit}.isdisjoint(q.value for q in theirs if q.unit == unit)
        for unit in units
    )
