"""Approximate matching: the sentence that has a quotation verbatim, or nearly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import ne

from briefing.grounding.index import Index, index
from briefing.grounding.verbatim import folded
from briefing.types import Sentence

_OTHERWISE = 0.1
"""Share of its letters in which a quotation that nearly stands somewhere may differ.

Of 1,600 of news, as they are or with a letter in fifty or in twenty exchanged, .99 and more are found in
10,000 and in 100,000 characters; of 1,380 that stand nowhere, none.
"""
_WORD = re.compile(r"\w{4,}")
_PLACES = 64
"""Places of its rarest words that are looked at: 32 find .002 fewer, 128 take longer and find no more."""
_FEWEST = 2
_AGREEING = 1 / 3
"""Words that must tell one place for it to be looked at, and which share of those looked for."""


def locate(quotation: str, sentences: Sequence[Sentence]) -> Sentence | None:
    """The first sentence in which the quotation stands as it is, else one that nearly has it, else None.

    Case, white space and shapes of marks apart; nearly: but for a tenth of its letters, by edit distance. One
    that stands nowhere is found nowhere, however many sentences there are.
    """
    held = index(sentences)
    said = folded(quotation)
    place = held.verbatim(said)
    place = place if place >= 0 else nearly(said, held)
    return sentences[place] if place >= 0 else None


def nearly(said: str, held: Index) -> int:
    """The sentence, by place, that has the folded words but for a tenth of their letters; -1: none."""
    allowed = int(_OTHERWISE * len(said))
    begins = _agreed(said, held.row, allowed)
    if not begins:
        return -1
    middle = min(max(0, begins[0] + len(said) // 2), len(held.row) - 1)
    place = bisect_right(held.begins, middle) - 1
    start, text = held.begins[place], held.sentence(place)
    exchanged = (_exchanged(said, text[begin - start :]) for begin in {*begins} if begin >= start)
    # Letters that are exchanged, as most misprints are, are counted in a twentieth of the time.
    same = any(count <= allowed for count in exchanged) or fewest_edits(said, text) <= allowed
    return place if same else -1


def _agreed(said: str, row: str, apart: int) -> Sequence[int]:
    """Where the words would begin, as most of the rarest tell it, so far apart at most; none if few do."""
    met = _met(row)
    words = [(met.get(word.group(), ()), word.start()) for word in _WORD.finditer(said)]
    begins: list[int] = []
    looked = 0
    for places, offset in sorted(words, key=lambda word: len(word[0])):
        if len(begins) > _PLACES:
            break
        looked += 1
        begins += [place - offset for place in places]
    begins.sort()
    ranges = ((first, bisect_right(begins, begin + apart)) for first, begin in enumerate(begins))
    first, last = max(ranges, key=lambda r: r[1] - r[0], default=(0, 0))
    return begins[first:last] if last - first >= max(_FEWEST, _AGREEING * looked) else ()


@lru_cache(maxsize=32)
def _met(row: str) -> Mapping[str, Sequence[int]]:
    """The places at which each word begins."""
    places: dict[str, list[int]] = {}
    for word in _WORD.finditer(row):
        places.setdefault(word.group(), []).append(word.start())
    return places


def _exchanged(said: str, text: str) -> int:
    """Letters of the words that are others at the head of the text."""
    others: int = sum(map(ne, said, text))
    return others + max(0, len(said) - len(text))


def fewest_edits(words: str, text: str) -> int:
    """The least edit distance of `words` to any part of `text`.

    Bits of one number are the rows of a column: the distance grows there (`up`) or falls (`down`) by one from
    the column before (Myers, 1999, as put by Hyyrö, 2003).
    """
    rows: dict[str, int] = {}
    bit = 1
    for letter in words:
        rows[letter] = rows.get(letter, 0) | bit
        bit += bit
    every, last = bit - 1, bit >> 1
    rising, falling = every, 0
    edits = fewest = len(words)
    for letter in text:
        same = rows.get(letter, 0)
        diagonal = (((same & rising) + rising) ^ rising) | same
        up = falling | (every & ~(diagonal | rising))
        down = rising & diagonal
        if down & last:
            edits -= 1
            fewest = min(fewest, edits)
        elif up & last:
            edits += 1
        vertical = same | falling
        up <<= 1
        rising = (down << 1 | ~(vertical | up)) & every
        falling = up & vertical
    return fewest
