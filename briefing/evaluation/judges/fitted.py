"""The judge's fitted model. Its weights are in `rules.json`.

`eval/fit/judge.py` makes that file, says on which rows it was fitted, and what was tried.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from briefing.fitted import Fitted, fitted
from briefing.packaged import packaged

FILE = "rules.json"


@cache
def record() -> dict[str, Any]:
    """All that fitting wrote: `model`, `half` (fitted to half of the documents), `card`, and more to read."""
    kept: dict[str, Any] = json.loads(packaged(__package__, FILE))
    return kept


def weighed(name: str = "model") -> Fitted:
    """The model of this name in the record."""
    return fitted(__package__, FILE, name)
