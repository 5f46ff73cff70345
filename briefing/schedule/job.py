"""A command that is to be run unattended, and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Need = Literal["sendmail", "command", "device", "temporary"]
"""What a sandbox must leave open: the local mail program, a program that prints a password, a graphics
card for a model in the process, files of the owner's in /tmp."""


@dataclass(frozen=True, slots=True)
class Job:
    """One command; every path is absolute, every value as the command is to see it.

    `name` is that of its units; `folder` is where it runs, `state` where it writes, `owner` the bare address
    that is told of failures. `environment` holds no secret: of those only the names are known (`secrets`),
    each the name of a file in the folder `credentials` too.
    """

    name: str
    title: str
    command: tuple[str, ...]
    folder: Path
    user: str
    state: Path
    credentials: Path
    owner: str | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
    needs: frozenset[Need] = frozenset()
