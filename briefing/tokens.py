"""Tokens of the o200k_base encoding, offline from the first run on.

The ranks are package data, `data/o200k_base.ranks.gz`: one byte for the length of each token in order
of rank, then the tokens themselves, gzipped. It is a denser form of tiktoken's published file
(tests/test_tokens.py rebuilds that file from it and compares tiktoken's own pinned hash).
To make it again from `o200k_base.tiktoken`, whose lines are sorted by rank:

    tokens = [base64.b64decode(line.split()[0]) for line in open("o200k_base.tiktoken", "rb")]
    packed = bytes(map(len, tokens)) + b"".join(tokens)
    open("o200k_base.ranks.gz", "wb").write(gzip.compress(packed, 9, mtime=0))
"""

from __future__ import annotations

import gzip
import hashlib
import re
import struct
import threading
import warnings
import zlib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

# gzip rather than xz: 0.18 MB more, but unpacked in 13 ms instead of 60 ms at the start of each run.
_RANKS = "data/o200k_base.ranks.gz"
_SHA256 = "440741350e7cfa1c0f4869ce742d1b043550adbda5187adcac9e787edac6fba9"
_SIZE = 199_998
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

_WINDOW = 16_384
"""Characters encoded at once. tiktoken's regex raises on a million spaces ("max stack size exceeded")
and slows on a run of a million letters (n log n); windows end where no token can cross."""


@dataclass(frozen=True, slots=True, eq=False)
class Tokenised:
    """A text with its tokens, made once and shared.

    `ids` has shape (n,), dtype uint32. `ends` has shape (n,), dtype int64: the number of code points
    of `text` that are complete after each token, so that `ends[-1] == len(text)`.
    """

    text: str = field(repr=False)
    ids: NDArray[np.uint32]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)

    def count(self, start: int, end: int) -> int:
        """Exactly `count(text[start:end])`, but only the words at both rims are encoded again."""
        first = _break_after(self.text, start, end)
        last = _break_before(self.text, start, end)
        if first < 0 or first >= last or end - start > _WINDOW:
            return count(self.text[start:end])
        low, high = self.ends.searchsorted((first, last), side="right")
        return count(self.text[start:first]) + int(high - low) + count(self.text[last:end])


class _Encoder(Protocol):
    exact: bool

    def tokenise(self, text: str) -> Tokenised: ...  # pragma: no cover - a protocol

    def ids(self, text: str) -> NDArray[np.uint32]: ...  # pragma: no cover - a protocol


def tokenise(text: str) -> Tokenised:
    """The text with its token ids and their ends in code points."""
    return _encoder().tokenise(text)


def encode(text: str) -> list[int]:
    """The token ids of any text; names of special tokens are text like any other, nothing raises."""
    ids: list[int] = _encoder().ids(text).tolist()
    return ids


def count(text: str) -> int:
    """The number of tokens of any text."""
    return len(_encoder().ids(text))


def exact() -> bool:
    """Whether counts are those of o200k_base, not the estimate that stands in for lost data."""
    return _encoder().exact


class _O200kBase:
    exact = True

    def __init__(self, packed: bytes) -> None:
        import tiktoken  # 65 ms, so only when the first text is tokenised

        lengths = packed[:_SIZE]
        tokens = struct.unpack_from("s".join(map(str, lengths)) + "s", packed, _SIZE)
        self._lengths = np.frombuffer(lengths, dtype=np.uint8)
        self._encoding = tiktoken.Encoding(
            "o200k_base",
            pat_str=_PATTERN,
            mergeable_ranks=dict(zip(tokens, range(_SIZE), strict=True)),
            special_tokens=_SPECIAL,
        )

    def tokenise(self, text: str) -> Tokenised:
        ids = self.ids(text)
        ends = self._lengths[ids].cumsum(dtype=np.int64)
        if not text.isascii():
            ends = _complete_characters(_utf8(text))[ends]
        return Tokenised(text, ids, ends)

    def ids(self, text: str) -> NDArray[np.uint32]:
        if not text.isascii():
            text = _utf8(text).decode()
        parts = []
        start = 0
        while len(text) - start > _WINDOW:
            end = _break_before(text, start, start + _WINDOW)
            end = end if end > start else start + _WINDOW
            parts.append(self._ids(text[start:end]))
            start = end
        parts.append(self._ids(text[start:]))
        return np.concatenate(parts) if len(parts) > 1 else parts[0]

    def _ids(self, text: str) -> NDArray[np.uint32]:
        return self._encoding.encode_to_numpy(text, disallowed_special=())


class _Estimate:
    """Pieces of words in place of tokens; their ids are hashes, so equal text still has equal ids.

    Pieces of up to 7 letters: on 600 texts of news10k they count 1.09 times the tokens (a fifth of
    texts below 1; 6 letters 1.16, 8 letters 1.04), so a budget is rather under-filled than broken.
    """

    exact = False
    _piece = re.compile(r" ?\w{1,7}|[^\w\s]|\s+")

    def tokenise(self, text: str) -> Tokenised:
        ends = [m.end() for m in self._piece.finditer(text)]
        return Tokenised(text, self.ids(text), np.array(ends, dtype=np.int64))

    def ids(self, text: str) -> NDArray[np.uint32]:
        hashes = [zlib.crc32(_utf8(piece)) for piece in self._piece.findall(text)]
        return np.array(hashes, dtype=np.uint32)


_LOADING = threading.Lock()


def _encoder() -> _Encoder:
    with _LOADING:  # a cached function alone may run once for each thread that comes early
        return _load()


@cache
def _load() -> _Encoder:
    try:
        packed = gzip.decompress(resources.files("briefing").joinpath(_RANKS).read_bytes())
        if hashlib.sha256(packed).hexdigest() != _SHA256:
            raise ValueError("its contents are not the published ranks")
    except (OSError, EOFError, zlib.error, ValueError) as error:
        warnings.warn(
            f"token counts are estimates: briefing/{_RANKS} cannot be used ({error}); reinstall briefing",
            RuntimeWarning,
            stacklevel=2,
        )
        return _Estimate()
    return _O200kBase(packed)


def _utf8(text: str) -> bytes:
    """UTF-8 with "?" for each lone surrogate: one character stays one character."""
    return text.encode("utf-8", "replace")


def _complete_characters(data: bytes) -> NDArray[np.int64]:
    """For each offset 0..len(data), the number of characters that are complete before it."""
    starts = np.append((np.frombuffer(data, dtype=np.uint8) & 0xC0) != 0x80, True)
    begun: NDArray[np.int64] = starts.cumsum(dtype=np.int64)
    return begun - 1


def _break_before(text: str, start: int, end: int) -> int:
    """The last space in text[start + 1:end] that follows a character other than white space, else -1.

    No piece of the pattern goes on over such a space, so both sides tokenise as they do alone.
    """
    at = text.rfind(" ", start + 1, end)
    while at > 0 and text[at - 1].isspace():
        at = text.rfind(" ", start + 1, at)
    return at


def _break_after(text: str, start: int, end: int) -> int:
    """The first such space in text[start + 1:end], else -1."""
    at = text.find(" ", start + 1, end)
    while at > 0 and text[at - 1].isspace():
        at = text.find(" ", at + 1, end)
    return at
