"""Words that say the same, as WordNet lists them.

`synonyms.txt` is made by `eval/fit/synonyms.py`: a group of words a line, in alphabetical order.
"""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.packaged import packaged
from briefing.vectors.inflection import bases

FILE = "synonyms.txt"


def synonymous(one: str, other: str) -> bool:
    """Whether two lower-case words, or the words that they are inflected from, are synonyms in some sense."""
    return not _senses(one).isdisjoint(_senses(other))


@lru_cache(maxsize=1 << 14)
def _senses(word: str) -> frozenset[int]:
    """The groups that the word, or one that it is inflected from, is in."""
    listed = _groups()
    return frozenset(group for form in (word, *bases(word)) for group in listed.get(form, ()))


@cache
def _groups() -> dict[str, list[int]]:
    """The numbers of the groups that each word is in."""
    listed: dict[str, list[int]] = {}
    for number, line in enumerate(packaged(__package__, FILE).decode().splitlines()):
        for word in line.split(" "):
            listed.setdefault(word, []).append(number)
    return listed
