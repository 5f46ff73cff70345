"""One contender in a process of its own: `python -m benchmarks.worker JOB CONTENDER CORPUS SIZE`."""

# ruff: noqa: T201 - its figures go to standard output, for the race to read

from __future__ import annotations

import json
import resource
import sys
import time

from benchmarks.job import corpus, job

_WARM = 20
"""Texts that each contender has seen before the clock starts, so that what it loads late is loaded."""


def main(name: str, contender: str, rows: str, size: int) -> None:
    """Prints one JSON object: seconds, processor seconds, amount, peak memory above the data, quality."""
    asked = job(name)
    try:
        run = asked.CONTENDERS[contender]()
    except ImportError as missing:
        print(json.dumps({"absent": str(missing)}))
        return
    every = corpus(rows, size + _WARM)
    size = min(size, len(every) - _WARM)
    prepare = getattr(run, "prepare", lambda _: None)
    warm, data = asked.load(every[size:]), asked.load(every[:size])
    for each in (warm, data):
        prepare(each)
    run(warm)
    amount = asked.amount(data)
    base = _peak()
    processor, begin = time.process_time(), time.perf_counter()
    found = run(data)
    seconds, busy = time.perf_counter() - begin, time.process_time() - processor
    peak = _peak() - base
    print(
        json.dumps(
            {
                "seconds": seconds,
                "processor": busy,
                "amount": amount,
                "peak_mb": peak,
                "quality": dict(asked.quality(data, found)),
            }
        )
    )


def _peak() -> float:
    """The most memory that the process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
