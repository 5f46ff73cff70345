"""A text read for judging: its sentences and its telling words, each in the form in which it is matched."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.grounding.names import key
from briefing.grounding.numerals import UNITS
from briefing.sentences import spans
from briefing.words import STOPWORDS, stem

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_DIGITS = {word: str(worth) for word, worth in UNITS.items()}


@dataclass(frozen=True, slots=True)
class Term:
    """One telling word: `key` is its folded form, `at` its place among all words of its text."""

    key: str
    word: str
    at: int
    sentence: int
    proper: bool
    """A capital that begins no sentence, or a digit."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its sentences and terms in order; `places` tells where each key stands."""

    sentences: tuple[str, ...]
    terms: tuple[Term, ...]
    places: Mapping[str, tuple[int, ...]]
    keys: tuple[frozenset[str], ...]
    """The keys of each sentence."""


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """The text's reading; function words are counted in `at` and are no terms."""
    found = spans(text)
    terms = tuple(_terms(text, found))
    places: dict[str, list[int]] = defaultdict(list)
    keys: list[set[str]] = [set() for _ in found]
    for term in terms:
        places[term.key].append(term.at)
        keys[term.sentence].add(term.key)
    return Reading(
        tuple(text[start:end] for start, end in found),
        terms,
        {k: tuple(at) for k, at in places.items()},
        tuple(map(frozenset, keys)),
    )


def _terms(text: str, sentences: list[tuple[int, int]]) -> list[Term]:
    found, at = [], 0
    for number, (start, end) in enumerate(sentences):
        for match in _WORD.finditer(text, start, end):
            at += 1
            written = match.group()
            word = written.lower().replace("’", "'")
            if word not in STOPWORDS:
                proper = written[0].isdigit() or (written[0].isupper() and match.start() > start)
                found.append(Term(folded(word), word, at, number, proper))
    return found


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """The form in which a lower-case word is matched: stem, demonym, digits for a number word."""
    if word[0].isdigit():
        return word.replace(",", "")
    return _DIGITS.get(word) or key(stem(word))
