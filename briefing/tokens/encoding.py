"""The encoding itself, by tiktoken."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from briefing.arrays import Numbers, slices
from briefing.memory import Memory, Words
from briefing.tokens.breaks import LONG, WINDOW, Breaks, parts
from briefing.tokens.vocabulary import Ranks, Vocabulary

if TYPE_CHECKING:
    from tiktoken import Encoding

_SPECIAL = {"<|endoftext|>": 199_999, "<|endofprompt|>": 200_018}
_PATTERN = "|".join(
    (
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    )
)

_BATCH = 1 << 21
"""Characters of a text whose words are looked up at once: arrays of 25 MB."""

_ANEW = " 111"
_ANEW_IDS = 2
"""After three figures a token begins, whatever stands there."""
_SPACE, _PRINTING, _PRINTED = (np.uint8(n) for n in (0x20, 0x21, 0x7F - 0x21))

_GROWTHS = 3
_FEW = 200_000
"""So often, and for so many characters at once, only the tokens that a text can have are loaded. Those of 2
articles (14 KB) are a tenth of the vocabulary and take a seventh of its time, of 40 (150 KB) a third."""


class O200kBase:
    """tiktoken, with no more of the vocabulary than the texts so far can have, until they are many.

    Byte-pair encoding looks up slices of its text and nothing else, so tokens that no text can have change no
    id. Loading the whole vocabulary takes longer than making a brief of three files: so a text that could
    have more tokens than are loaded makes it grow, and after `_GROWTHS` times all of it is loaded.
    """

    def __init__(self, known: Vocabulary) -> None:
        self._vocabulary = known
        self._unmet = known.unmet()
        self._growths = 0
        self._growing = threading.Lock()
        self._ranks: Ranks = {}
        self._whole = False
        self._encoding: Encoding | None = None
        self._memory = Memory(self._learned)
        self._remembering = threading.Lock()

    def meet(self, texts: Sequence[str]) -> None:
        """Loads at once what these texts need."""
        with self._growing:
            self._grow("\n\n\n".join((*texts, _ANEW)) if sum(map(len, texts)) <= _FEW else None)

    def ranks(self, pieces: Sequence[str]) -> list[int | None]:
        """The id of each piece that is one token; None for the others."""
        return self._vocabulary.ranks([_utf8(piece) for piece in pieces])

    def ids(self, text: str) -> NDArray[np.uint32]:
        """The token ids of any text."""
        if not text.isascii():
            text = _utf8(text).decode()
        encoding = self.encoding_for(text)
        found = [encoding.encode_to_numpy(part, disallowed_special=()) for part in parts(text, WINDOW)]
        return np.concatenate(found) if len(found) > 1 else found[0]

    def count(self, text: str) -> int:
        """The number of tokens of any text."""
        return len(self.ids(text))

    def reach(self, text: str, count: int) -> int:
        """The code points of a text that are complete after so many tokens, each of at most LONG bytes."""
        data = _utf8(text)[: LONG * count]
        ids = self.ids(data.decode(errors="ignore"))[:count]
        return len(data[: self._vocabulary.lengths[ids].sum(dtype=np.int64)].decode(errors="ignore"))

    def breaks(self, texts: Sequence[str]) -> list[Breaks]:
        """The breaks of each text; of all texts so far, each word is encoded once."""
        self.meet(texts)
        split = [[*parts(text, _BATCH)] for text in texts]
        with self._remembering:
            words = self._memory.of(_utf8(part) for own in split for part in own)
            found = iter([each for batch in words for each in _by_text(batch)])
        return [_joined([next(found) for _ in own]) for own in split]

    def _learned(self, data: bytes, starts: Numbers, lengths: Numbers) -> Numbers:
        """How many tokens each word of a text has, all encoded in one text."""
        text = np.frombuffer(data + _ANEW.encode(), np.uint8)
        # What begins with a space and a printing character of ASCII begins a token in any case.
        plain = (lengths > 1) & (text[starts] == _SPACE) & (text[starts + 1] - _PRINTING < _PRINTED)
        sizes = np.stack((len(_ANEW) * ~plain, lengths), axis=1).ravel()
        begins = np.stack((np.full(len(starts), len(data)), starts), axis=1).ravel()
        ids = self.ids(slices(text, begins, sizes).tobytes().decode())
        spelt = self._vocabulary.lengths[ids].cumsum(dtype=np.int64)
        ends = spelt.searchsorted(sizes.cumsum()[1::2]) + 1
        counts: Numbers = np.diff(ends, prepend=0) - _ANEW_IDS * ~plain
        return counts

    def encoding_for(self, text: str) -> Encoding:
        """An encoding of tiktoken with all the tokens that this text can have."""
        with self._growing:
            self._grow(text)
            if self._encoding is None:
                import tiktoken  # 30 ms, so only when the first text is tokenised

                self._encoding = tiktoken.Encoding(
                    "o200k_base", pat_str=_PATTERN, mergeable_ranks=self._ranks, special_tokens=_SPECIAL
                )
                if self._whole:
                    self._ranks.clear()  # tiktoken has them in a table of its own; here they are 30 MB
            return self._encoding

    def _grow(self, text: str | None) -> None:
        """Loads what is missing of the tokens that this text can have, or that any text can."""
        if self._whole:
            return
        if text is None or len(text) > _FEW:
            self._growths = _GROWTHS
        elif not self._unmet.meet(_utf8(text)) and self._ranks:
            return
        self._growths += 1
        self._whole = self._growths > _GROWTHS
        self._ranks = self._vocabulary.whole() if self._whole else self._vocabulary.without(self._unmet)
        self._encoding = None


def _utf8(text: str) -> bytes:
    """UTF-8 with "?" for each lone surrogate: one character stays one character."""
    return text.encode("utf-8", "replace")


def _by_text(words: Words) -> Iterator[Breaks]:
    """The breaks of each text: where its words begin, and where the last of them ends."""
    at = np.append(words.starts, len(words.data))
    before = np.concatenate(([0], words.numbers.cumsum()))
    if not words.data.isascii():
        inner = np.flatnonzero(
            (np.frombuffer(words.data, np.uint8) & 0xC0) == 0x80
        )  # they begin no character
        at -= np.bincount(at.searchsorted(inner), minlength=len(at)).cumsum()
    for first, last in pairwise(words.bounds.tolist()):
        yield at[first : last + 1] - at[first], before[first : last + 1] - before[first]


def _joined(found: Sequence[Breaks]) -> Breaks:
    """The breaks of a text, from those of its parts."""
    at, before = found[0]
    for more, after in found[1:]:
        at, before = np.append(at, more[1:] + at[-1]), np.append(before, after[1:] + before[-1])
    return at, before
