"""Fits how surely one sentence tells what another does: writes `briefing/extractive/retelling.json`.

    python eval/fit/retelling.py DATA

DATA is the folder of the public sets (of BASIL, ECB+ and FNC-1). `retold.py` says which sentences of 56
groups of their reports tell what which others do. Needs the package and its numpy, nothing else. The same
rows give the same file; it takes a quarter of a minute.

`told` is fitted to pairs of sentences from two reports, of which one tells the other by itself or does not;
`elsewhere` to sentences that others tell, alone or together, or do not. `crossvalidated` leaves out one group
in six.

What was tried, as average precision of the pairs: TF-IDF .55, the mean of word vectors .38, likeness of the
words of both by their vectors .55; these four features .61; 37 of them (speakers, quotations, figures, runs
of words, lengths, ranks, opposites, denials) .60, and boosted trees over those .60. The whole sentence model
of the word vectors (all-MiniLM-L6-v2) has .45 alone, and .63 beside the four: not worth its 90 MB.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from grouped import story
from logistic import fit
from numpy.typing import NDArray
from retold import Group, Told, groups

from briefing.arrays import Floats
from briefing.extractive.retelling import Retelling
from briefing.extractive.salience import salience
from briefing.fitted import Fitted

OUT = Path(__file__).parents[2] / "briefing/extractive/retelling.json"
RIDGE = 3.0
FOLDS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence beside all of other reports: features and labels of each pair, and whether any tell it.

    `labels` are 1 where the other tells it alone, .5 with others or in part, else 0. `hints` asks for the
    probability of the surest one.
    """

    group: int
    inputs: Floats
    labels: Floats
    hints: Callable[[float], Mapping[str, float]]
    elsewhere: bool


def rows(number: int, group: Group) -> Iterator[Row]:
    """The rows of a group, which is read as one story."""
    cluster = story(group.texts)
    weighed = salience(cluster)
    compared = Retelling(weighed, cluster.origin_of)
    sources = np.array([s.span.source for s in weighed.sentences])
    for place, sentence in enumerate(weighed.sentences):
        others = np.flatnonzero(sources != sources[place])
        told = group.told.get(sentence.id, Told())
        labels = [_label(told, weighed.sentences[n].id) for n in others]
        inputs = np.column_stack([values[others] for values in compared.features(place).values()])
        hints = partial(compared.hints, place)
        yield Row(number, inputs, np.array(labels), hints, bool(told.alone or told.together))


def _label(told: Told, other: str) -> float:
    return 1.0 if other in told.alone else 0.5 if other in told.together | told.partly else 0.0


NAMES = ("alike", "ahead", "around", "shared")
HINTS = ("surest", "unheard", "head")


def models(some: Sequence[Row]) -> dict[str, Fitted]:
    """Both models of these rows."""
    labels = np.concatenate([row.labels for row in some]) == 1
    told = fit(NAMES, np.concatenate([row.inputs for row in some]), labels.astype(float), RIDGE)
    hints = np.array([[row.hints(surest(told, row))[name] for name in HINTS] for row in some])
    return {
        "told": told,
        "elsewhere": fit(HINTS, hints, np.array([float(row.elsewhere) for row in some]), RIDGE),
    }


def probabilities(model: Fitted, row: Row) -> Floats:
    """How surely each other sentence tells it."""
    return model.probabilities(dict(zip(NAMES, row.inputs.T, strict=True)))


def surest(model: Fitted, row: Row) -> float:
    """How surely the surest one does."""
    return float(probabilities(model, row).max())


def left_out(every: Sequence[Row]) -> dict[str, Any]:
    """What the models find at thresholds, each group left to models that were fitted without it."""
    found, labels, others, elsewhere = [], [], [], []
    for fold in range(FOLDS):
        model = models([row for row in every if row.group % FOLDS != fold])
        for row in (row for row in every if row.group % FOLDS == fold):
            found.append(probabilities(model["told"], row))
            labels.append(row.labels)
            others.append(model["elsewhere"].probability(row.hints(surest(model["told"], row))))
            elsewhere.append(row.elsewhere)
    pairs, label = np.concatenate(found), np.concatenate(labels)
    sentences, told = np.array(others), np.array(elsewhere)
    return {
        "pairs": len(pairs),
        "told": {
            str(at): {
                "pairs": int((pairs >= at).sum()),
                "tell it alone": _share(label[pairs >= at] == 1),
                "tell it, with others or in part, too": _share(label[pairs >= at] > 0),
                "found": _share(pairs[label == 1] >= at),
            }
            for at in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
        },
        "sentences": len(sentences),
        "elsewhere": {
            str(at): {
                "sentences below": int((sentences < at).sum()),
                "told by others": _share(told[sentences < at]),
            }
            for at in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
        },
    }


def _share(mask: NDArray[np.bool_]) -> float:
    return round(float(mask.mean()), 3)


def main(data: str) -> None:
    """Reads the groups, fits, measures, writes."""
    found = [row for number, group in enumerate(groups(Path(data))) for row in rows(number, group)]
    every = [row for row in found if len(row.labels)]
    told = {name: {"intercept": m.intercept, "weights": m.weights} for name, m in models(every).items()}
    told["crossvalidated"] = left_out(every)
    OUT.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
