"""Fits the judge of support: writes `briefing/evaluation/judges/rules.json`.

    python eval/fit/judge.py SUPPORT

SUPPORT is the folder of the public sets (`briefing/evaluation/judges/public.py` names them). Needs nothing
but the package itself and its numpy. The same rows give the same file.

The model is a logistic regression (L2, by Newton's method) on the judge's features. Every set weighs as
SHARES says whatever its size, and each label weighs half of its set, so that one threshold, 0.5, is the
best for the mean of the balanced accuracies. `model` is fitted on all rows, `half` on the documents that are
not reported on, `card` has the figures of `half` on those that are.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.evaluation.judges.fitted import Fitted
from briefing.evaluation.judges.pairs import Pair, measure
from briefing.evaluation.judges.public import Public, public
from briefing.evaluation.judges.rules import RulesJudge, features

Floats = NDArray[np.float64]

SHARES = {
    "WiCE": 1.5, "SummEdits news": 1.2, "SummEdits other": 1.0, "CLIFF and Goyal'21": 1.0,
    "QAGS CNN/DM": 0.6, "QAGS XSum": 0.6, "Falke": 0.5, "ExpertQA": 0.5, "Stanford-GenSearch": 0.7,
    "LFQA": 0.2, "AttributedQA": 0.2, "Factcheck-GPT": 0.7,
}  # fmt: skip
RIDGE = 3.0
OUT = Path(__file__).parents[2] / "briefing/evaluation/judges/rules.json"


def fit(names: Sequence[str], matrix: Floats, rows: Sequence[Public]) -> Fitted:
    """The weights for features given as rows of a matrix, shape (rows, features)."""
    counts = Counter((row.set, row.pair.label) for row in rows)
    shares = np.array([SHARES[row.set] / counts[row.set, row.pair.label] for row in rows])
    shares *= len(rows) / shares.sum()
    mean = np.average(matrix, axis=0, weights=shares)
    spread = np.sqrt(np.average((matrix - mean) ** 2, axis=0, weights=shares)) + 1e-9
    inputs = np.column_stack([(matrix - mean) / spread, np.ones(len(rows))])
    labels = np.array([row.pair.label for row in rows], dtype=float)
    ridge = RIDGE * np.diag([1.0] * len(names) + [0.0])
    at = np.zeros(len(names) + 1)
    for _ in range(50):
        guess = 1 / (1 + np.exp(-inputs @ at))
        gradient = inputs.T @ (shares * (guess - labels)) + ridge @ at
        curve = (inputs * (shares * guess * (1 - guess))[:, None]).T @ inputs + ridge
        step = np.linalg.solve(curve, gradient)
        at -= step
        if np.abs(step).max() < 1e-10:
            break
    weights = at[:-1] / spread
    return Fitted(
        round(float(at[-1] - weights @ mean), 4),
        {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
    )


def main(folder: str) -> None:
    """Reads the rows, fits, measures on the reporting half, writes."""
    rows = public(Path(folder))
    seen = [features(row.pair.evidence, row.pair.claim)[0] for row in rows]
    names = list(seen[0])
    matrix = np.array([[row[name] for name in names] for row in seen], dtype=float)
    mine = np.array([not row.reporting for row in rows])
    half = fit(names, matrix[mine], [row for row in rows if not row.reporting])
    judge = RulesJudge(half)
    card = {}
    for name in dict.fromkeys(row.set for row in rows):
        told: list[Pair] = [row.pair for row in rows if row.set == name and row.reporting]
        found = measure(judge, told)
        card[name] = {
            "rows": found.rows,
            **{
                k: round(getattr(found, k), 3)
                for k in ("balanced_accuracy", "sensitivity", "specificity", "floor")
            },
        }
    kept = {
        name: {"intercept": m.intercept, "weights": m.weights}
        for name, m in (("model", fit(names, matrix, rows)), ("half", half))
    }
    OUT.write_text(json.dumps({**kept, "card": card}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
