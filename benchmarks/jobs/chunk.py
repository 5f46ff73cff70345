"""Long texts in chunks of at most 512 tokens of o200k_base, counted exactly."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.job import Data, Row, Run

UNIT = "MB"
BUDGET = 512
ARTICLES = 8
"""Articles in a row that make one text."""
_CHECKED = 60
_CLOSED = re.compile(r"[.!?][\"'”’)\]]*\s*$")
Chunks = list[list[Any]]


def load(rows: Sequence[Row]) -> Data:
    """The originals, eight to a text: no chunker meets a text twice, for some remember."""
    news = [row["text"] for row in rows if row["kind"] == "orig"]
    return Data(rows, ["\n\n".join(news[n : n + ARTICLES]) for n in range(0, len(news), ARTICLES)])


def amount(data: Data) -> float:
    """Megabytes."""
    return data.megabytes


def quality(data: Data, found: Chunks) -> dict[str, float]:
    """The largest chunk, the share over the budget, how full they are, how many end with a sentence."""
    encoding = _tiktoken()
    sizes, closed = [], []
    for text, chunks in zip(data.texts[:_CHECKED], found[:_CHECKED], strict=True):
        told = [_text(text, chunk) for chunk in chunks]
        sizes += [len(encoding.encode_ordinary(chunk)) for chunk in told]
        closed += [bool(_CLOSED.search(chunk)) or chunk is told[-1] for chunk in told]
    return {
        "largest": max(sizes),
        "over": sum(size > BUDGET for size in sizes) / len(sizes),
        "fill": sum(sizes) / len(sizes) / BUDGET,
        "ends": sum(closed) / len(closed),
    }


def _text(text: str, chunk: Any) -> str:
    """A chunk's text, whether it is a text, a range, an offset with a text, or an object."""
    if isinstance(chunk, tuple):
        return chunk[1] if isinstance(chunk[1], str) else text[chunk[0] : chunk[1]]
    return str(getattr(chunk, "text", chunk))


def _tiktoken() -> Any:
    from briefing.tokens.encoding import O200kBase
    from briefing.tokens.vocabulary import Vocabulary

    return O200kBase(Vocabulary.load()).encoding_for("loads the vocabulary " * 100_000)


def _toktok() -> Any:
    import toktok

    return toktok._encoding("o200k_base")


def _each(cut: Callable[[str], Any]) -> Run:
    return lambda data: [list(cut(text)) for text in data.texts]


def _ours() -> Run:
    from briefing import chunking, tokens

    tokens.tokenise(["loads the vocabulary " * 100_000])
    return lambda data: [list(chunking.cut(text, BUDGET)) for text in tokens.tokenise(data.texts)]


def _semchunk(encoding: Callable[[], Any]) -> Run:
    import semchunk

    return _each(semchunk.chunkerify(encoding(), BUDGET))


def _semchunk_toktok() -> Run:
    import semchunk

    return _each(semchunk.chunkerify(_toktok().count, BUDGET))


def _langchain(encoding: Callable[[], Any]) -> Run:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    made = encoding()
    count = made.count if hasattr(made, "count") else lambda text: len(made.encode_ordinary(text))
    separators = ["\n\n", "\n", ". ", " ", ""]
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=BUDGET, chunk_overlap=0, length_function=count, separators=separators
    )
    return _each(splitter.split_text)


def _semantic_text_splitter() -> Run:
    from semantic_text_splitter import TextSplitter

    return _each(TextSplitter.from_tiktoken_model("gpt-4o", BUDGET).chunk_indices)


def _chonkie() -> Run:
    from chonkie import RecursiveChunker

    return _each(RecursiveChunker(tokenizer=_tiktoken(), chunk_size=BUDGET).chunk)


def _chonkie_toktok() -> Run:
    from chonkie import RecursiveChunker

    return _each(RecursiveChunker(tokenizer=_toktok().count, chunk_size=BUDGET).chunk)


CONTENDERS: dict[str, Callable[[], Run]] = {
    "briefing": _ours,
    "semchunk, tiktoken": lambda: _semchunk(_tiktoken),
    "semchunk, toktok": _semchunk_toktok,
    "langchain, tiktoken": lambda: _langchain(_tiktoken),
    "langchain, toktok": lambda: _langchain(_toktok),
    "semantic-text-splitter": _semantic_text_splitter,
    "chonkie, tiktoken": _chonkie,
    "chonkie, toktok": _chonkie_toktok,
}
