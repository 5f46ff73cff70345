"""A copy of the tree in which one mutant at a time meets the tests, each run in a process of its own."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .mutating import Mutant

COPIED = ("briefing", "tests", "prompts", "examples", "docs", "eval", "pyproject.toml", "README.md")
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
        self._tests = _found(root, room.tests)
        self._reached: Mapping[tuple[str, int], frozenset[str]] = {}
        self._seconds = 0.0

    def prepare(self) -> None:
        """Runs all tests of the room unchanged, by file and each by its name; raises SystemExit if one fails.

        A test that fails, or that pytest does not find again, would take the credit for every mutant near it.
        """
        start = time.monotonic()
        covered = ["--cov=" + str(self._root), "--cov-context=test", "--cov-report=", *self._tests]
        if self._run(covered, 1_200) != "lived":
            raise SystemExit("the tests fail before anything is changed: mend them first")
        self._seconds = time.monotonic() - start
        self._reached = _reached(self._root, self.files)
        if self._run(sorted(frozenset().union(*self._reached.values()) - {""}), 1_200) != "lived":
            raise SystemExit("a test fails when it is called by its name: mend it first")

    def tree(self, file: str) -> ast.Module:
        """The module in the file."""
        return ast.parse((self._root / file).read_text(encoding="utf-8"))

    def tried(self, file: str, mutant: Mutant) -> Trial:
        """What becomes of it among the tests that come by, then among all; its file stays as it is."""
        path = self._root / file
        tests = self._reached.get((file, mutant.line), frozenset())
        near = sorted(tests) if "" not in tests else []  # "": the line runs when the module is imported
        before = path.read_text(encoding="utf-8")
        path.write_text(mutant.source(self.tree(file)), encoding="utf-8")
        limit = 3 * self._seconds + _SPARE
        try:
            end: End = self._run(["-x", *near], limit) if near else "lived"
            if end == "lived":  # what is cached, or runs in a process of its own, is come by unseen
                end = self._run(["-x", *self._tests], limit)
        finally:
            path.write_text(before, encoding="utf-8")
        return Trial(file, mutant, len(tests), end)

    def _run(self, arguments: Sequence[str], seconds: float) -> End:
        child = os.fork()
        if child == 0:
            _child(lambda: _pytest(self._root, arguments))
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
    # The same draws of Hypothesis as for the unchanged program: what fails does so for the mutant's sake.
    return int(pytest.main(["-q", "-p", "no:cacheprovider", "--hypothesis-seed=1", "-W", warm, *arguments]))
