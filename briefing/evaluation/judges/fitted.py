"""The judge's fitted model. Its weights are in `rules.json`.

`eval/fit/judge.py` makes that file, says on which rows it was fitted, and what was tried.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from briefing.fitted import Fitted
from briefing.packaged import packaged


@cache
def record() -> dict[str, Any]:
    """All that fitting wrote: `model`, `half` (fitted to half of the documents), `card`, and more to read."""
    kept: dict[str, Any] = json.loads(packaged(__package__, "rules.json"))
    return kept


def fitted(name: str = "model") -> Fitted:
    """The model of this name in the record."""
    kept = record()[name]
    return Fitted(kept["intercept"], kept["weights"])
