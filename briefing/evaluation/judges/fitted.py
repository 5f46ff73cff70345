"""The fitted model: a weighted sum of features, as a probability. Its weights are in `rules.json`.

`eval/fit/judge.py` makes that file, says on which rows it was fitted, and what was tried.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data  # importlib.resources loads zipfile, too
from typing import Any


@dataclass(frozen=True, slots=True)
class Fitted:
    """A logistic regression on features by name."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability of support; every weight's feature must be given (KeyError)."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(features)))))

    def score(self, features: Mapping[str, float]) -> float:
        """The log-odds of support."""
        return self.intercept + sum(weight * features[name] for name, weight in self.weights.items())


@cache
def record() -> dict[str, Any]:
    """All that fitting wrote: `model`, `half` (fitted to half of the documents), `card`, and more to read."""
    return json.loads(get_data(__package__ or "", "rules.json") or b"{}")  # type: ignore[no-any-return]


def fitted(name: str = "model") -> Fitted:
    """The model of this name in the record."""
    kept = record()[name]
    return Fitted(kept["intercept"], kept["weights"])
