"""Names in a text, word by word: who and what it is about, however it is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.words import MONTHS, STOPWORDS, WEEKDAYS

_WORD = re.compile(r"(?:(?<=\w[ -])|(?<=[,;:] ))[A-Z][^\W\d_]{2,}")
"""Within a sentence: at its head, every word has a capital."""
_LOWER = re.compile(r"(?<![\w-])[a-z][^\W\d_]{2,}")

_DAYS = frozenset([*WEEKDAYS, *MONTHS])
_FEW, _SHARE = 4, 3
"""A day that more than a few texts name, and more than one in three, tells no two events apart: fifteen items
of one Monday were three stories. With it B³ F1 on piles of up to 16 texts stays .989 (BASIL), .971 (ECB+) and
.987 (gold cases), and is .969 on the invented cases, .970 without."""


def telling_names(texts: Sequence[str]) -> list[frozenset[str]]:
    """The names in each text, but for a day that most others name, too."""
    called = [shared_names(text) for text in texts]
    held = Counter(name for names in called for name in names & _DAYS)
    common = {day for day, count in held.items() if count > max(_FEW, len(texts) / _SHARE)}
    return [names - common for names in called]


def shared_names(text: str) -> frozenset[str]:
    """The words with a capital, in lower case; those that stand without one too are no names."""
    plain = set(_LOWER.findall(text))
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(word for word in found if word not in plain and word not in STOPWORDS)
