"""`send` and `make` with no room, no right to write, or another run beside: no mail twice, none lost.

    python -m tests.campaigns.starved

Each want is there for a whole run and gone at the next one, which has to put things right: files that may
grow to so many bytes only, a state or a folder that may not be written, four runs started at once.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from postoffice import PostOffice

from briefing.state.database import NAME

from .crash_send import briefing, morning

SIZES = (0, 1_000, 4_096, 12_000, 20_000, 36_000, 60_000, 90_000, 120_000, 200_000, 400_000)
"""Bytes that a file may have: from nothing to more than the state of one morning."""
OLD = "an older brief\n"
AT_ONCE = 4
_NO_RIGHTS = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""Takes from root what no file mode binds."""


@dataclass(frozen=True)
class Want:
    """What is missing: the program that runs the first try, and a folder that is read-only in it."""

    name: str
    under: Sequence[str] = ()
    locked: str | None = None
    at_once: int = 1


def wants(sizes: Sequence[int] = SIZES) -> Iterator[Want]:
    """Every want."""
    for size in sizes:
        yield Want(f"files of {size:,} bytes", ("prlimit", f"--fsize={size}"))
    yield Want("a state that may not be written", _NO_RIGHTS, "state")
    yield Want("a folder that may not be written", _NO_RIGHTS, ".")
    yield Want(f"{AT_ONCE} runs at once", at_once=AT_ONCE)
    yield Want(
        f"{AT_ONCE} runs at once, files of 36,000 bytes", ("prlimit", "--fsize=36000"), at_once=AT_ONCE
    )


def starved(folder: Path, want: Want, post: PostOffice) -> tuple[str, list[str]]:
    """How the starved runs ended, and what was wrong then or after the next, well-fed one."""
    before = len(post.ids)
    (folder / "out.md").write_text(OLD)
    with _locked(folder / want.locked if want.locked else None):
        first = _started(folder, ("send", "-c", "b.toml"), want)
        made = _started(folder, ("make", "news", "-o", "out.md"), want)
    second = briefing(folder, "send", "-c", "b.toml")
    mails, held = len(post.ids) - before, "nobody knows" in second.stderr
    codes = sorted(run.returncode for run in first)
    told = f"{want.name}: send {codes}, make {sorted(run.returncode for run in made)}, {mails} mail"
    wrong = [f"traceback: {run.stderr}" for run in (*first, *made, second) if "Traceback" in run.stderr]
    wrong += [f"a defect: {run.stderr}" for run in (*first, *made, second) if "defect" in run.stderr]
    wrong += [
        f"ends with {run.returncode}: {run.stderr}" for run in first if run.returncode not in (0, 1, 3, 4, 75)
    ]
    wrong += [
        f"fails without a word: {run.args}"
        for run in (*first, *made)
        if run.returncode == 1 and not run.stderr
    ]
    if mails != 1 and not held:
        wrong.append(f"{mails} mails; {[run.stderr for run in first]}, then {second.stderr!r}")
    output = (folder / "out.md").read_text(encoding="utf-8")
    if output != OLD and not output.startswith("# "):
        wrong.append(f"half a file: {output[:80]!r}")
    if output == OLD and any(run.returncode in (0, 3) for run in made):
        wrong.append("make says that it wrote, and did not")
    with closing(sqlite3.connect(folder / "state" / NAME)) as state:
        if (found := state.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            wrong.append(f"damaged: {found}")
    left = [path.name for path in folder.iterdir() if path.name not in {"news", "b.toml", "state", "out.md"}]
    wrong += [f"left lying: {left}"] * bool(left)
    if (rest := briefing(folder, "send", "-c", "b.toml").returncode) != 4:
        wrong.append(f"not at rest afterwards: {rest}")
    return told, wrong


def _started(folder: Path, arguments: Sequence[str], want: Want) -> list[subprocess.CompletedProcess[str]]:
    with ThreadPoolExecutor(want.at_once) as pool:
        runs = [pool.submit(briefing, folder, *arguments, under=want.under) for _ in range(want.at_once)]
    return [run.result() for run in runs]


class _locked:  # noqa: N801 - used as a function
    """A folder, and the files in it, that may not be written while the block runs."""

    def __init__(self, folder: Path | None) -> None:
        self._paths = [folder, *(p for p in folder.iterdir() if p.is_file())] if folder else []
        self._modes = [path.stat().st_mode for path in self._paths]

    def __enter__(self) -> None:
        for path in reversed(self._paths):
            path.chmod(0o500 if path.is_dir() else 0o400)

    def __exit__(self, *_: object) -> None:
        for path, mode in zip(self._paths, self._modes, strict=True):
            path.chmod(mode)


def campaign(every: Sequence[Want], folder: Path) -> Iterator[tuple[str, list[str]]]:
    """What came of each want, each from the same morning."""
    here, ready = folder / "here", folder / "ready"
    with PostOffice() as post:
        shutil.copytree(morning(here, post), ready)
        for want in every:
            shutil.rmtree(here)
            shutil.copytree(ready, here)  # a series goes by where its configuration lies
            yield starved(here, want, post)


def main() -> int:
    """Exit code 5 where a promise is broken."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for told, wrong in campaign([*wants()], Path(folder)):
            faults += len(wrong)
            print("\n  ".join([told, *wrong]), flush=True)  # noqa: T201
    print(f"{faults} faults")  # noqa: T201
    return 5 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
