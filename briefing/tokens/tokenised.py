"""A text with its tokens, and counts of tokens."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from briefing.arrays import Numbers
from briefing.tokens.breaks import WINDOW, begins_anew, break_after, break_before, ends_apart, marks_before
from briefing.tokens.encoding import O200kBase
from briefing.tokens.estimate import Estimate
from briefing.tokens.vocabulary import FILE, Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Tokenised:
    """A text with its tokens, made once and shared.

    `ids` has shape (n,), dtype uint32. `ends` has shape (n,), dtype int64: the number of code points
    of `text` that are complete after each token, so that `ends[-1] == len(text)`.
    """

    text: str = field(repr=False)
    ids: NDArray[np.uint32]
    ends: Numbers

    def __len__(self) -> int:
        return len(self.ids)

    def count(self, start: int, end: int) -> int:
        """Exactly `count(text[start:end])`, but only the words at a rim that cuts one are encoded again."""
        first = start if begins_anew(self.text, start) else break_after(self.text, start, end)
        last = end
        if not ends_apart(self.text, end):
            marks = marks_before(self.text, start, end)
            last = marks if marks >= 0 else break_before(self.text, start, end)
        if first < 0 or first >= last or end - start > WINDOW:
            return count(self.text[start:end])
        low, high = self.ends.searchsorted((first, last))
        rims = (self.text[start:first], self.text[last:end])
        return int(high - low) + (not first) + sum(_of_rim(_encoder(), rim) for rim in rims if rim)


def tokenise(text: str) -> Tokenised:
    """The text with its token ids and their ends in code points."""
    encoder = _encoder()
    ids = encoder.ids(text)
    return Tokenised(text, ids, encoder.ends(text, ids))


def tokenise_all(texts: Sequence[str]) -> list[Tokenised]:
    """Each text with its token ids and their ends; of many texts faster than one by one."""
    ends = _encoder().ends
    pairs = zip(texts, encode_all(texts), strict=True)
    return [Tokenised(text, ids, ends(text, ids)) for text, ids in pairs]


def encode(text: str) -> list[int]:
    """The token ids of any text; names of special tokens are text like any other, nothing raises."""
    ids: list[int] = _encoder().ids(text).tolist()
    return ids


def encode_all(texts: Sequence[str]) -> list[NDArray[np.uint32]]:
    """The token ids of each text; faster than one by one, for what they need is loaded and encoded once."""
    return _encoder().all_ids(texts)


def ranks(pieces: Sequence[str]) -> list[int | None]:
    """The id of each piece that is one token as a whole, else None; nothing is known without the data."""
    return _encoder().ranks(pieces)


def count(text: str) -> int:
    """The number of tokens of any text."""
    return len(_encoder().ids(text))


def exact() -> bool:
    """Whether counts are those of o200k_base, not the estimate that stands in for lost data."""
    return _encoder().exact


class _Encoder(Protocol):
    exact: bool

    def __hash__(self) -> int:
        """By identity."""

    def meet(self, texts: Sequence[str]) -> None:
        """Prepares for these texts at once."""

    def ids(self, text: str) -> NDArray[np.uint32]:
        """The token ids of a text."""

    def all_ids(self, texts: Sequence[str]) -> list[NDArray[np.uint32]]:
        """The token ids of each text."""

    def ends(self, text: str, ids: NDArray[np.uint32]) -> Numbers:
        """The code points of the text that are complete after each token."""

    def ranks(self, pieces: Sequence[str]) -> list[int | None]:
        """The id of each piece that is one token."""


@lru_cache(maxsize=1 << 12)
def _of_rim(encoder: _Encoder, rim: str) -> int:
    """The tokens of a piece of a word: sentences begin and end with the same few."""
    return len(encoder.ids(rim))


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
