"""A job for the tests, and a cron that reads its lines as cron does."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.schedule import Job

JOB = Job(
    name="briefing",
    title="Morning brief",
    command=("/usr/bin/env", "send", "-q", "-c", "/srv/tide/briefing.toml"),
    folder=Path("/"),
    user="root",
    state=Path("/srv/tide/state"),
    credentials=Path("/srv/tide/credentials"),
    owner="owner@tide.example",
)


def entry(crontab: str) -> tuple[str, str]:
    """The five fields of a crontab's only entry, and its command as cron gives it to the shell."""
    (line,) = [line for line in crontab.splitlines() if line and not re.match(r"#|[A-Z]+=", line)]
    *fields, command = line.split(" ", 5)
    assert not re.search(r"(?<!\\)%", command), "a bare % ends the command"
    return " ".join(fields), command.replace(r"\%", "%")


def run(command: str, programs: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command as cron does: by a plain shell, with next to no environment."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env={"PATH": f"{programs}:/usr/bin:/bin", "HOME": "/", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def script(path: Path, text: str) -> Path:
    """A program that a shell runs."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def unit(text: str) -> Mapping[str, list[str]]:
    """The values of a unit by key, in order."""
    values: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line and line[0] not in "#[":
            key, _, value = line.partition("=")
            values.setdefault(key, []).append(value)
    return values


def words(value: str, dollars: bool = False) -> list[str]:
    """A list as systemd reads it (systemd.syntax): quotation marks, backslashes, %%; in commands $$ too."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', value)
    plain = [re.sub(r"\\(.)", r"\1", quoted) if quoted else bare for quoted, bare in found]
    return [_specified(word.replace("$$", "$") if dollars else word) for word in plain]


def _specified(word: str) -> str:
    assert not re.search("%", word.replace("%%", "")), f"a specifier in {word!r}"
    return word.replace("%%", "%")


def like(**changes: Any) -> Job:
    """The job, with something else about it."""
    from dataclasses import replace

    return replace(JOB, **changes)
