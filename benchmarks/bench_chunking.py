"""Chunking to 512 tokens of o200k_base beside peers with the same tokeniser, interleaved, as ratios to ours.

    python benchmarks/bench_chunking.py ../shared/data/performance/news10k.jsonl.gz

No peer sees a text twice (some remember). Those not installed are left out: semchunk,
langchain-text-splitters, semantic-text-splitter, chonkie, all with tiktoken.
"""

# ruff: noqa: T201 - a benchmark prints its figures

from __future__ import annotations

import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from briefing import chunking, sentences, tokens
from briefing.tokens.encoding import O200kBase
from briefing.tokens.vocabulary import Vocabulary

BUDGET = 512
ROUNDS = 5
Job = Callable[[str], Any]


def ours(text: str) -> Any:
    """Passages, from the text alone."""
    return chunking.passages("S1", sentences.split("S1", text), text, BUDGET)


def ours_as_ranges(text: str) -> Any:
    """The same passages as ranges of characters, which is what the peers give."""
    spans = sentences.spans(text)
    closing = ["\n\n" in text[a[1] : b[0]] for a, b in pairwise(spans)]
    packed = chunking.pack(tokens.tokenise(text), spans, closing, BUDGET)
    return [(spans[first][0], spans[last][1]) for first, last in packed]


def semchunk(encoding: Any) -> Job:
    """Its recursive splitter, counting by tiktoken."""
    import semchunk as peer

    return peer.chunkerify(encoding, BUDGET)


def langchain(encoding: Any) -> Job:
    """Its recursive character splitter, counting by tiktoken."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    return RecursiveCharacterTextSplitter(
        chunk_size=BUDGET,
        chunk_overlap=0,
        length_function=lambda text: len(encoding.encode_ordinary(text)),
        separators=["\n\n", "\n", ". ", " ", ""],
    ).split_text


def semantic_text_splitter(encoding: Any) -> Job:
    """Its own build of tiktoken, in Rust."""
    from semantic_text_splitter import TextSplitter

    return TextSplitter.from_tiktoken_model("gpt-4o", BUDGET).chunk_indices


def chonkie(encoding: Any) -> Job:
    """Its recursive chunker, counting by tiktoken."""
    from chonkie import RecursiveChunker

    return RecursiveChunker(tokenizer=encoding, chunk_size=BUDGET).chunk


def main(path: str, size: int = 8) -> None:
    """Prints each one's megabytes per second, and the median ratio of ours to it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        news = [row["text"] for row in map(json.loads, lines) if row["kind"] == "orig"]
    texts = ["\n\n".join(news[n :: len(news) // size][:size]) for n in range(300)]
    tokens.encode_all(texts)
    encoding = O200kBase(Vocabulary.load()).encoding_for("".join(texts))
    jobs: dict[str, Job] = {"briefing": ours, "briefing ranges": ours_as_ranges}
    for make in (semchunk, langchain, semantic_text_splitter, chonkie):
        try:
            jobs[make.__name__] = make(encoding)
        except ImportError:
            continue
    speeds: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(ROUNDS):
        part = texts[turn::ROUNDS]
        for name, job in jobs.items():
            begin = time.perf_counter()
            for text in part:
                job(text)
            spent = time.perf_counter() - begin
            speeds[name].append(sum(len(text.encode()) for text in part) / spent / 1e6)
    for name, measured in speeds.items():
        ratio = statistics.median(a / b for a, b in zip(speeds["briefing"], measured, strict=True))
        print(f"{name:24} {statistics.median(measured):7.2f} MB/s   ours is {ratio:6.2f} times as fast")
    sizes = [p.tokens for text in texts[:60] for p in ours(text)]
    print(
        f"{len(sizes)} passages, {max(sizes)} tokens at most, {sum(sizes) / len(sizes) / BUDGET:.3f} filled"
    )


if __name__ == "__main__":
    main(sys.argv[1])
