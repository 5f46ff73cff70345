"""Counts of tokens, of whole texts and of their slices."""

from __future__ import annotations

import threading
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Protocol

from briefing.tokens.breaks import LONG, WINDOW, Breaks
from briefing.tokens.encoding import O200kBase
from briefing.tokens.estimate import Estimate
from briefing.tokens.vocabulary import FILE, Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Tokenised:
    """A text and where its words break, counted once and shared.

    No token crosses `breaks`, code points from 0 to the text's length; `before[n]` tokens stand before
    `breaks[n]`. What lies between two breaks tokenises as it does alone.
    """

    text: str = field(repr=False)
    breaks: Sequence[int]
    before: Sequence[int]

    def __len__(self) -> int:
        return self.before[-1]

    def count(self, start: int, end: int) -> int:
        """Exactly `count(text[start:end])`, but only the words that the two rims cut are encoded again."""
        first, last = bisect_left(self.breaks, start), bisect_right(self.breaks, end) - 1
        if self.text[self.breaks[last] : end].isspace():
            last -= 1  # two spaces are one token, if no word follows
        if first > last or end - start > WINDOW:
            return count(self.text[start:end])
        rims = _of_rim(self.text[start : self.breaks[first]]) + _of_rim(self.text[self.breaks[last] : end])
        return self.before[last] - self.before[first] + rims

    def reach(self, start: int, budget: int) -> int:
        """How far a slice from `start` of so many tokens may go; only few that fit go farther."""
        at, left = start, budget
        first = bisect_left(self.breaks, start)
        if self.breaks[first] - start <= LONG * budget:
            told = self.before[first] - _of_rim(self.text[start : self.breaks[first]])
            last = bisect_right(self.before, told + budget) - 1
            if last >= first:
                at, left = self.breaks[last], told + budget - self.before[last]
        return at + _encoder().reach(self.text[at : at + LONG * left], left) if left else at


def tokenise(texts: Sequence[str]) -> list[Tokenised]:
    """Each text with its breaks, and the tokens before each; of many texts faster than one by one."""
    found = _encoder().breaks(texts)
    return [Tokenised(text, at.data, before.data) for text, (at, before) in zip(texts, found, strict=True)]


def ranks(pieces: Sequence[str]) -> list[int | None]:
    """The id of each piece that is one token as a whole, else None; nothing is known without the data."""
    return _encoder().ranks(pieces)


def count(text: str) -> int:
    """The number of tokens of any text; names of special tokens are text like any other, nothing raises."""
    return _encoder().count(text)


class _Encoder(Protocol):
    def __hash__(self) -> int:
        """By identity."""

    def count(self, text: str) -> int:
        """The number of tokens of a text."""

    def breaks(self, texts: Sequence[str]) -> list[Breaks]:
        """The breaks of each text."""

    def reach(self, text: str, count: int) -> int:
        """The code points of a text that are complete after so many tokens."""

    def ranks(self, pieces: Sequence[str]) -> list[int | None]:
        """The id of each piece that is one token."""


def _of_rim(rim: str) -> int:
    """The tokens of a piece of a word: sentences begin and end with the same few."""
    return _of_short(rim) if len(rim) <= 2 * LONG else count(rim)


@lru_cache(maxsize=1 << 12)
def _of_short(rim: str) -> int:
    return count(rim)


_LOADING = threading.Lock()


def _encoder() -> _Encoder:
    with _LOADING:  # a cached function alone may run once for each thread that comes early
        return _load()


@cache
def _load() -> _Encoder:
    try:
        return O200kBase(Vocabulary.load())
    except ValueError as error:
        warnings.warn(
            f"token counts are estimates: briefing/{FILE} cannot be used ({error}); reinstall briefing",
            RuntimeWarning,
            stacklevel=2,
        )
        return Estimate()
