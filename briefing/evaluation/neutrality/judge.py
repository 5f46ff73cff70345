"""The judge of wording: a weighted sum of a sentence's features. Its weights are in `model.json`.

`eval/fit/neutrality.py` makes that file together with the table of words.
"""

from __future__ import annotations

import json
from functools import cache

from briefing.evaluation.neutrality.features import features
from briefing.evaluation.neutrality.table import table
from briefing.fitted import Fitted
from briefing.packaged import packaged

FILE = "model.json"


def coloured(text: str) -> bool:
    """Whether a sentence's wording is coloured, the words inside its quotation marks apart."""
    return _fitted().probability(features(text, table())) >= 0.5


@cache
def _fitted() -> Fitted:
    kept = json.loads(packaged(__package__, FILE))
    return Fitted(kept["intercept"], kept["weights"])
