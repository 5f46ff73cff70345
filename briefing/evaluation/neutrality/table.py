"""What each word does to the tone of a sentence: the table that `eval/fit/neutrality.py` fits.

A word has two figures. Its *colour* is the log-odds that a reader who marks biased words in a sentence marks
this one; its *manner* is what it adds, as one of the sentence's words, to the log-odds that the sentence is
biased though no single word need be (opinion and agency copy choose other function words, too). Only words
are in the table, no names: who is spoken of is no colour.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from briefing.grounding.quotations import outside
from briefing.packaged import packaged

FILE = "table.json"
STEP = 10
"""Figures a unit of log-odds: the table holds whole numbers."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGINS = frozenset('.!?:"“”…')


@dataclass(frozen=True, slots=True)
class Weight:
    """Log-odds, as the module says."""

    colour: float
    manner: float


@dataclass(frozen=True, slots=True)
class ToneTable:
    """The words, each with its colour and manner in tenths, and the same of a word that is not among them.

    `average` is the manner of a word of running text.
    """

    words: Mapping[str, tuple[int, int]]
    unknown: tuple[int, int]
    average: float

    def weight(self, word: str) -> Weight:
        """The weight of a lower-case word."""
        colour, manner = self.words.get(word, self.unknown)
        return Weight(colour / STEP, manner / STEP)


@dataclass(frozen=True, slots=True)
class Word:
    """A word outside quotation marks: `key` is it in lower case, without a possessive ending.

    `name`: whether a capital says that it names somebody or something; None where it begins a sentence.
    """

    key: str
    name: bool | None


def words(text: str) -> tuple[Word, ...]:
    """The words outside the text's quotations, in order."""
    return tuple(_words(outside(text)))


def plain(text: str, table: ToneTable) -> tuple[Word, ...]:
    """The words that name nobody.

    A capital that begins a sentence is taken for a name's where the table has no such word.
    """
    return tuple(w for w in words(text) if (w.key in table.words if w.name is None else not w.name))


def _words(text: str) -> Iterator[Word]:
    shouted = sum(c.isupper() for c in text) > sum(c.islower() for c in text)
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()].rstrip()
        begins = between[-1] in _BEGINS if between else end == 0
        capital = match.group()[0].isupper() and not shouted
        first_person = match.group() == "I" or match.group()[:2] in ("I'", "I’")
        name = capital and not first_person
        key = match.group().lower().replace("’", "'").removesuffix("'s")
        yield Word(key, None if name and begins else name)
        end = match.end()


@cache
def table() -> ToneTable:
    """The package's table, read once a process."""
    kept = json.loads(packaged(__package__, FILE))
    figures = zip(kept["colour"], kept["manner"], strict=True)
    return ToneTable(
        dict(zip(kept["words"].split(), figures, strict=True)), tuple(kept["unknown"]), kept["average"]
    )
