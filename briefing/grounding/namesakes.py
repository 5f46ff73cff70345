"""Namesakes: whether two names can be of one person or thing, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefing.grounding.lexicon import DEMONYMS, WRITTEN_FORMS
from briefing.words import STOPWORDS
from briefing.words import words as words_of

_WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+")
_SUFFIXES = "istan ians ian ans an ese ish ia is ic i s e a o y".split()
_OF_PLACES = re.compile(r"(?:ians?|ans?|ese|ish|ic|is?|ines?|istan)$")
_PLURALS = ("", "s", "es")
_BARE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})

Spelt = Mapping[str, Iterable[str]]
"""The words of a text by their keys."""


def same(a: str, b: str) -> bool:
    """Whether two names can be one: "Vladimir Putin" and "Putin", "Ukrainian" and "Ukraine", "U.S." and "US".

    All words of the shorter are words of the longer; names that each have a word of their own
    ("North Korea", "South Korea") are two, and so are "Maria" and "Mario".
    """
    if not keys(a) or not keys(b):
        return False
    return among(a, _spelt(parts(b))) or among(b, _spelt(parts(a))) or _acronym(a, b) or _acronym(b, a)


def among(name: str, words: Spelt) -> bool:
    """Whether each word of a name is among these, in some form."""
    return all(any(_one_word(part, word) for word in words.get(key(part), ())) for part in parts(name))


def is_named(who: str, text: str) -> bool:
    """Whether the text has the last word of this name: of a person the surname."""
    last = words_of(who)[-1:]
    return set(map(unowned, last)) <= set(map(unowned, words_of(text)))


@lru_cache(maxsize=1 << 14)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without initials; a name with forms of its own is one word."""
    plain = re.sub(r"['’]s?$", "", name.lower())
    whole = WRITTEN_FORMS.get(plain.strip(" ."))
    if whole:
        return (whole,)
    found = re.findall(r"[^\W_]+(?:\.[^\W_])+|[^\W_]+", plain)
    return tuple(
        part
        for part in found
        if part not in STOPWORDS
        and part not in ("de", "la", "jr", "sr")
        and (len(part) > 1 or len(found) == 1)
    )


@lru_cache(maxsize=1 << 14)
def keys(name: str) -> frozenset[str]:
    """The keys of a name's words."""
    return frozenset(map(key, parts(name)))


@lru_cache(maxsize=1 << 14)
def key(word: str) -> str:
    """One lower-case word of a name, folded: "ukrainian" and "ukraine" have one key, accents count nothing.

    Words with one key can still be two names: `same` and `among` see to that.
    """
    word = _bare(word)
    word = WRITTEN_FORMS.get(word.strip("."), word)
    word = DEMONYMS.get(word, word)
    while shorter := next(
        (word[: -len(s)] for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 4), ""
    ):
        word = shorter
    return word


def worded(text: str) -> frozenset[str]:
    """The words of a text, each folded as one of a name is."""
    return frozenset(key(word) for word in _WORD.findall(text.lower()))


def spelt(text: str) -> Spelt:
    """The words of a text, by their keys."""
    return _spelt(_WORD.findall(text.lower()))


def _spelt(every: Iterable[str]) -> Spelt:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in every:
        found[key(word)].add(word)
    return found


@lru_cache(maxsize=1 << 14)
def _one_word(a: str, b: str) -> bool:
    """Whether two words of one key are of one name: "Niger" and "Nigeria" are not, each is "Nigerian".

    What ends as a people does may be of either: "Ivan" and "Ivana", "Roman" and "Romania" are not told apart.
    """
    a, b = _bare(a), _bare(b)
    if a.rstrip("iy") == b.rstrip("iy"):  # "Zelenskyy"
        return True
    a, b = (f"{w[:-3]}y" if w.endswith("ies") else w for w in (a, b))
    if any(a + ending == b or b + ending == a for ending in _PLURALS):
        return True
    return any(_OF_PLACES.search(w) or w.strip(".") in WRITTEN_FORMS or w in DEMONYMS for w in (a, b))


@lru_cache(maxsize=1 << 14)
def _bare(word: str) -> str:
    """The word without its accents."""
    if word.isascii():
        return word
    return "".join(
        c for c in unicodedata.normalize("NFKD", word.translate(_BARE)) if not unicodedata.combining(c)
    )


def unowned(word: str) -> str:
    """The word without the ending of what belongs to it: "guardian's" is "guardian"."""
    return word.removesuffix("'s")


def _acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return False
    initials = "".join(w[0] for w in re.findall(r"[^\W_]+", long) if w[0].isupper())
    return letters == initials
