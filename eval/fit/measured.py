"""Cross-validated figures of the judge of wording: for `neutrality.py`, which says what it needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from babe import Row
from sklearn.model_selection import StratifiedKFold

from briefing.arrays import Floats


class Fitted(Protocol):
    """What a fit gives."""

    def scores(self, texts: Sequence[str]) -> Floats:
        """The log-odds of each text being coloured."""


def measure(fit: Callable[[Sequence[Row]], Fitted], rows: Sequence[Row], twins: Path | None) -> None:
    """Prints macro-F1, row by row and with each topic left out; of pairs of twins, how many are in order."""
    labels = np.array([row.label for row in rows])
    topics = np.array([row.subject for row in rows])
    by_row = list(StratifiedKFold(5, shuffle=True, random_state=0).split(labels, labels))
    by_topic = [(np.where(topics != t)[0], np.where(topics == t)[0]) for t in sorted(set(topics))]
    for name, folds in (("rows", by_row), ("topics", by_topic)):
        scores = np.zeros(len(rows))
        for there, here in folds:
            fitted = fit([rows[i] for i in there])
            scores[here] = fitted.scores([rows[i].text for i in here])
        print(name, told(labels, scores), flush=True)  # noqa: T201  this script's output
    if twins:
        pairs = [json.loads(line) for line in twins.read_text(encoding="utf-8").splitlines()]
        fitted = fit(rows)
        gap = fitted.scores([p["biased"] for p in pairs]) - fitted.scores([p["neutral"] for p in pairs])
        print("twins:", len(pairs), "right", (gap > 0).mean(), "even", (gap == 0).mean())  # noqa: T201  as above


def told(labels: Floats, scores: Floats) -> str:
    """Macro-F1 and its parts."""
    found = scores > 0
    hit, miss = (found & (labels == 1)).sum(), (~found & (labels == 1)).sum()
    alarm, still = (found & (labels == 0)).sum(), (~found & (labels == 0)).sum()
    f1 = (2 * hit / (2 * hit + miss + alarm) + 2 * still / (2 * still + miss + alarm)) / 2
    return f"macro-F1 {f1:.4f} sensitivity {hit / (hit + miss):.3f} specificity {still / (still + alarm):.3f}"
