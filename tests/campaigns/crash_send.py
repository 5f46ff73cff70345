"""Stops `briefing send` at its system calls that write, sync or send: no mail twice, none lost silently.

python -m tests.campaigns.crash_send --most 400

Each point is one call of the run's own thread, from the first after its sources are read to its end, and one
way to stop there: killed before it, or answered with an error. Then the program is started again, and if it
holds a mail, a third time with --resume.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from postoffice import PostOffice

from briefing.state.database import NAME

CALLS = "pwrite64,write,fdatasync,fsync,ftruncate,unlink,sendto"
FAULTS = {
    "pwrite64": ("signal=KILL", "error=ENOSPC", "error=EIO"),
    "write": ("signal=KILL", "error=ENOSPC", "error=EIO"),
    "fdatasync": ("signal=KILL", "error=EIO"),
    "fsync": ("signal=KILL", "error=EIO"),
    "ftruncate": ("signal=KILL", "error=EIO"),
    "unlink": ("signal=KILL",),
    "sendto": ("signal=KILL", "error=ECONNRESET"),
}
OLD = "The ferry Alma ran aground off Skerry Point on Monday. Officials said that 14 people were hurt.\n"
NEW = (
    "The council of Varn closed the Long Bridge on Tuesday. Engineers had found cracks in two of its piers.\n"
)
_LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)$")


@dataclass(frozen=True)
class Point:
    """The `number`-th of these calls of the run's own thread, and what becomes of it."""

    call: str
    number: int
    fault: str


@dataclass(frozen=True)
class Aftermath:
    """What was seen after a stop: mails that came before anybody resumed, and what went wrong."""

    mails: int
    held: bool
    wrong: str = ""


def morning(folder: Path, post: PostOffice) -> Path:
    """A folder with a series whose first brief is out, and one report more than it told."""
    (folder / "news").mkdir(parents=True)
    (folder / "news" / "ferry.txt").write_text(OLD)
    (folder / "b.toml").write_text(
        '[[sources]]\npath = "news"\n[mail]\nfrom = "brief@example.org"\nto = ["anna@example.org"]\n'
        f'smtp = "{post.url}"\n'
    )
    done = send(folder)
    assert done.returncode == 0, done.stderr
    (folder / "news" / "bridge.txt").write_text(NEW)
    return folder


def send(folder: Path, *arguments: str, under: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """`briefing send` in this folder, under another program where one is named."""
    return briefing(folder, "send", "-c", "b.toml", *arguments, under=under)


def briefing(folder: Path, *arguments: str, under: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """The program in this folder, with its state and no other configuration."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEFING_", "OPENAI_"))}
    return subprocess.run(
        [*under, sys.executable, "-m", "briefing", *arguments],
        cwd=folder,
        env=ours | {"HOME": str(folder), "BRIEFING_STATE": str(folder / "state"), "TZ": "UTC"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def traced(folder: Path) -> list[tuple[str, str]]:
    """The calls of a whole run's own thread, in order, each with what strace shows of it."""
    log = folder / "strace.log"
    done = send(
        folder, under=("strace", "-f", "-qq", "-yy", "-s", "100000", "-e", f"trace={CALLS}", "-o", log)
    )
    assert done.returncode == 0, done.stderr
    lines = [found for line in log.read_text(errors="replace").splitlines() if (found := _LINE.match(line))]
    return [(line[2], line[3]) for line in lines if line[1] == lines[0][1]]


def points(calls: Sequence[tuple[str, str]]) -> Iterator[Point]:
    """Every stop from the first write to the database on."""
    start = next(n for n, (call, shown) in enumerate(calls) if NAME in shown and call == "pwrite64")
    count: Counter[str] = Counter()
    for number, (call, _) in enumerate(calls):
        count[call] += 1
        if number >= start:
            for fault in FAULTS[call]:
                yield Point(call, count[call], fault)


def stopped(folder: Path, point: Point, post: PostOffice) -> Aftermath:
    """The run stopped at this point, started again, and resumed where a mail is held."""
    before = len(post.ids)
    inject = ("-e", f"trace={point.call}", "-e", f"inject={point.call}:{point.fault}:when={point.number}")
    first = send(folder, under=("strace", "-f", "-qq", "-o", os.devnull, *inject))
    second = send(folder)
    mails = post.ids[before:]
    held = "nobody knows" in second.stderr
    wrong = [f"traceback: {run.stderr}" for run in (first, second) if "Traceback" in run.stderr]
    if len(mails) > 1:
        wrong.append(f"{len(mails)} mails")
    if not mails and not held:
        wrong.append(
            f"no mail, and nobody told: {first.stderr!r}, then {second.returncode} {second.stderr!r}"
        )
    if held:
        send(folder, "--resume")
        again = set(post.ids[before:])
        if len(again) != 1:
            wrong.append(f"resumed: {len(again)} different mails")
    with closing(sqlite3.connect(folder / "state" / NAME)) as state:
        if (found := state.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            wrong.append(f"damaged: {found}")
    if send(folder).returncode != 4:
        wrong.append("not at rest afterwards")
    return Aftermath(len(mails), held, "; ".join(wrong))


def campaign(most: int, folder: Path) -> Iterator[tuple[Point, Aftermath]]:
    """At most so many points, spread evenly over the run, each from the same morning."""
    here, ready = folder / "here", folder / "ready"
    with PostOffice() as post:
        shutil.copytree(morning(here, post), ready)
        every = [*points(traced(here))]
        step = max(1, len(every) // most)
        for point in every[::step][:most]:
            shutil.rmtree(here)
            shutil.copytree(ready, here)  # a series goes by where its configuration lies
            yield point, stopped(here, point, post)


def main() -> int:
    """Runs the campaign; says every point that went wrong, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--most", type=int, default=10_000, help="points at most, spread over the run")
    most = parser.parse_args().most
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for point, after in campaign(most, Path(folder)):
            seen["points"] += 1
            seen["sent once"] += after.mails == 1 and not after.held
            seen["held and told"] += after.held
            seen["wrong"] += bool(after.wrong)
            if after.wrong:
                print(point, after.wrong, flush=True)  # noqa: T201
    print(", ".join(f"{count} {what}" for what, count in seen.items()))  # noqa: T201
    return 1 if seen["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
