"""Points: what a story has to say, each with the sentences of every origin that say it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.extractive.dangling import dangling
from briefing.extractive.marks import Mark, marks
from briefing.extractive.salience import Salience
from briefing.grounding import Quantity, names, quantities
from briefing.grounding.negation import denials, polarity_conflict
from briefing.types import Sentence, Span
from briefing.words import count_words, stems

_ECHO = 0.5
"""Swept .4 to .5 on the gold cases: core facts .85 at .4, .83 at .5; citations needed .56 and .71 of all."""
_COMMON, _PART = 3, 0.4
"""Words that two sentences share at least to be cited for one another, names apart, and their part of the
shorter one. Swept on the gold cases with likeness from .5: core facts by the sentences .83 and citations
needed .76 with names counted; .78 and .78 at (2, .3), .76 and .82 at (3, .4), .74 and .84 at (3, .5)."""
_SHARED = 0.55
"""The part of the shorter one's words by weight, names counted, that does as well: where both name an aide,
few others need be shared. Read on the gold cases and 25 others, 16 of the 19 that it adds say the point."""
_MARKED, _MARKED_TWICE = 0.4, 0.25
"""Likeness that does where both have one mark, or two. Of the 18 citations that this adds on the gold, the
shipped and 25 other cases 17 say the point; of the points told as one source's alone 40 of 675 had their mark
in a like sentence of another one (.3), and 21 of 670 have."""
_REPEAT = 0.65
"""Two sentences of one story at least this alike are one point: only one of them is printed."""
_AGAIN = 0.55
"""The same where the later one has no name and no figure that is not told yet. Swept .45 to .65 on the gold
cases: supporting facts .43 from .6 on, .44 at .55, no core fact lost; at .45 two are."""

_LENGTH = 0.4
"""Exponent of a sentence's length: 0 picks the weightiest sentence, 1 the densest; .3 to .5 swept best."""
_NOVELTY = 0.9
"""How much of its likeness to what is already said a sentence loses (maximal marginal relevance);
.5 to .9 swept alike in core facts, .9 best in supporting ones."""
_ALONE = 0.6
"""Part of the greatest weight from which a sentence that dangles is told without the one before it. Swept 0
to 1 on the gold and the shipped cases: no core fact is lost up to .6, one of the shipped ones from .7."""
_HEAD = 0.5
"""A head leads that has this part of the greatest weight: some sources begin with a remark."""


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
    """The points whose speakers' words fit the budget: what happened first, then the weightiest.

    What happened is what the head of a source says, though it be `said` (cited elsewhere), but not if it is
    `printed` there; later ones are weighed by their length. No later point repeats another, nor a sentence
    of `said`, nor is one of `shown` (among what changed).
    """
    sentences = weighed.sentences
    lengths = np.array([count_words(s.text) for s in sentences])
    worth = np.array([w / max(1, int(k)) ** _LENGTH for w, k in zip(weighed.scores, lengths, strict=True)])
    fresh = np.array([s not in printed for s in sentences], dtype=bool)
    told = np.array([s in said for s in sentences], dtype=bool)
    unsaid = ~told & np.array([s.span not in shown for s in sentences], dtype=bool) & (worth > 0)
    closest = weighed.similar[told].max(axis=0, initial=0.0)
    nearest = np.zeros(len(sentences))
    details = [_details(s.text) for s in sentences]
    known: set[object] = set()
    marked = marks(sentences, origin_of)
    given: set[Mark] = set()
    alone = np.array(weighed.scores) >= _ALONE * max(weighed.scores, default=0.0)
    alone |= ~np.array(dangling(sentences), dtype=bool)
    found: list[Point] = []
    while True:
        short = lengths <= budget
        new = np.array([not names_and_figures <= known for names_and_figures in details], dtype=bool)
        fits = unsaid & short & (closest < _REPEAT) & (new | (nearest < _AGAIN))
        if not fits.any():
            return tuple(found)
        best = None if found else _lead(weighed, fresh & short)
        if best is None:
            fits &= alone | ~(fits & alone).any()
            best = int(np.where(fits, worth * (1 - _NOVELTY * closest), -1.0).argmax())
        like = _marked_alike(weighed, best, marked)
        echoes = _echoes(weighed, best, origin_of, like)
        given |= marked[best]
        unsaid[[best, *echoes, *(i for i in like if marked[i] <= given)]] = False
        alone[best + 1 : best + 2] |= _follows(sentences, best)
        closest = np.maximum(closest, weighed.similar[best])
        nearest = np.maximum(nearest, weighed.similar[best])
        known |= details[best]
        budget -= int(lengths[best])
        found.append(Point(sentences[best], weighed.scores[best], tuple(sentences[i] for i in echoes)))


def _lead(weighed: Salience, eligible: NDArray[np.bool_]) -> int | None:
    """The place of the sentence that is most a head, of those eligible; None where it weighs too little."""
    heads = np.where(eligible, weighed.heads, 0.0)
    best = int(heads.argmax())
    return best if heads[best] > 0 and weighed.scores[best] >= _HEAD * max(weighed.scores) else None


def _marked_alike(weighed: Salience, speaker: int, marked: Sequence[frozenset[Mark]]) -> list[int]:
    """The other sentences that share a mark with this one, and enough else, and deny something as it does."""
    common = {i: len(marked[speaker] & own) for i, own in enumerate(marked) if i != speaker}
    near = weighed.similar[speaker]
    alike = [i for i, n in common.items() if n and near[i] >= (_MARKED if n == 1 else _MARKED_TWICE)]
    denying = [bool(denials(weighed.sentences[i].text)) for i in (speaker, *alike)]
    return [i for i, denies in zip(alike, denying[1:], strict=True) if denies is denying[0]]


def _echoes(
    weighed: Salience, speaker: int, origin_of: Callable[[str], str], marked_alike: Collection[int]
) -> list[int]:
    """The closest sentence of each other origin that is close enough, and does not deny it or its figures."""
    own = origin_of(weighed.sentences[speaker].span.source)
    text = weighed.sentences[speaker].text
    figures, told = quantities(text), _unnamed(text)
    closest: dict[str, int] = {}
    near = {int(i) for i in np.flatnonzero(weighed.similar[speaker] >= _ECHO)}
    for i in sorted(near.union(marked_alike)):
        origin = origin_of(weighed.sentences[i].span.source)
        other = weighed.sentences[i].text
        theirs = _unnamed(other)
        alike = len(told & theirs) >= max(_COMMON, _PART * min(len(told), len(theirs)))
        if not alike and i not in marked_alike and weighed.shared(speaker, i) < _SHARED:
            continue
        if origin == own or _differ(figures, quantities(other)) or polarity_conflict(text, [other]):
            continue
        if origin not in closest or weighed.similar[speaker, i] > weighed.similar[speaker, closest[origin]]:
            closest[origin] = i
    return sorted(closest.values())


def _follows(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether the next sentence is of the same source."""
    return len({s.span.source for s in sentences[place : place + 2]}) == 1


def _details(text: str) -> frozenset[object]:
    """The names, word by word, and the figures of a sentence."""
    named = (stem for name in names(f"x {text}") for stem in stems(name.text))
    return frozenset([*named, *((q.value, q.unit) for q in quantities(text))])


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
