"""What is measured: data, the contenders, and how well each does it."""

from __future__ import annotations

import gzip
import importlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from benchmarks.corpus import Corpus

SHARED = Path(__file__).parents[2] / "shared/data"
"""Other people's data for development, where it lies beside the repository."""
NEWS = SHARED / "performance/news10k.jsonl.gz"
JOBS = ("dedup", "chunk", "sentences", "stories", "quotes", "quotes100", "chain", "again", "startup")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Data:
    """The texts, and the rows that they come from."""

    rows: Sequence[Row]
    texts: Sequence[str]

    @property
    def megabytes(self) -> float:
        """Of all texts in UTF-8."""
        return sum(len(text.encode()) for text in self.texts) / 1e6


Run = Callable[[Data], Any]


class Job(Protocol):
    """A module of benchmarks/jobs."""

    UNIT: str
    CONTENDERS: Mapping[str, Callable[[], Run]]
    """Ours first; a contender that is called gives what is timed, all its loading done."""

    def load(self, rows: Sequence[Row]) -> Data:
        """The data of the job, from the rows of a corpus."""

    def amount(self, data: Data) -> float:
        """How many UNITs the data has."""

    def quality(self, data: Data, found: Any) -> Mapping[str, float]:
        """How good the result is."""


def job(name: str) -> Job:
    """The job of this name."""
    return cast("Job", importlib.import_module(f"benchmarks.jobs.{name}"))


def corpus(name: str, size: int) -> list[Row]:
    """The first `size` rows of a corpus: "invented" (ours), "news" (../shared), or a file of JSON Lines."""
    if name == "invented":
        return list(Corpus().rows(size))
    path = NEWS if name == "news" else Path(name)
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        return [json.loads(line) for _, line in zip(range(size), lines, strict=False)]
