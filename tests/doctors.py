"""Runs `briefing doctor` in a folder of its own, with nothing configured but what a test writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from homes import moved_in

from briefing.cli.main import main

TEXT = "The ferry Alma ran aground off Skerry Point on Monday, and the harbour was closed for an hour.\n"
SOURCE = '[[sources]]\npath = "a.txt"\n'
"""The configuration of one source, whose text is TEXT."""


class Doctor:
    """Called with a configuration's text and further arguments: exit code, lines of output, errors."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]
    ) -> None:
        moved_in(folder, monkeypatch, "here")
        Path("a.txt").write_text(TEXT)
        self._captured = captured

    def __call__(self, configuration: str | None = None, *arguments: str) -> tuple[int, list[str], str]:
        if configuration is not None:
            Path("mine.toml").write_text(configuration)
            arguments = ("-c", "mine.toml", *arguments)
        code = main(["doctor", *arguments])
        told = self._captured.readouterr()
        return code, told.out.splitlines(), told.err


def line(lines: list[str], what: str) -> str:
    """The one line about this."""
    (found,) = [found for found in lines if re.match(rf"(ok|warn|fault): {what}", found)]
    return found
