"""Logistic regression with an L2 penalty, by Newton's method: for the scripts that fit models."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


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
