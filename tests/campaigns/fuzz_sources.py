"""Broken documents against every parser, the recognition of kinds, the whole command, the reader of `check`.

    python -m tests.campaigns.fuzz_sources --minutes 10 [--parser html] [--first 1] [--keep FOLDER]
    python -m tests.campaigns.fuzz_sources --parser html --input 4711     # one input again, and printed

Each input is made from its number alone. Three quarters of the time go to the parsers, in one process; the
rest to the program as a user starts it: folders of such inputs through `make`, their briefs through `check`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from .breaking import broken
from .promises import PROMISES
from .seeds import SEEDS
from .watched import Outcome, watched
from .whole import BATCH, whole

SECONDS = 10.0
"""For one input."""
_BATCH_SECONDS = 60.0
"""For a brief of many, and its check, on a busy machine; each has its ten seconds in the program itself."""
_IN_PROCESS = 0.75
"""Of the time."""


def made(parser: str, number: int) -> bytes:
    """The input of this number."""
    random = Random(number)  # noqa: S311 - no secret
    kind = random.choice(tuple(SEEDS)) if parser == "kind" else parser
    return broken(kind, random)


def one(parser: str, number: int) -> None:
    """One input against its promise."""
    PROMISES[parser](made(parser, number))


def many(parser: str, number: int) -> None:
    """A batch of inputs through the program."""
    whole(parser, [made(parser, number * BATCH + n) for n in range(BATCH)])


def campaign(parser: str, seconds: float, first: int = 1) -> Iterator[tuple[str, Outcome]]:
    """The outcomes of one parser's inputs, each with the entry by which it came in."""
    start = time.monotonic()
    switch = start + _IN_PROCESS * seconds
    yield from (("parser", found) for found in watched(partial(one, parser), first, switch, SECONDS))
    yield from (
        ("program", found) for found in watched(partial(many, parser), first, start + seconds, _BATCH_SECONDS)
    )


def told(parser: str, outcomes: Iterator[tuple[str, Outcome]], keep: Path | None) -> bool:
    """Prints what a campaign found; whether that is nothing."""
    tried: Counter[str] = Counter()
    faults: dict[tuple[str, str], list[Outcome]] = {}
    slowest = 0.0
    for entry, outcome in outcomes:
        tried[entry] += 1
        slowest = max(slowest, outcome.seconds)
        if outcome.fault:
            faults.setdefault((entry, outcome.place), []).append(outcome)
            if keep and entry == "parser":
                (keep / f"{parser}-{outcome.number}").write_bytes(made(parser, outcome.number))
    inputs = f"{tried['parser']:,} inputs, {tried['program'] * BATCH:,} more through the program"
    print(f"{parser}: {inputs}, the slowest {slowest:.2f} s, {len(faults)} fault(s)", flush=True)  # noqa: T201
    for (entry, place), found in faults.items():
        print(f"  {entry} {found[0].number} ({len(found)} times): {place}: {found[0].fault}", flush=True)  # noqa: T201
    return not faults


def main() -> int:
    """Exit code 5 where a promise is broken."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--minutes", type=float, default=1.0, help="for each parser")
    options.add_argument("--parser", choices=tuple(PROMISES), action="append", help="default: each in turn")
    options.add_argument("--first", type=int, default=1, help="the number of the first input")
    options.add_argument("--keep", type=Path, help="a folder for the inputs that break a promise")
    options.add_argument("--input", type=int, help="print the input of this number, and try it")
    given = options.parse_args()
    parsers = given.parser or list(PROMISES)
    if given.input is not None:
        sys.stdout.buffer.write(made(parsers[0], given.input))
        one(parsers[0], given.input)
        return 0
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    seconds = 60 * given.minutes
    kept = [told(parser, campaign(parser, seconds, given.first), given.keep) for parser in parsers]
    return 0 if all(kept) else 5


if __name__ == "__main__":
    sys.exit(main())
