"""The quotations of `quotes`, in sources of 100,000 characters."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.job import Data, Row
from benchmarks.jobs import quotes
from benchmarks.jobs.quotes import amount, quality

UNIT = quotes.UNIT
CONTENDERS = {name: run for name, run in quotes.CONTENDERS.items() if name != "difflib"}
CHARACTERS = 100_000

__all__ = ["CONTENDERS", "UNIT", "amount", "load", "quality"]


def load(rows: Sequence[Row]) -> Data:
    """The same quotations for every contender."""
    return quotes.cases(rows, CHARACTERS)
