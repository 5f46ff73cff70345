"""Precedence: flag, environment, the file named, the file found here, the user's file, default."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing.settings.values import Settings


def load(
    flags: Mapping[str, object], environment: Mapping[str, str], cwd: Path, config: Path | None = None
) -> Settings:
    """The settings of a run; raises UsageError naming file and key."""
    raise NotImplementedError
