"""Names in a text, word by word: who and what it is about, however it is told."""

from __future__ import annotations

import re

from briefing.words import STOPWORDS

_WORD = re.compile(r"(?:(?<=\w[ -])|(?<=[,;:] ))[A-Z][^\W\d_]{2,}")
"""Within a sentence: at its head, every word has a capital."""
_LOWER = re.compile(r"(?<![\w-])[a-z][^\W\d_]{2,}")


def shared_names(text: str) -> frozenset[str]:
    """The words with a capital, in lower case; those that stand without one too are no names."""
    plain = set(_LOWER.findall(text))
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(word for word in found if word not in plain and word not in STOPWORDS)
