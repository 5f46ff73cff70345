"""Sources read from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing import sources
from briefing.types import Document, Unread

GATE = "The gate of the harbour was shut on Tuesday, and the mayor said that it would stay so.\n"


def read(folder: Path, *arguments: str, **options: Any) -> tuple[Document | Unread, ...]:
    return sources.read(arguments, stdin=None, cwd=folder, **options)
