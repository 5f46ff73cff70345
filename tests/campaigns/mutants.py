"""Mutation testing: small faults put into a room of the program, each of which its tests should notice.

    nice -n 15 python -m tests.campaigns.mutants grounding --most 150 --minutes 25

In a copy of the tree; for each mutant only the tests that come by its line are run. One that no test notices
is printed. Needs a system that forks; drawn with a seed, so that the next run tries the same ones.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .mutating import Mutant, mutants

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("briefing", "tests", "prompts", "examples", "docs", "eval", "pyproject.toml", "README.md")


@dataclass(frozen=True)
class Room:
    """Files that are mutated, and the tests that are there for them; each a glob below the root."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = {
    "grounding": Room(
        ("briefing/grounding/*.py",),
        (
            "tests/test_grounding_*.py",
            "tests/test_checking.py",
            "tests/test_plain.py",
            "tests/test_writing.py",
            "tests/test_detectors_*.py",
        ),
    ),
    "render": Room(
        ("briefing/render/*.py", "briefing/render/html/*.py"),
        ("tests/test_render_*.py", "tests/test_html_*.py", "tests/test_letters.py", "tests/test_checking.py"),
    ),
    "outbox": Room(
        ("briefing/state/outbox.py", "briefing/delivery/dispatch.py"),
        ("tests/test_outbox.py", "tests/test_cli_send.py", "tests/test_cli_doctor_mornings.py"),
    ),
}
_WARM = ("coverage", "hypothesis", "numpy", "pytest", "lxml.html", "jinja2", "aiosmtpd.controller")
"""Imported once, before each run forks off."""
_SPARE = 20.0
"""Seconds for a run beyond three times what the unchanged program took: another job may have the machine."""


@dataclass(frozen=True)
class Trial:
    """A mutant of a file, and whether a test noticed it; `reached` is how many tests came by."""

    file: str
    mutant: Mutant
    reached: int
    killed: bool


class Lab:
    """A copy of the tree in which tests run, each time in a process of their own."""

    def __init__(self, root: Path, room: Room) -> None:
        self.files = _found(root, room.files)
        self._root = root
        self._tests = _found(root, room.tests)
        self._reached: Mapping[tuple[str, int], frozenset[str]] = {}
        self._seconds = 0.0

    def prepare(self) -> None:
        """Runs all tests of the room once, unchanged: how long they take, and which come by which line."""
        start = time.monotonic()
        covered = ["--cov=" + str(self._root), "--cov-context=test", "--cov-report=", *self._tests]
        if self._run(covered, 1_200) != 0:
            raise SystemExit("the tests fail before anything is changed: mend them first")
        self._seconds = time.monotonic() - start
        self._reached = _reached(self._root, self.files)

    def tree(self, file: str) -> ast.Module:
        """The module in the file."""
        return ast.parse((self._root / file).read_text(encoding="utf-8"))

    def tried(self, file: str, mutant: Mutant) -> Trial:
        """What becomes of the mutant; its file is as before afterwards."""
        path = self._root / file
        tests = self._reached.get((file, mutant.line), frozenset())
        chosen = self._tests if mutant.shared or "" in tests else sorted(tests)
        before = path.read_text(encoding="utf-8")
        path.write_text(mutant.source(self.tree(file)), encoding="utf-8")
        try:
            killed = bool(chosen) and self._run(["-x", *chosen], 3 * self._seconds + _SPARE) != 0
        finally:
            path.write_text(before, encoding="utf-8")
        return Trial(file, mutant, len(chosen), killed)

    def _run(self, arguments: Sequence[str], seconds: float) -> int:
        """The exit code of pytest; one that does not come in time is a failure."""
        child = os.fork()
        if child == 0:
            _child(lambda: _pytest(self._root, arguments))
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if (done := os.waitpid(child, os.WNOHANG))[0]:
                return os.waitstatus_to_exitcode(done[1])
            time.sleep(0.02)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return -signal.SIGKILL


def trials(lab: Lab, most: int, seed: int, minutes: float) -> Iterator[Trial]:
    """What becomes of at most so many mutants, drawn from all of the room's."""
    everything = [(file, one) for file in lab.files for one in mutants(lab.tree(file))]
    chosen = random.Random(seed).sample(everything, min(most, len(everything)))  # noqa: S311 - a draw
    lab.prepare()
    end = time.monotonic() + 60 * minutes
    for file, mutant in sorted(chosen, key=lambda pair: random.Random(f"{seed}{pair}").random()):  # noqa: S311
        if time.monotonic() > end:
            return
        yield lab.tried(file, mutant)


@contextmanager
def laboratory(room: Room, root: Path = ROOT) -> Iterator[Lab]:
    """A lab in a copy of the tree, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for name in COPIED:
            source, target = root / name, Path(folder) / name
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy(source, target)
        yield Lab(Path(folder), room)


def _found(root: Path, globs: Sequence[str]) -> list[str]:
    return sorted({str(path.relative_to(root)) for one in globs for path in root.glob(one)})


def _reached(root: Path, files: Sequence[str]) -> dict[tuple[str, int], frozenset[str]]:
    from coverage import CoverageData

    data = CoverageData(str(root / ".coverage"))
    data.read()
    return {
        (file, line): frozenset(test.partition("|")[0] for test in tests)
        for file in files
        for line, tests in data.contexts_by_lineno(str(root / file)).items()
    }


def _child(work: Callable[[], int]) -> None:
    """Does the work in a group of its own, silently, and ends."""
    os.setpgid(0, 0)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    code = 1
    try:
        code = work()
    finally:
        os._exit(code)


def _pytest(root: Path, arguments: Sequence[str]) -> int:
    import pytest

    os.chdir(root)
    os.environ["PYTHONPATH"] = str(root)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # a mutant may be written in the same second as the next
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(root))
    for name in [name for name in sys.modules if name.partition(".")[0] == "briefing"]:
        del sys.modules[name]  # it came from elsewhere
    warm = "ignore::pytest.PytestAssertRewriteWarning"  # plugins that were imported before the fork
    return int(pytest.main(["-q", "-p", "no:cacheprovider", "-W", warm, *arguments]))


def main() -> int:
    """Exit code 5 where a mutant lives."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("room", choices=ROOMS)
    options.add_argument("--most", type=int, default=150, help="mutants (default: 150)")
    options.add_argument("--minutes", type=float, default=25)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    for name in _WARM:
        importlib.import_module(name)
    killed = tried = 0
    with laboratory(ROOMS[given.room]) as lab:
        for trial in trials(lab, given.most, given.seed, given.minutes):
            tried += 1
            killed += trial.killed
            if not trial.killed:
                place = f"{trial.file}:{trial.mutant.line}"
                print(f"{place}: {trial.mutant.told} ({trial.reached} tests)", flush=True)  # noqa: T201
    print(f"{given.room}: {killed} of {tried} mutants killed, {killed / max(tried, 1):.0%}")  # noqa: T201
    return 5 if killed < tried else 0


if __name__ == "__main__":
    sys.exit(main())
