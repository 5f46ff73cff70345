"""Sentence spans per second beside other segmenters, interleaved, as ratios to ours.

    python benchmarks/bench_sentences.py ../shared/data/performance/news10k.jsonl.gz

Peers that are not installed are left out: sentencex, nupunkt, blingfire, pysbd.
"""

# ruff: noqa: T201 - a benchmark prints its figures

from __future__ import annotations

import gzip
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from briefing import sentences

ROUNDS = 5
SLOW = {"pysbd": 100}
"""Times fewer texts for those that would take minutes."""


def peers() -> dict[str, Callable[[str], Any]]:
    """Each installed peer as a function from a text to its sentences."""
    found: dict[str, Callable[[str], Any]] = {}
    makers: dict[str, Callable[[Any], Callable[[str], Any]]] = {
        "sentencex": lambda m: lambda text: m.get_sentence_boundaries("en", text),
        "nupunkt": lambda m: m.sent_spans,
        "blingfire": lambda m: m.text_to_sentences_and_offsets,
        "pysbd": lambda m: m.Segmenter(language="en", clean=False, char_span=True).segment,
    }
    for name, make in makers.items():
        try:
            found[name] = make(importlib.import_module(name))
        except ImportError:
            continue
    return found


def main(path: str, texts: int = 1500) -> None:
    """Prints each one's megabytes per second, and the median ratio of ours to it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        news = [json.loads(line)["text"] for _, line in zip(range(texts), lines, strict=False)]
    jobs = {
        "briefing": sentences.spans,
        "briefing split": lambda text: sentences.split("S1", text),
        **peers(),
    }
    speeds: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(ROUNDS):
        for name, job in jobs.items():
            part = news[turn :: ROUNDS * SLOW.get(name, 1)]
            begin = time.perf_counter()
            for text in part:
                job(text)
            spent = time.perf_counter() - begin
            speeds[name].append(sum(len(text.encode()) for text in part) / spent / 1e6)
    for name, measured in speeds.items():
        ratio = statistics.median(a / b for a, b in zip(speeds["briefing"], measured, strict=True))
        print(f"{name:16} {statistics.median(measured):7.2f} MB/s   ours is {ratio:6.2f} times as fast")


if __name__ == "__main__":
    main(sys.argv[1])
