"""A text read for judging: its sentences and its telling words, each in the form in which it is matched."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.grounding.namesakes import key
from briefing.grounding.numerals import UNITS
from briefing.sentences import spans
from briefing.words import STOPWORDS, stem

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_DIGITS = {word: str(worth) for word, worth in UNITS.items()}


@dataclass(frozen=True, slots=True)
class Term:
    """One telling word.

    `key` is its folded form, `word` it in lower case, `before` the word before it in its sentence or "",
    `at` its place among all words of the text; `proper`: a digit, or a capital that begins no sentence.
    """

    key: str
    word: str
    before: str
    at: int
    sentence: int
    proper: bool


@dataclass(frozen=True, slots=True)
class TermIndex:
    """A text as a judge compares it: its sentences, and its terms in order.

    `places` are those of each key, ascending, `standing` the term at each place, `keys` those of each
    sentence. A place counts all words of the text, from 0.
    """

    sentences: tuple[str, ...]
    terms: tuple[Term, ...]
    places: Mapping[str, tuple[int, ...]]
    standing: Mapping[int, Term]
    keys: tuple[frozenset[str], ...]


@lru_cache(maxsize=256)
def read(text: str) -> TermIndex:
    """The text, indexed; function words are counted in `at` and are no terms."""
    found = spans(text)
    sentences = tuple(text[start:end] for start, end in found)
    words = [[m.group() for m in _WORD.finditer(sentence)] for sentence in sentences]
    terms = tuple(_terms(words))
    places: dict[str, list[int]] = defaultdict(list)
    keys: list[set[str]] = [set() for _ in found]
    for term in terms:
        places[term.key].append(term.at)
        keys[term.sentence].add(term.key)
    return TermIndex(
        sentences,
        terms,
        {k: tuple(at) for k, at in places.items()},
        {term.at: term for term in terms},
        tuple(map(frozenset, keys)),
    )


def _terms(sentences: Sequence[Sequence[str]]) -> Iterator[Term]:
    at = 0
    for number, sentence in enumerate(sentences):
        before = ""
        for n, written in enumerate(sentence):
            word = written.lower().replace("’", "'")
            if word not in STOPWORDS:
                proper = written[0].isdigit() or (n > 0 and written[0].isupper())
                yield Term(folded(word), word, before, at, number, proper)
            before, at = word, at + 1


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """The form in which a lower-case word is matched: stem, demonym, digits for a number word."""
    if word[0].isdigit():
        return word.replace(",", "")
    return _DIGITS.get(word) or key(stem(word))
