"""One brief for one input, in whatever order a process keeps its sets: Python draws it anew for each."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOLD = """
from clusters import cluster
from briefing.lines.corpus import Corpus

texts = [
    [f"{who} told the Velby Courier that the blackout in {place} began at {hour} a.m. and hurt {number}."
     for who, place, hour, number in rows]
    for rows in (
        [("Jens Ravn", "Sandholm", "10.38", 12), ("Ida Norgaard", "Tarn", "7.45", 30)],
        [("Mette Holm", "the harbour of Velby", "9.15", 4), ("Zoe Muller", "the old quarter", "4.10", 17)],
    )
]
corpus = Corpus(cluster(*map(tuple, texts)))
near = corpus.pairing
print([near.alike(a.stems, b.stems) for a in corpus.lines for b in corpus.lines], near.pairs(0.1))
print([near.share(a.stems, b.stems) for a in corpus.lines for b in corpus.lines])
print([corpus.closeness(line) for line in corpus.lines], [corpus.weight(line.stems) for line in corpus.lines])
"""


def test_likeness_is_the_same_to_the_last_bit() -> None:
    tests = Path(__file__).parent
    told = {
        subprocess.run(
            [sys.executable, "-c", TOLD],
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": f"{tests.parent}:{tests}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(1, 4)
    }
    assert len(told) == 1
    assert next(iter(told)).count(",") > 20
