"""The settings of a command: from its flags, the environment, and the files that are found from here."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.cli.console import Console
    from briefing.settings import Settings

IDLE_KEY = "a model's key or address is set, but no model is named (-m), so none is used"
_NO_FLAGS: Mapping[str, object] = MappingProxyType({})


def configured(config: Path | None, flags: Mapping[str, object] = _NO_FLAGS) -> Settings:
    """The settings; raises UsageError naming the place and the key that is wrong."""
    from briefing.settings import load

    return load(flags, os.environ, Path.cwd(), config)


def of_brief(config: Path | None, flags: Mapping[str, object], no_cache: bool, console: Console) -> Settings:
    """Those of a command that makes a brief; a key or an address that is not used is told."""
    settings = configured(config, {**flags, "cache": False if no_cache else None})
    if settings.idle_key:
        console.warn(IDLE_KEY)
    return settings


def command_line(config: Path | None, command: str, *arguments: str) -> str:
    """The command with this configuration, in backticks, quoted for a shell."""
    named = ["-c", str(config)] if config else []
    return f"`{shlex.join(['briefing', command, *named, *arguments])}`"
