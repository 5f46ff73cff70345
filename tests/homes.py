"""A home of its own for a test, far from the settings of whoever runs it; and the command, run there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli.main import main

Command = Callable[..., tuple[int, str, str]]
"""Runs `briefing` with these arguments: its exit code, standard output, standard error."""


def moved_in(home: Path, monkeypatch: pytest.MonkeyPatch, here: str = "") -> Path:
    """The current folder, `here` in the home; nothing is configured, and the state is the home's."""
    for name in list(os.environ):
        if name.startswith(("BRIEFING_", "OPENAI_")) or name == "NO_COLOR":
            monkeypatch.delenv(name)
    monkeypatch.setenv("BRIEFING_STATE", str(home / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    folder = home / here
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    return folder


def command(captured: pytest.CaptureFixture[str], *first: str) -> Command:
    """The command in this process, with these arguments before any others."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*first, *arguments])
        told = captured.readouterr()
        return code, told.out, told.err

    return run
