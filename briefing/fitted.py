"""A fitted model: weighted features, as a probability. The scripts of `eval/fit/` make the weights."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np

from briefing.arrays import Floats
from briefing.packaged import packaged

Value = TypeVar("Value", float, Floats)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A logistic regression on features by name."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability, in (0, 1); every weight's feature must be given (KeyError)."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(features)))))

    def probabilities(self, features: Mapping[str, Floats]) -> Floats:
        """The same for many at once: of each feature an array of one shape, which is the result's."""
        found: Floats = 1 / (1 + np.exp(-np.clip(self.score(features), -30.0, 30.0)))
        return found

    def score(self, features: Mapping[str, Value]) -> float | Value:
        """The log-odds, of many at once where each feature is an array."""
        return self.intercept + sum(weight * features[name] for name, weight in self.weights.items())


@cache
def fitted(package: str | None, file: str, name: str) -> Fitted:
    """The model of this name in a package's JSON file, read once a process."""
    return Fitted(**json.loads(packaged(package, file))[name])
