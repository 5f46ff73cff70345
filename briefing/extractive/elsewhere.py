"""Elsewhere: where other origins may tell what a statement does, for a model to judge."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from briefing.extractive.disputed import differ
from briefing.extractive.retelling import Retelling
from briefing.extractive.salience import salience
from briefing.types import Cluster, Sentence, Span

_LIKELY = 0.1
"""Probability from which on a sentence is shown. Of the sentences of the labelled groups that another one
tells alone, each group left out of the fit, .75 are shown one that does at .1, .71 at .15, .67 at .2 and .56
at .4; of those shown .49, .56, .62 and .73 do, and .67, .74, .79 and .88 at least in part."""
_MOST = 2
"""Sentences shown for a statement: with one .69 are found, with three .76."""


class Elsewhere:
    """The sentences of a story, beside those of its other origins."""

    def __init__(self, cluster: Cluster) -> None:
        weighed = salience(cluster)
        self._sentences = weighed.sentences
        self._places = {sentence.span: place for place, sentence in enumerate(weighed.sentences)}
        self._retelling = Retelling(weighed, cluster.origin_of)

    def likeliest(self, spans: Iterable[Span]) -> tuple[Sentence, ...]:
        """The sentences of other origins that likeliest tell what one of these spans does, at most two."""
        places = [self._places[span] for span in spans if span in self._places]
        if not places:
            return ()
        rows = np.array([self._retelling.others(place) for place in places])
        found: list[Sentence] = []
        for place in np.argsort(-rows.max(axis=0), kind="stable").tolist():
            own, other = self._sentences[places[rows[:, place].argmax()]], self._sentences[place]
            if len(found) == _MOST or rows[:, place].max() < _LIKELY:
                break
            if not differ(own.text, other.text):
                found.append(other)
        return tuple(found)
