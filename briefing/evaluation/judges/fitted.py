"""The judge's fitted model. Its weights are in `rules.json`.

`eval/fit/judge.py` makes that file, says on which rows it was fitted, and what was tried.
"""

from __future__ import annotations

import json
from functools import cache
from pkgutil import get_data  # importlib.resources loads zipfile, too
from typing import Any

from briefing.fitted import Fitted


@cache
def record() -> dict[str, Any]:
    """All that fitting wrote: `model`, `half` (fitted to half of the documents), `card`, and more to read."""
    return json.loads(get_data(__package__ or "", "rules.json") or b"{}")  # type: ignore[no-any-return]


def fitted(name: str = "model") -> Fitted:
    """The model of this name in the record."""
    kept = record()[name]
    return Fitted(kept["intercept"], kept["weights"])
