"""A copy of the tree in which one mutant at a time meets the tests, each run in a process of its own."""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .mutating import Mutant

COPIED = ("briefing", "tests", "prompts", "examples", "docs", "eval", "pyproject.toml", "README.md")
_TIMES = "times.json"
_SPARE = 20.0
"""Seconds for a run beyond three times what the unchanged program took: another job may have the machine."""

End = Literal["lived", "failed", "not loaded", "out of time"]
"""What became of a mutant: no test noticed it; a test failed; the tests could not be collected, or their
process died; they did not come to an end."""


@dataclass(frozen=True)
class Room:
    """Files that are mutated, and the tests that are there for them; each a glob below the root."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Trial:
    """A mutant of a file, and what became of it; `reached` is how many tests came by its line."""

    file: str
    mutant: Mutant
    reached: int
    end: End


class Lab:
    """The copy, and which tests come by which line of it."""

    def __init__(self, root: Path, room: Room) -> None:
        self.files = _found(root, room.files)
        self._root = root
        self._files = _found(root, room.tests)
        self._tests: Mapping[str, float] = {}
        """How many seconds each test takes, the quickest first."""
        self._reached: Mapping[tuple[str, int], frozenset[str]] = {}
        self._seconds = 0.0

    def prepare(self) -> None:
        """Runs all tests of the room unchanged, by file and each by its name; raises SystemExit if one fails.

        A test that fails, or that pytest does not find again, would take the credit for every mutant near it.
        """
        start = time.monotonic()
        covered = ["--cov=" + str(self._root), "--cov-context=test", "--cov-report=", *self._files]
        if self._run(covered, 1_200, first=True) != "lived":
            raise SystemExit("the tests fail before anything is changed: mend them first")
        self._seconds = time.monotonic() - start
        self._reached = _reached(self._root, self.files)
        took = json.loads((self._root / _TIMES).read_text(encoding="utf-8"))
        self._tests = dict(sorted(took.items(), key=lambda test: test[1]))
        if self._run([*self._tests], 1_200) != "lived":
            raise SystemExit("a test fails when it is called by its name: mend it first")

    def tree(self, file: str) -> ast.Module:
        """The module in the file."""
        return ast.parse((self._root / file).read_text(encoding="utf-8"))

    def tried(self, file: str, mutant: Mutant) -> Trial:
        """What becomes of it among the tests that come by, then among all; its file stays as it is."""
        path = self._root / file
        tests = self._reached.get((file, mutant.line), frozenset())
        near = [test for test in self._tests if test in tests]
        # What is cached, is run on import or in a process of its own is come by unseen. Of those tests the
        # quicker half is run, in a tenth of the time: the others left out can only make a mutant live.
        far = [test for test in self._tests if test not in tests]
        far = far if not near else far[: len(far) // 2]
        before = path.read_text(encoding="utf-8")
        path.write_text(mutant.source(self.tree(file)), encoding="utf-8")
        limit = 3 * self._seconds + _SPARE
        try:
            runs = (self._run(["-x", *some], limit) for some in (near, far) if some)
            end = next((end for end in runs if end != "lived"), "lived")
            if end == "not loaded":  # or a test has another name now: then its file tells
                end = self._run(["-x", *self._files], limit)
        finally:
            path.write_text(before, encoding="utf-8")
        return Trial(file, mutant, len(tests), end)

    def _run(self, arguments: Sequence[str], seconds: float, first: bool = False) -> End:
        child = os.fork()
        if child == 0:
            _child(lambda: _pytest(self._root, arguments, first))
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if (done := os.waitpid(child, os.WNOHANG))[0]:
                code = os.waitstatus_to_exitcode(done[1])
                return "lived" if code == 0 else "failed" if code == 1 else "not loaded"
            time.sleep(0.02)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return "out of time"


@contextmanager
def laboratory(room: Room, root: Path) -> Iterator[Lab]:
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
    """The files in the order of the globs, each once: the tests nearest to the room come first."""
    return list(
        dict.fromkeys(str(path.relative_to(root)) for one in globs for path in sorted(root.glob(one)))
    )


def _reached(root: Path, files: Sequence[str]) -> dict[tuple[str, int], frozenset[str]]:
    from coverage import CoverageData

    data = CoverageData(str(root / ".coverage"))
    data.read()
    return {
        (file, line): frozenset(test.rpartition("|")[0] for test in tests)
        for file in files
        for line, tests in data.contexts_by_lineno(str(root / file)).items()
    }


def _child(work: Callable[[], int]) -> None:
    """Does the work in a group of its own, silently, and ends."""
    os.setpgid(0, 0)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    code = 3
    try:
        code = work()
    finally:
        os._exit(code)


class _Clock:
    """A plugin of pytest: how many seconds each test took."""

    def __init__(self) -> None:
        self.took: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.took[report.nodeid] += report.duration


def _pytest(root: Path, arguments: Sequence[str], first: bool) -> int:
    """Runs the tests; the `first` time it is noted how long each takes, and what is compiled is kept.

    Later on nothing is: a mutant may be written in the same second as the next.
    """
    import pytest

    os.chdir(root)
    os.environ["PYTHONPATH"] = str(root)
    if not first:
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = not first
    sys.path.insert(0, str(root))
    for name in [name for name in sys.modules if name.partition(".")[0] == "briefing"]:
        del sys.modules[name]  # it came from elsewhere
    warm = "ignore::pytest.PytestAssertRewriteWarning"  # plugins that were imported before the fork
    # The same draws of Hypothesis as for the unchanged program: what fails does so for the mutant's sake.
    options = ["-q", "-p", "no:cacheprovider", "--hypothesis-seed=1", "-W", warm]
    clock = _Clock()
    code = int(pytest.main([*options, *arguments], plugins=[clock]))
    if first:
        (root / _TIMES).write_text(json.dumps(clock.took), encoding="utf-8")
    return code
