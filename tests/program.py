"""The program as a user runs it, and what the disagreements of its brief cite."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Brief = Mapping[str, Any]


def make(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    """`briefing make` in a process of its own, with an empty home and nothing configured."""
    process = start("make", *arguments, home=home)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def start(*arguments: str | Path, home: Path) -> subprocess.Popen[str]:
    """The program, started in its `home`."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEFING_", "OPENAI_"))}
    return subprocess.Popen(
        [sys.executable, "-m", "briefing", *map(str, arguments)],
        cwd=home,
        env=ours | {"HOME": str(home), "BRIEFING_STATE": str(home / "state"), "TZ": "UTC"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def brief_of(texts: Mapping[str, str], home: Path) -> Brief:
    """The brief, as JSON, of texts written to files under their names, in their order."""
    paths = [home / name for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8", newline="")
    done = make("-f", "json", *paths, home=home)
    assert done.returncode == 0, done.stderr
    brief: Brief = json.loads(done.stdout)
    return brief


def disagreements(brief: Brief) -> Iterator[Mapping[str, Any]]:
    """The disagreements of all stories, in order."""
    return (d for story in brief["stories"] for d in story["disagreements"])


def quotes(brief: Brief, statement: Mapping[str, Any]) -> list[str]:
    """The verbatim sentences that a statement or a position cites."""
    return [brief["citations"][number]["quote"] for number in statement["citations"]]


def statements(brief: Brief) -> Iterator[Mapping[str, Any]]:
    """Every sentence and every position, in the order of the page."""
    for story in brief["stories"]:
        yield from story["sentences"]
        for disagreement in story["disagreements"]:
            yield from disagreement["positions"]
