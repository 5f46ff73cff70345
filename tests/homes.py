"""A home of its own for a test: far from the settings, the state and the keys of whoever runs it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


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
