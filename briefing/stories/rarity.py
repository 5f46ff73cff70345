"""How rare a word is in English at large, as the tokeniser's vocabulary tells it.

Two documents are no corpus: their own counts cannot tell that "president" says less than "Zelensky".
A byte-pair encoding gives frequent words the low ids, so a word's id is a prior for its frequency.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.tokens import ranks

_RAREST = 200_000
_COMMONEST = 2_000


def prior(words: Sequence[str]) -> NDArray[np.float64]:
    """The share of documents that may be expected to hold each lower-case word, by Zipf's law.

    A word of several tokens, or with a digit in it, counts as rare as the last token of the vocabulary.
    """
    known = ranks([f" {word}" if word.isalpha() else "" for word in words])
    rank = np.array([_RAREST if r is None else r for r in known], dtype=np.float64)
    return _COMMONEST / (2 * (_COMMONEST + rank))
