"""Words that oppose each other, as WordNet lists them.

`antonyms.txt` is made by `eval/fit/wordnet.py`: one pair a line, in alphabetical order, a space between.
"""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.packaged import packaged
from briefing.vectors.inflection import bases

FILE = "antonyms.txt"
"""Direct antonyms that news uses, and words of the same synsets where that sense is .3 of both words' uses.
Read through: of the 171 pairs that the share of .3 lets in, 17 are no antonyms ("ripped/sober"); of 60 drawn
below a share of .03, 26 are none ("bushel/bust"). What a satellite's head is opposed to ("penetrating/dull")
is mostly no antonym of the satellite, and left out."""


def opposed(one: str, other: str) -> bool:
    """Whether two lower-case words, or the words that they are inflected from, are antonyms."""
    against = _against(one)
    return bool(against) and not against.isdisjoint((other, *bases(other)))


@lru_cache(maxsize=1 << 14)  # one word is asked about beside many
def _against(word: str) -> frozenset[str]:
    """The antonyms of the word, and of those that it is inflected from."""
    listed = _antonyms()
    return frozenset(antonym for form in (word, *bases(word)) for antonym in listed.get(form, ()))


@cache
def _antonyms() -> dict[str, set[str]]:
    """The antonyms of each word that has one."""
    listed: dict[str, set[str]] = {}
    for line in packaged(__package__, FILE).decode().splitlines():
        one, other = line.split(" ")
        listed.setdefault(one, set()).add(other)
        listed.setdefault(other, set()).add(one)
    return listed
