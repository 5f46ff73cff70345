"""Measures a part of the program beside its peers: `python -m benchmarks JOB`.

Nothing is installed: contenders whose library is missing are left out and named (`pip install
'briefing[bench]'` brings them). Each runs in processes of its own, turn by turn; the table has medians.
"""

# ruff: noqa: T201 - it prints its tables

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.chart import chart
from benchmarks.corpus import Corpus
from benchmarks.job import JOBS, NEWS, job
from benchmarks.race import race
from benchmarks.report import report


def main() -> None:
    """Runs one job and prints its table; writes JSON and a chart where it is told to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("job", choices=(*JOBS, "corpus", "report"), help="corpus: prints the invented one")
    parser.add_argument("files", nargs="*", type=Path, help="report: what --json wrote, as Markdown tables")
    parser.add_argument("--corpus", help="invented, news, or a file; default news where it is, else invented")
    parser.add_argument("--size", type=int, default=10_000, help="documents (default 10,000)")
    parser.add_argument("--rounds", type=int, default=5, help="times each contender runs (default 5)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes the results")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="writes a chart of the speeds")
    asked = parser.parse_args()
    if asked.job == "corpus":
        for row in Corpus().rows(asked.size):
            print(json.dumps(row, ensure_ascii=False))
        return
    if asked.job == "report":
        print(report(asked.files))
        return
    rows = asked.corpus or ("news" if NEWS.exists() and asked.job not in ("chain", "again") else "invented")
    results = race(asked.job, job(asked.job), rows, asked.size, asked.rounds, _note)
    for result in results:
        print(result.line())
    if asked.json:
        whole = {
            "job": asked.job,
            "corpus": rows,
            "size": asked.size,
            "results": [r.as_dict() for r in results],
        }
        asked.json.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if asked.svg:
        asked.svg.write_text(
            chart(f"{asked.job}: {rows}, {asked.size:,} documents", results), encoding="utf-8"
        )


def _note(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
