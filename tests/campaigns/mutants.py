"""Mutation testing: small faults put into a room of the program, each of which its tests should notice.

    nice -n 15 python -m tests.campaigns.mutants grounding --most 300 --seed 1

In a copy of the tree. A mutant meets the tests that come by its line, then all of the room's. One that no
test notices is printed, unless `equivalent.toml` has it, and the reason why no test could. Drawn with a seed,
so that the next run tries the same ones. Needs a system that forks.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .laboratory import Lab, Room, Trial, laboratory
from .mutating import Mutant, mutants

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "grounding": Room(
        ("briefing/grounding/*.py",),
        (
            "tests/test_grounding_*.py",
            "tests/test_checking.py",
            "tests/test_plain.py",
            "tests/test_writing.py",
            "tests/test_detectors_*.py",
            "tests/test_lines_question.py",
        ),
    ),
    "render": Room(
        ("briefing/render/*.py", "briefing/render/html/*.py"),
        (
            "tests/test_render_*.py",
            "tests/test_html_*.py",
            "tests/test_letters*.py",
            "tests/test_checking.py",
        ),
    ),
    "outbox": Room(
        ("briefing/state/outbox.py", "briefing/delivery/dispatch.py"),
        ("tests/test_outbox.py", "tests/test_cli_send*.py", "tests/test_cli_doctor_mornings.py"),
    ),
}
_WARM = ("coverage", "hypothesis", "numpy", "pytest", "lxml.html", "jinja2", "aiosmtpd.controller")
"""Imported once, before each run forks off."""

Key = tuple[str, str, str]
"""What names a mutant though lines move: its file, the text of its line, what it changes."""


def equivalents() -> dict[Key, str]:
    """Mutants that do what the program does, each with the reason why."""
    listed = tomllib.loads(Path(__file__).with_name("equivalent.toml").read_text(encoding="utf-8"))
    return {(one["file"], one["line"], one["change"]): one["reason"] for one in listed["mutant"]}


def key(file: str, mutant: Mutant, text: str) -> Key:
    """What a mutant of this text is listed by."""
    return file, text.splitlines()[mutant.line - 1].strip(), mutant.told


def drawn(lab: Lab, most: int, seed: int) -> list[tuple[str, Mutant]]:
    """At most so many mutants of the room, in the order of the draw."""
    everything = [(file, one) for file in lab.files for one in mutants(lab.tree(file))]
    return random.Random(seed).sample(everything, min(most, len(everything)))  # noqa: S311 - a draw


def trials(lab: Lab, chosen: list[tuple[str, Mutant]], minutes: float) -> Iterator[Trial]:
    """What becomes of the mutants, until the minutes are over."""
    lab.prepare()
    end = time.monotonic() + 60 * minutes
    for file, mutant in chosen:
        if time.monotonic() > end:
            return
        yield lab.tried(file, mutant)


def main() -> int:
    """Exit code 5 where a mutant lives."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("room", choices=ROOMS)
    options.add_argument("--most", type=int, default=150, help="mutants (default: 150)")
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    for name in _WARM:
        importlib.import_module(name)
    room, known = ROOMS[given.room], equivalents()
    ends: Counter[str] = Counter()
    with laboratory(room, ROOT) as lab:
        chosen = drawn(lab, given.most, given.seed)
        tried = [one for one in chosen if key(*one, (ROOT / one[0]).read_text("utf-8")) not in known]
        for trial in trials(lab, tried, given.minutes):
            ends[trial.end] += 1
            if trial.end == "lived":
                place = f"{trial.file}:{trial.mutant.line}"
                print(f"{place}: {trial.mutant.told} ({trial.reached} tests)", flush=True)  # noqa: T201
    total, lived = ends.total(), ends["lived"]
    told = ", ".join(f"{ends[end]} {end}" for end in ("failed", "not loaded", "out of time", "lived"))
    print(  # noqa: T201
        f"{given.room}, seed {given.seed}: {total - lived} of {total} mutants killed, "
        f"{(total - lived) / max(total, 1):.1%} ({told}); equivalent, not tried: {len(chosen) - len(tried)}"
    )
    return 5 if lived else 0


if __name__ == "__main__":
    sys.exit(main())
