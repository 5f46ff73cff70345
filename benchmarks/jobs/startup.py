"""Whole processes, from the command line to their end."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.job import Data, Row, Run

UNIT = "runs"
FILES = 3
RUNS = 5


def load(rows: Sequence[Row]) -> Data:
    """Three small files of one event's reports, or of three events."""
    small = sorted((row for row in rows if row["kind"] == "orig"), key=lambda row: len(row["text"]))
    return Data(small[:FILES], [row["text"] for row in small[:FILES]])


def amount(data: Data) -> float:
    """Runs."""
    return RUNS


def quality(data: Data, found: None) -> dict[str, float]:
    """Nothing: it runs, or it raises."""
    return {}


def _running(*arguments: str) -> Callable[[], Run]:
    def run(data: Data) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for number, text in enumerate(data.texts):
                (Path(folder) / f"{number}.txt").write_text(text, encoding="utf-8")
            for _ in range(RUNS):
                command = [sys.executable, "-m", "briefing", *arguments]
                subprocess.run(command, check=True, capture_output=True, cwd=folder)  # noqa: S603

    return lambda: run


CONTENDERS: dict[str, Callable[[], Run]] = {
    "briefing make, three files": _running("make", "-q", "."),
    "briefing --help": _running("--help"),
    "python alone": lambda: _alone,
}


def _alone(_: Data) -> None:
    for _turn in range(RUNS):
        subprocess.run([sys.executable, "-c", "pass"], check=True)
