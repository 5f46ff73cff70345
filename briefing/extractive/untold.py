"""What of a story is left to tell, while one point after another is taken from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.arrays import Floats
from briefing.extractive.retelling import Retelling
from briefing.extractive.salience import Salience
from briefing.sentences.reference import leans
from briefing.types import Sentence, Span
from briefing.words import count_words

_LENGTH = 0.7
"""Exponent of a sentence's length: 0 picks what tells most, 1 the densest. Swept on the labelled groups, of
.5, .6, .7, .8 and 1: core facts .87, .86, .86, .87, .87; supporting ones .42, .42, .44, .44, .43; fillers
among what is told .10, .10, .10, .12, .14. Of the gold and the shipped cases the sentences tell 165, 170,
170, 169 and 162 of 185 core facts, and 130, 131, 129, 135 and 140 of 199 supporting ones."""
_HEAD = 0.5
"""A head leads that has this part of the greatest score: some sources begin with a remark. Of the 56 labelled
groups none changes; the least that leads has .69."""
_CONSIDERED = 160
"""Sentences that are weighed against one another, the weightiest of a story: it bounds the time of a long
one. No labelled group has more; a brief of 250 words tells ten."""
_WORDS = 10
"""Words of a larger brief for each sentence that is weighed: more than twice as many as are told."""


class Untold:
    """The sentences of a story that are not told yet; every array has a place for each of `weighed`.

    What each one tells is worth its score, and is told as far as any sentence that is told tells it (the
    objective of facility location, pursued greedily). Those of `said` are cited elsewhere, those of `printed`
    stand there word for word, and those whose span is in `shown` stand among what changed.
    """

    def __init__(
        self,
        weighed: Salience,
        retelling: Retelling,
        budget: int,
        said: Collection[Sentence],
        printed: Collection[Sentence],
        shown: Collection[Span],
    ) -> None:
        sentences = weighed.sentences
        self._weighed = weighed
        self.lengths = np.array([max(1, count_words(s.text)) for s in sentences])
        self._fresh = np.array([s not in printed for s in sentences], dtype=bool)
        free = np.array([s not in said and s.span not in shown for s in sentences], dtype=bool)
        most = max(_CONSIDERED, budget // _WORDS)
        self._rows = np.sort(np.argsort(-weighed.scores, kind="stable")[:most])
        self._unsaid = free & (weighed.scores > 0)
        self._later: list[int] = []
        self._tells = _tells(retelling, self._rows, len(sentences))
        self._told = self._tells[:, [s in said for s in sentences]].max(axis=1, initial=0.0)
        self._gain = self._newly()
        self._clear = weighed.clear.copy()
        self._leaning = np.array([leans(s.text) for s in sentences], dtype=bool)
        self._obscure = np.zeros(len(sentences), dtype=bool)  # the first one that is told may be any

    def _newly(self) -> Floats:
        """What each sentence would newly tell; of one that is not weighed against others its own score."""
        new = np.maximum(0.0, self._tells - self._told[:, None])
        found: Floats = self._weighed.scores[self._rows] @ new
        own = self._weighed.scores.copy()
        own[self._rows] = 0.0
        return found + own

    def fitting(self, budget: int) -> NDArray[np.bool_]:
        """Which of those that are left have at most so many words, and are no "he" of whom nothing is told.

        Of 603 sentences told of the labelled groups 88 are not understood without this, of 601 83 with it; no
        core fact and one supporting fact is told less.
        """
        fits: NDArray[np.bool_] = self._unsaid & (self.lengths <= budget) & ~self._obscure
        return fits

    def lead(self, budget: int) -> int | None:
        """The place of the sentence that is most a head; None where that weighs too little."""
        heads = np.where(self._fresh & (self.lengths <= budget), self._weighed.heads, 0.0)
        scores, best = self._weighed.scores, int(heads.argmax())
        return best if heads[best] > 0 and scores[best] >= _HEAD * scores.max() else None

    def weightiest(self, fitting: NDArray[np.bool_]) -> int:
        """The place of the one of these that would newly tell most for its length."""
        worth = self._gain * self._clear / self.lengths**_LENGTH
        return int(np.where(fitting, worth, -1.0).argmax())

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
        """Marks a sentence as told, with its echoes; the one after it is understood now."""
        taken = [place, *echoes]
        self._unsaid[taken] = False
        self._told = np.maximum(self._told, self._tells[:, taken].max(axis=1, initial=0.0))
        self._gain = self._newly()
        if _follows(self._weighed.sentences, place):
            self._clear[place + 1] = 1.0
            self._leaning[place + 1] = False
        self._obscure = self._leaning


def _follows(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether the next sentence stands right behind this one in their source: nothing is left out between."""
    this, *after = (sentence.id.rpartition(".") for sentence in sentences[place : place + 2])
    return any(source == this[0] and int(number) == int(this[2]) + 1 for source, _, number in after)


def _tells(retelling: Retelling, rows: NDArray[np.int64], sentences: int) -> Floats:
    """For each of these sentences how surely each one of the story tells what it does; it does so itself."""
    found = np.array([retelling.told(int(place)) for place in rows]).reshape(len(rows), sentences)
    found[np.arange(len(rows)), rows] = 1.0
    return found
