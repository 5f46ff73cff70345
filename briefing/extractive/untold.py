"""What of a story is left to tell, while one point after another is taken from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.extractive.dangling import dangling
from briefing.extractive.marks import Mark
from briefing.extractive.salience import Salience
from briefing.grounding import names, quantities
from briefing.types import Sentence, Span
from briefing.words import count_words, stems

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


class Untold:
    """The sentences of a story that are not told yet; every array has a place for each of `weighed`.

    Those of `said` are cited elsewhere, those of `printed` stand there word for word, and those whose span
    is in `shown` stand among what changed. `marked` are the marks of each sentence.
    """

    def __init__(
        self,
        weighed: Salience,
        marked: Sequence[frozenset[Mark]],
        said: Collection[Sentence],
        printed: Collection[Sentence],
        shown: Collection[Span],
    ) -> None:
        sentences = weighed.sentences
        cited = np.array([s in said for s in sentences], dtype=bool)
        self._weighed = weighed
        self.lengths = np.array([count_words(s.text) for s in sentences])
        worth = [w / max(1, int(k)) ** _LENGTH for w, k in zip(weighed.scores, self.lengths, strict=True)]
        self._worth = np.array(worth)
        self._fresh = np.array([s not in printed for s in sentences], dtype=bool)
        unshown = np.array([s.span not in shown for s in sentences], dtype=bool)
        self._unsaid = ~cited & unshown & (self._worth > 0)
        weighty = np.array(weighed.scores) >= _ALONE * max(weighed.scores, default=0.0)
        self._alone = weighty | ~np.array(dangling(sentences), dtype=bool)
        self._details = [_details(s.text) for s in sentences]
        self._known: set[object] = set()
        self._marked = marked
        self._given: set[Mark] = set()
        self._closest = weighed.similar[cited].max(axis=0, initial=0.0)  # to what is told or cited
        self._nearest = np.zeros(len(sentences))  # to what is told

    def fitting(self, budget: int) -> NDArray[np.bool_]:
        """Which sentences say something new in at most so many words."""
        new = np.array([not details <= self._known for details in self._details], dtype=bool)
        unlike = (self._closest < _REPEAT) & (new | (self._nearest < _AGAIN))
        fits: NDArray[np.bool_] = self._unsaid & (self.lengths <= budget) & unlike
        return fits

    def lead(self, budget: int) -> int | None:
        """The place of the sentence that is most a head; None where that weighs too little."""
        heads = np.where(self._fresh & (self.lengths <= budget), self._weighed.heads, 0.0)
        scores, best = self._weighed.scores, int(heads.argmax())
        return best if heads[best] > 0 and scores[best] >= _HEAD * max(scores) else None

    def weightiest(self, fitting: NDArray[np.bool_]) -> int:
        """The place of the weightiest of these for its length, of those that can stand alone if any can."""
        alone = fitting & self._alone
        eligible = alone if alone.any() else fitting
        return int(np.where(eligible, self._worth * (1 - _NOVELTY * self._closest), -1.0).argmax())

    def leave(self, place: int) -> None:
        """Marks a sentence as one that is not told."""
        self._unsaid[place] = False

    def take(self, place: int, echoes: Iterable[int], marked_alike: Iterable[int]) -> None:
        """Marks a sentence as told, with its echoes and those like it of which every mark is told now.

        The sentence after it can stand now: it may lean on this one.
        """
        self._given |= self._marked[place]
        covered = (other for other in marked_alike if self._marked[other] <= self._given)
        self._unsaid[[place, *echoes, *covered]] = False
        self._alone[place + 1 : place + 2] |= _follows(self._weighed.sentences, place)
        self._closest = np.maximum(self._closest, self._weighed.similar[place])
        self._nearest = np.maximum(self._nearest, self._weighed.similar[place])
        self._known |= self._details[place]


def _follows(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether the next sentence is of the same source."""
    return len({s.span.source for s in sentences[place : place + 2]}) == 1


def _details(text: str) -> frozenset[object]:
    """The names, word by word, and the figures of a sentence."""
    named = (stem for name in names(f"x {text}") for stem in stems(name.text))
    return frozenset([*named, *((q.value, q.unit) for q in quantities(text))])
