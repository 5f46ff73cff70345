"""The judge of wording: a weighted sum of a sentence's features. Its weights are in `model.json`.

`eval/fit/neutrality.py` makes that file together with the table of words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from briefing.evaluation.neutrality.features import features
from briefing.evaluation.neutrality.table import plain, table
from briefing.fitted import Fitted
from briefing.packaged import packaged

FILE = "model.json"
_TELLING = -1.5
"""The colour from which a word is named in explanation: it was as likely as one in five to be marked."""
_WORDS = 5


@dataclass(frozen=True, slots=True)
class Colour:
    """How a sentence is worded: coloured where `probability` reaches a half.

    `words` are those that weigh most, the strongest first, as written; there may be none.
    """

    probability: float
    coloured: bool
    words: tuple[str, ...]


def colour(text: str) -> Colour:
    """The wording of a sentence, the words inside its quotation marks apart."""
    known = table()
    probability = _fitted().probability(features(text, known))
    weighed = [(known.weight(word.key).colour, word.text) for word in plain(text, known)]
    telling = sorted((w for w in weighed if w[0] > _TELLING), key=lambda w: -w[0])
    words = tuple(dict.fromkeys(word for _, word in telling))[:_WORDS]
    return Colour(probability, probability >= 0.5, words)


@cache
def _fitted() -> Fitted:
    kept = json.loads(packaged(__package__, FILE))
    return Fitted(kept["intercept"], kept["weights"])
