"""A model's server that fails in every way: the brief is the same, at a price that is bounded.

    python -m tests.campaigns.bad_server --runs 20

Of every ten requests three fail: too many requests (asked to wait by seconds or by a date), an error, a
connection reset, half a reply, a drip without end. Then servers that do nothing else: always an error, a
wrong key, silence.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import partial
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from chaos import Answer, Chaos, status
from honest import honest
from misbehaviours import hangs

from briefing.cli import seat
from briefing.cli.main import main as program
from briefing.exits import Exit
from briefing.llm.stack import open_model

from .failures import WAYS, Failing

NEWS = Path(__file__).resolve().parents[2] / "eval" / "accounts"
MOST = 1.75
"""Times the calls that a good server gets."""
MOST_ERRORS = 40
"""Requests to a server that answers nothing but errors."""
GRACE = 5.0
"""Seconds for a brief beyond the time that a silent server is waited for."""


@dataclass(frozen=True)
class Run:
    """How a run ended: exit code, brief, requests that came, seconds."""

    code: int
    brief: dict[str, Any]
    requests: int
    seconds: float

    @property
    def lasting(self) -> tuple[int, dict[str, Any]]:
        """What does not differ from run to run."""
        return self.code, {k: v for k, v in self.brief.items() if k not in {"as_of", "usage"}}


def run(news: Path, answer: Answer, pace: float = 1.0, timeout: float = 300.0) -> Run:
    """A brief of this folder by the model behind such a server; `timeout` in seconds."""
    slow = partial(open_model, sleep=lambda seconds: time.sleep(seconds * pace))
    with tempfile.TemporaryDirectory() as folder, Chaos(answer) as server:
        here = Path(folder)
        environment = {
            "BRIEFING_STATE": str(here / "state"),
            "XDG_CONFIG_HOME": str(here / "config"),
            "OPENAI_BASE_URL": server.url,
            "OPENAI_API_KEY": "secret-key",
            "BRIEFING_TIMEOUT": str(timeout),
        }
        output, start = here / "brief.json", time.monotonic()
        with (
            patch.dict(os.environ, environment),
            patch.object(seat, "open_model", slow),
            redirect_stderr(StringIO()),
        ):
            code = program(["make", str(news), "-m", "any", "-f", "json", "-o", str(output)])
        seconds = time.monotonic() - start
        return Run(code, json.loads(output.read_text(encoding="utf-8")), len(server.requests), seconds)


def failing(news: Path, seeds: range, pace: float, timeout: float) -> Iterator[tuple[str, str | None]]:
    """What was seen of each run on a server that fails, and what was wrong."""
    good = run(news, honest)
    for seed in seeds:
        server = Failing(Random(seed), pace)  # noqa: S311 - no secret
        bad = run(news, server, pace, timeout)
        ratio = bad.requests / good.requests
        told = f"{seed}: {bad.requests} requests ({ratio:.2f} x), {bad.seconds:.0f} s, {dict(server.seen)}"
        often = max(server.failed.values(), default=0)
        wrong = [f"another brief; one request failed {often} times"] * (bad.lasting != good.lasting)
        wrong += [f"{ratio:.2f} times the requests"] * (ratio > MOST)
        wrong += [f"{server.early} came too early"] * bool(server.early)
        yield told, "; ".join(wrong) or None


def hopeless(news: Path, pace: float, timeout: float) -> Iterator[tuple[str, str | None]]:
    """The same of servers that never answer as they should."""
    error = run(news, WAYS["500"], pace)
    yield (
        f"always an error: {error.requests} requests, {error.seconds:.0f} s",
        _extractive(error) or (f"more than {MOST_ERRORS}" if error.requests > MOST_ERRORS else None),
    )
    barred = run(news, status(401, "bad key"), pace)
    yield (
        f"a wrong key: {barred.requests} request, {barred.seconds:.0f} s",
        _extractive(barred) or ("more than one" if barred.requests > 1 else None),
    )
    base = run(news, status(401, "bad key"), pace).seconds  # what the embedded engine takes here
    hung = run(news, hangs, pace, timeout)
    late = hung.seconds - timeout - base
    yield (
        f"silence: {hung.requests} requests, {hung.seconds:.1f} s; {timeout:g} s are waited",
        _extractive(hung) or (f"{late:.1f} s late" if late > GRACE else None),
    )


def _extractive(made: Run) -> str | None:
    """What is wrong with a brief that the embedded engine had to write."""
    engines = {story["engine"] for story in made.brief["stories"]}
    if made.code != Exit.INCOMPLETE or engines != {"extractive"}:
        return f"exit code {made.code}, engines {engines}"
    return None


def main() -> int:
    """Exit code 5 where a promise is broken."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=20)
    options.add_argument("--timeout", type=float, default=5.0, help="seconds for one request")
    given = options.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(NEWS.glob("*/D*.txt")):
            shutil.copy(path, Path(folder) / f"{path.parent.name}-{path.name}")
        news = Path(folder)
        for outcomes in (
            failing(news, range(1, given.runs + 1), 1.0, given.timeout),
            hopeless(news, 1.0, given.timeout),
        ):
            for told, fault in outcomes:
                faults += bool(fault)
                print(told, *([f"\n  {fault}"] if fault else []), flush=True)  # noqa: T201
    print(f"{faults} faults")  # noqa: T201
    return 5 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
