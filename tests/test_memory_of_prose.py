"""What prose costs a run in memory: a child process makes a brief of a little text, and then of more."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = "Orrin Vane Toll Ketter Marl Ostrel Tolmere Hask Brann Quill Sedge Corrie".split()
WORDS = """bridge water council school market harbour road mill engine night report fire train winter office
tower price field worker letter window valley river garden station paper village number question answer
""".split()
DID = "closed opened mended visited counted praised measured painted moved sold found left".split()

MOST = 18.0
"""Bytes of memory for each of 1.3 million more characters: 13 now, 26 while sentences were held as values."""

CHILD = """
import resource
from datetime import UTC, datetime
from briefing import pipeline, sources

def peak(folder):
    items = sources.read([folder], stdin=None)
    pipeline.make(items, pipeline.Options(), as_of=datetime(2026, 1, 1, tzinfo=UTC))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

few = peak("few")  # with the libraries, the vocabulary and the caches
print(peak("many") - few)
"""


def prose(draw: random.Random, characters: int) -> str:
    """Invented sentences with typographic quotes, hardly one like another."""
    parts: list[str] = []
    size = 0
    while size < characters:
        words = [draw.choice(WORDS) + draw.choice(("", "s", f"-{draw.randrange(900)}")) for _ in range(8)]
        told = (
            f"{draw.choice(NAMES)} {draw.choice(DID)} the {' '.join(words[:5])} of {' and '.join(words[5:])}"
        )
        parts.append(f"“{told},” {draw.choice(NAMES)} said." if draw.random() < 0.2 else f"{told}.")
        parts.append("\n\n" if draw.random() < 0.3 else " ")
        size += len(parts[-2]) + len(parts[-1])
    return "".join(parts)


def pile(folder: Path, short: int, long: int) -> int:
    """So many short documents as rows, and two long ones; the characters of all."""
    draw = random.Random(short)  # noqa: S311 - no secret
    folder.mkdir()
    rows = [json.dumps({"text": prose(draw, 2_000)}, ensure_ascii=False) for _ in range(short)]
    (folder / "rows.jsonl").write_text("\n".join(rows))
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(prose(draw, long))
    return 2_000 * short + 2 * long


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak of memory has another unit")
def test_a_byte_of_prose_costs_a_run_a_few_bytes(tmp_path: Path) -> None:
    few, many = pile(tmp_path / "few", 150, 100_000), pile(tmp_path / "many", 550, 350_000)
    steady = {**os.environ, "MALLOC_MMAP_THRESHOLD_": "131072"}  # else glibc moves it, and 13 may be 21
    done = subprocess.run(
        [sys.executable, "-c", CHILD], cwd=tmp_path, capture_output=True, text=True, check=False, env=steady
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) * 1024 / (many - few) < MOST
