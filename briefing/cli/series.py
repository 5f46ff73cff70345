"""What "the last brief" means: that of the same configuration, sources and recipient, as they are named."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.settings.files import found
from briefing.sources.expand import STDIN, is_address


def files(config: Path | None) -> tuple[Path, ...]:
    """The configuration's files as they are named, by their absolute paths, the strongest first."""
    return tuple(Path(os.path.abspath(path)) for path, _ in found(os.environ, Path.cwd(), config))


def series(sources: tuple[str, ...], config: Path | None, to: str | None) -> str:
    """The name of the series that a run of `send` is one of; a link is what it leads to."""
    strongest = [os.path.realpath(path) for path in files(config)[:1]]
    places = [one if one == STDIN or is_address(one) else os.path.abspath(one) for one in sources]
    return "\n".join([*strongest, *places, *([f"to {to}"] if to else [])])
