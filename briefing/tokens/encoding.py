"""The encoding itself, by tiktoken."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from briefing.arrays import Numbers, slices
from briefing.batches import batches
from briefing.memory import Memory
from briefing.tokens import fast
from briefing.tokens.breaks import WINDOW, break_before
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

_MANY = 1 << 15
"""Characters from which on words are remembered: 0.3 ms of arrays, in which 6 KB are encoded."""
_BATCH = 1 << 21
"""Characters whose words are looked up at once: arrays of 25 MB."""

_ANEW = b" 111"
_ANEW_IDS = 2
"""After three figures a token begins, whatever stands there."""

_GROWTHS = 3
_FEW = 200_000
"""So often, and for so many characters at once, only the tokens that a text can have are loaded. Those of 2
articles (14 KB) are a tenth of the vocabulary and take a seventh of its time, of 40 (150 KB) a third."""


class O200kBase:
    """tiktoken, with no more of the vocabulary than the texts so far can have, until they are many.

    Byte-pair encoding looks up slices of its text and nothing else: tokens that no text has change no id.
    """

    exact = True

    def __init__(self, known: Vocabulary) -> None:
        self._vocabulary = known
        self._unmet = known.unmet()
        self._growths = 0
        self._growing = threading.Lock()
        self._ranks: Ranks = {}
        self._whole = False
        self._encoding: Encoding | None = None
        self._memory = Memory(self._of_words)
        self._remembering = threading.Lock()

    def meet(self, texts: Sequence[str]) -> None:
        """Loads at once what these texts need."""
        with self._growing:
            self._grow("\n".join(texts) if sum(map(len, texts)) <= _FEW else None)

    def ranks(self, pieces: Sequence[str]) -> list[int | None]:
        """The id of each piece that is one token; None for the others."""
        self.meet(pieces)
        if self._ranks:
            return [self._ranks.get(_utf8(piece)) for piece in pieces]
        encoding = self.encoding_for("")
        return [_rank(encoding, _utf8(piece)) for piece in pieces]

    def ends(self, text: str, ids: NDArray[np.uint32]) -> Numbers:
        """The code points of `text` that are complete after each of its tokens."""
        ends = self._vocabulary.lengths[ids].cumsum(dtype=np.int64)
        if text.isascii():
            return ends
        # A character is complete before the next one's first byte: bytes that only go on count for nothing.
        data = np.frombuffer(_utf8(text), dtype=np.uint8)
        return ends - np.flatnonzero((data & 0xC0) == 0x80).searchsorted(ends, side="right")

    def ids(self, text: str) -> NDArray[np.uint32]:
        """The token ids of any text."""
        return self._ids(text) if len(text) < _MANY else self._remembered([text])[0]

    def all_ids(self, texts: Sequence[str]) -> list[NDArray[np.uint32]]:
        """The token ids of each text; of many, each word is encoded once."""
        faster = sum(map(len, texts)) >= fast.PAYS and fast.installed()
        if not faster:
            self.meet(texts)
        found: list[NDArray[np.uint32]] = []
        for batch in batches(texts, len, _BATCH):
            found += fast.all_ids([_utf8(t).decode() for t in batch]) if faster else self._remembered(batch)
        return found

    def _remembered(self, texts: Sequence[str]) -> list[NDArray[np.uint32]]:
        if sum(map(len, texts)) < _MANY:
            return [self._ids(text) for text in texts]
        with self._remembering:
            if max(map(len, texts)) <= _BATCH:
                return list(self._memory.of([_utf8(text) for text in texts]))
            return [np.concatenate([*self._by_parts(text)]) for text in texts]

    def _by_parts(self, text: str) -> Iterator[NDArray[np.uint32]]:
        """The ids of a long text, so much of it at once."""
        start = 0
        while len(text) - start > _BATCH:
            end = break_before(text, start, start + _BATCH)
            end = end if end > start else start + _BATCH
            yield from self._memory.of([_utf8(text[start:end])])
            start = end
        yield from self._memory.of([_utf8(text[start:])])

    def _of_words(self, words: Sequence[bytes]) -> tuple[NDArray[np.uint32], Numbers]:
        """The ids of words, and how many each has, all encoded in one text."""
        # What begins with a space and a printing character of ASCII begins a token in any case.
        joined = [word if b" !" <= word[:2] < b" \x7f" else _ANEW + word for word in words]
        whole = self._ids(b"".join(joined).decode())
        spelt = self._vocabulary.lengths[whole].cumsum(dtype=np.int64)
        lengths = np.fromiter(map(len, joined), np.int64, len(words))
        ends = spelt.searchsorted(lengths.cumsum()) + 1
        led = lengths > np.fromiter(map(len, words), np.int64, len(words))
        sizes = np.diff(ends, prepend=0) - _ANEW_IDS * led
        return slices(whole, ends - sizes, sizes), sizes

    def _ids(self, text: str) -> NDArray[np.uint32]:
        if not text.isascii():
            text = _utf8(text).decode()
        encoding = fast.loaded() or self.encoding_for(text)
        parts = []
        start = 0
        while len(text) - start > WINDOW:
            end = break_before(text, start, start + WINDOW)
            end = end if end > start else start + WINDOW
            parts.append(encoding.encode_to_numpy(text[start:end], disallowed_special=()))
            start = end
        parts.append(encoding.encode_to_numpy(text[start:], disallowed_special=()))
        return np.concatenate(parts) if len(parts) > 1 else parts[0]

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


def _rank(encoding: Encoding, piece: bytes) -> int | None:
    try:
        return encoding.encode_single_token(piece)
    except KeyError:
        return None


def _utf8(text: str) -> bytes:
    """UTF-8 with "?" for each lone surrogate: one character stays one character."""
    return text.encode("utf-8", "replace")
