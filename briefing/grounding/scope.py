"""Scope: the words that a cue (a negation, a hedge) bears on, so that two sentences can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from briefing.words import STOPWORDS, stem

_TERM = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WORD = re.compile(rf"{_TERM.pattern}|[;:,.!?—–()]")
_LIGHT = frozenset(
    """
    yet ever even still already any be been being have has had do does did get got going gone make made
    take taken took give given gave so far longer evidence plans intention way sign signs one immediately
    publicly directly also able want wanted reason
    """.split()
)
_REACH = 6  # words and marks after a cue
_TWIN = 0.85  # Jaccard of content stems from which a statement is its evidence but for a word or two


def governed(text: str, at: int) -> str | None:
    """The stem of the first content word after `at` in the same clause; light verbs are passed over."""
    for match in islice(_WORD.finditer(text, at), _REACH):
        word = match.group().lower().replace("’", "'")
        if not word[0].isalnum():
            return None
        if not STOPWORDS.isdisjoint({word, word.split("'")[0]}) or word in _LIGHT:
            continue  # "she'll" is no more than "she"
        return stem(word)
    return None


def cues(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str | None]]:
    """Every match of a cue in the text with the stem that it governs."""
    for match in pattern.finditer(text):
        yield match, governed(text, match.end())


@lru_cache(maxsize=1 << 12)  # every statement of a story is compared with the same evidence
def content(text: str) -> tuple[str, ...]:
    """Stems of the content words in order, light verbs and function words left out."""
    found = (w.lower().replace("’", "'") for w in _TERM.findall(text))
    return tuple(stem(w) for w in found if w not in STOPWORDS and w not in _LIGHT)


def twin(statement: str, evidence: Sequence[str]) -> str | None:
    """The sentence of the evidence that has nearly the same content words, None where there is none."""
    said = frozenset(content(statement))
    return next((e for e in evidence if nearly_same(said, frozenset(content(e)))), None)


def nearly_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two bags of content words are the same but for a word or two."""
    return bool(one) and len(one & other) >= _TWIN * len(one | other)


def bears(cue: re.Pattern[str], text: str, predicate: str, reach: tuple[int, int]) -> bool:
    """Whether a cue stands so many characters before or after a word of the text with this stem."""
    before, after = reach
    return any(
        cue.search(text, max(0, match.start() - before), match.end() + after)
        for match in _TERM.finditer(text)
        if stem(match.group().lower()) == predicate
    )
