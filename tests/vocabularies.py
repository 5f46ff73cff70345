"""The vocabulary, whole and in parts."""

from __future__ import annotations

import gzip
from importlib import resources

import tiktoken
from hypothesis import strategies as st

from briefing.tokens import encoding
from briefing.tokens.vocabulary import Vocabulary

TEXT = st.text(
    st.one_of(st.sampled_from(" \n\r\t.,'’é漢😀👩🏽‍🚀\x00\ud800\udc00aZ09-/"), st.characters()), max_size=80
)


def packed() -> bytes:
    return gzip.decompress(resources.files("briefing").joinpath("data/o200k_base.ranks.gz").read_bytes())


def vocabulary(data: bytes, size: int = 199_998) -> list[bytes]:
    found = []
    at = size
    for length in data[:size]:
        found.append(data[at : at + length])
        at += length
    return found


VOCABULARY = vocabulary(packed())
WHOLE = tiktoken.Encoding(
    "o200k_base",
    pat_str=encoding._PATTERN,
    mergeable_ranks={token: rank for rank, token in enumerate(VOCABULARY)},
    special_tokens={},
)
"""The encoding with every token, without windows."""
KNOWN = Vocabulary(packed())
_ENCODER = encoding.O200kBase(KNOWN)
_ENCODER.meet(["word " * 50_000])


def ids(text: str) -> list[int]:
    """The token ids of a text, by the program's encoder with every token loaded."""
    found: list[int] = _ENCODER.ids(text).tolist()
    return found
