"""The name of a model: none, a file that runs in this process, or one that is served at an address."""

from __future__ import annotations

from pathlib import Path

EXTRACTIVE = "extractive"
"""No model: the embedded engine."""
GGUF = "gguf:"
"""Before the path of a model's file."""


def gguf_file(model: str) -> Path | None:
    """The file of a model that runs in this process; None for any other."""
    return Path(model.removeprefix(GGUF)).expanduser() if model.startswith(GGUF) else None
