"""Retelling: how surely each sentence of a story tells what another one does."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice

import numpy as np

from briefing import vectors
from briefing.arrays import Floats
from briefing.extractive.disputed import differ, disputed
from briefing.extractive.salience import Salience
from briefing.extractive.similarity import holders
from briefing.fitted import fitted
from briefing.words import STOPWORDS, stem, words

FILE = "retelling.json"
"""Made by `eval/fit/retelling.py`, which says on what, and how well it does."""
_NEAR = 0.9
"""What a word counts that means just the same as another, and is another."""
_LEAST = 0.05
"""Added before a logarithm is taken: how unlike the unlike are matters little; .02 and .1 fit as well."""
_WORDS = 60
"""Words of a sentence that are compared: what runs on without an end must not take minutes."""
TELLS = 0.4
"""Probability from which on a sentence is taken to tell what another one does. Of the pairs of the labelled
groups, each group left out of the fit, .72 of those above it are told whole, .87 whole or in part, and .46 of
all that are told whole are found; from .35 on .69, .85 and .48, from .5 on .77, .90 and .42."""
_READ = 40
"""Sentences at most that are read for what they deny: more tell the same in no story but one of copies."""
_SUREST = 1e-5
"""The least probability, and the least doubt, that log-odds are taken of."""


class Retelling:
    """The sentences of a story beside one another; arrays have a place for each.

    Rows are made as they are asked for: of a long story not every sentence is.
    """

    def __init__(self, weighed: Salience, origin_of: Callable[[str], str]) -> None:
        sources = [s.span.source for s in weighed.sentences]
        told = [_telling(sentence.text) for sentence in weighed.sentences]
        forms = {form: at for at, form in enumerate(sorted({word for text in told for word in text}))}
        stems = {form: stem(form) for form in forms}
        numbers = {found: at for at, found in enumerate(dict.fromkeys(stems.values()))}
        self._stems = np.array([numbers[stems[form]] for form in forms])
        self._vectors = vectors.matrix(forms)
        self._idf = np.array([weighed.idf.get(stems[form], 0.0) for form in forms])
        self._words = np.array([forms[word] for text in told for word in text], dtype=np.int64)
        self._begins = np.cumsum([0, *(len(text) for text in told)])
        weights = np.add.reduceat(self._idf[self._words], self._begins[:-1])
        self._weights = weights + (weights == 0)  # one of stop words alone has none
        self._heads = weighed.heads > 0
        self._source = np.unique(sources, return_inverse=True)[1]
        origins = [origin_of(source) for source in sources]
        self._origin = np.unique(origins, return_inverse=True)[1]
        self._unheard = _unheard(weighed.bags, origins)
        self._texts = [sentence.text for sentence in weighed.sentences]
        self._told: dict[int, Floats] = {}
        self._rows: dict[int, tuple[Floats, Floats]] = {}

    def told(self, place: int) -> Floats:
        """How probably each sentence tells what this one does.

        It is 0 where the two tell of other things, as far as their figures, days and words say so.
        """
        if place not in self._told:
            found = fitted(__package__, FILE, "told").probabilities(self.features(place))
            likeliest = np.argsort(-found, kind="stable")[:_READ]
            for other in likeliest[found[likeliest] >= TELLS].tolist():
                ours, theirs = self._texts[place], self._texts[other]
                if differ(ours, theirs):
                    found[other] = 0.0
            self._told[place] = found
        return self._told[place]

    def carried(self, place: int) -> Floats:
        """How surely each may be cited for it; 0 for its own origin's, and for what may dispute it."""
        found = self.others(place)
        for other in np.flatnonzero(found >= TELLS).tolist():
            if disputed(self._texts[place], self._texts[other]):
                found[other] = 0.0
        return found

    def others(self, place: int) -> Floats:
        """What is told by other origins."""
        return np.where(self._origin == self._origin[place], 0.0, self.told(place))

    def elsewhere(self, place: int) -> float:
        """The probability that other origins tell what this sentence does; 0 where there are none."""
        if (self._origin == self._origin[place]).all():
            return 0.0
        return fitted(__package__, FILE, "elsewhere").probability(
            self.hints(place, float(self.others(place).max()))
        )

    def hints(self, place: int, surest: float) -> dict[str, float]:
        """What the model knows of whether others tell it: `surest` is how surely any of theirs does."""
        surest = min(max(surest, _SUREST), 1 - _SUREST)
        return {
            "surest": math.log(surest / (1 - surest)),
            "unheard": float(self._unheard[place]),
            "head": float(self._heads[place]),
        }

    def features(self, place: int) -> dict[str, Floats]:
        """What the fitted model knows of each sentence beside this one; but for `shared` in logarithms."""
        alike, shared = self._compared(place)
        return {"alike": alike, "ahead": self._ahead(alike), "around": self._around(place), "shared": shared}

    def _compared(self, place: int) -> tuple[Floats, Floats]:
        """How alike each sentence is by the meaning of the words of both, and what it has of this one's."""
        if place not in self._rows:
            self._rows[place] = self._row(place)
        return self._rows[place]

    def _row(self, place: int) -> tuple[Floats, Floats]:
        own = self._words[self._begins[place] : self._begins[place + 1]]
        # einsum: the threads of a matrix product wait for one another on a busy machine
        near = _NEAR * np.clip(np.einsum("ij,kj->ik", self._vectors[own], self._vectors), 0, 1)
        near[self._stems[own][:, None] == self._stems] = 1.0
        found = near[:, self._words]
        best = np.maximum.reduceat(found, self._begins[:-1], axis=1)
        idf, weight = self._idf[own][:, None], self._weights[place]
        theirs = np.add.reduceat(found.max(0) * self._idf[self._words], self._begins[:-1]) / self._weights
        ours = (idf * best).sum(0) / weight
        return np.log(ours * theirs + _LEAST), (idf * (best == 1.0)).sum(0) / weight

    def _ahead(self, alike: Floats) -> Floats:
        """How far each is ahead of the best other sentence of its source."""
        found = np.zeros_like(alike)
        for source in range(self._source.max() + 1):
            mine = np.flatnonzero(self._source == source)
            *_, second, first = np.sort([math.log(_LEAST), *alike[mine]])
            found[mine] = alike[mine] - np.where(alike[mine] == first, second, first)
        return found

    def _around(self, place: int) -> Floats:
        """How alike the sentences before both or after both are, the more alike of the two."""
        found = np.full(len(self._source), math.log(_LEAST))
        for step in (-1, 1):
            beside = place + step
            if 0 <= beside < len(found) and self._source[beside] == self._source[place]:
                within = np.roll(self._source, -step) == self._source
                within[-1 if step > 0 else 0] = False  # rolled in from the other end
                found[within] = np.maximum(found, np.roll(self._compared(beside)[0], -step))[within]
        return found


def _telling(text: str) -> list[str]:
    """Its words but for stop words, each once."""
    return [*islice(dict.fromkeys(w for w in words(text) if w not in STOPWORDS), _WORDS)] or [""]


def _unheard(bags: Sequence[Counter[str]], origins: Sequence[str]) -> Floats:
    """For each sentence the part of its stems that no other origin has."""
    where = holders(bags, origins)
    return np.array([sum(len(where[found]) == 1 for found in bag) / max(1, len(bag)) for bag in bags])
