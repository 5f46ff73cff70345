"""The name of a model: none, a file that runs in this process, or one that is served at an address."""

from __future__ import annotations

from pathlib import Path

EXTRACTIVE = "extractive"
"""No model: the embedded engine."""
GGUF = "gguf:"
"""Before the path of a model's file."""

TIMEOUT, TIMEOUT_HERE = 120, 1200
"""Seconds for one call where nothing else is said: of a server, and of a model in this process. There one of
135M took over 120 on two busy cores."""


def gguf_file(model: str) -> Path | None:
    """The file of a model that runs in this process; None for any other."""
    return Path(model.removeprefix(GGUF)).expanduser() if model.startswith(GGUF) else None


def patience(model: str) -> float:
    """Seconds for one call of the model, where nothing else is said."""
    return TIMEOUT_HERE if gguf_file(model) else TIMEOUT
