"""Logistic regression with an L2 penalty, by Newton's method: for the scripts that fit models."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing.arrays import Floats
from briefing.fitted import Fitted


def newton(inputs: Floats, labels: Floats, shares: Floats, ridge: float) -> Floats:
    """The weights of a logistic regression; the last column of the inputs is the intercept's.

    `shares` is what each row weighs, `ridge` the penalty on half of each squared weight.
    """
    penalty = ridge * np.diag([1.0] * (inputs.shape[1] - 1) + [0.0])
    at = np.zeros(inputs.shape[1])
    for _ in range(50):
        guess = 1 / (1 + np.exp(-inputs @ at))
        gradient = inputs.T @ (shares * (guess - labels)) + penalty @ at
        curve = (inputs * (shares * guess * (1 - guess))[:, None]).T @ inputs + penalty
        step = np.linalg.solve(curve, gradient)
        at -= step
        if np.abs(step).max() < 1e-10:
            break
    return at


def fit(names: Sequence[str], inputs: Floats, labels: Floats, ridge: float) -> Fitted:
    """The model of these rows; every row weighs alike, so that its probabilities are those of the rows."""
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-9
    scaled = np.column_stack([(inputs - mean) / spread, np.ones(len(inputs))])
    at = newton(scaled, labels, np.ones(len(inputs)), ridge)
    weights = at[:-1] / spread
    named = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
    return Fitted(round(float(at[-1] - weights @ mean), 4), named)
