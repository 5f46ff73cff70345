"""What of a story is left to tell, while one point after another is taken from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.extractive.dangling import dangling
from briefing.extractive.salience import Salience
from briefing.types import Sentence, Span
from briefing.words import count_words

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
    is in `shown` stand among what changed.
    """

    def __init__(
        self,
        weighed: Salience,
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
        self._later: list[int] = []
        self._unsaid = ~cited & unshown & (self._worth > 0)
        weighty = np.array(weighed.scores) >= _ALONE * max(weighed.scores, default=0.0)
        self._alone = weighty | ~np.array(dangling(sentences), dtype=bool)
        self._closest = weighed.similar[cited].max(axis=0, initial=0.0)  # to what is told or cited

    def fitting(self, budget: int) -> NDArray[np.bool_]:
        """Which of those that are left have at most so many words."""
        fits: NDArray[np.bool_] = self._unsaid & (self.lengths <= budget)
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

    def put_off(self, place: int) -> None:
        """Marks it as one that is told only if there is room in the end."""
        self.leave(place)
        self._later.append(place)

    def resume(self) -> None:
        """Makes what was put off fit to be told again."""
        self._unsaid[self._later] = True
        self._later = []

    def take(self, place: int, echoes: Iterable[int]) -> None:
        """Marks a sentence as told, with its echoes.

        The sentence after it can stand now: it may lean on this one.
        """
        self._unsaid[[place, *echoes]] = False
        self._alone[place + 1 : place + 2] |= _follows(self._weighed.sentences, place)
        self._closest = np.maximum(self._closest, self._weighed.similar[place])


def _follows(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether the next sentence is of the same source."""
    return len({s.span.source for s in sentences[place : place + 2]}) == 1
