"""What "the last brief" means: that of the same configuration, sources and recipient, as they are named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from briefing.settings.files import found
from briefing.sources.expand import STDIN, is_address
from briefing.sources.shown import shown


def files(config: Path | None) -> tuple[Path, ...]:
    """The configuration's files as they are named, by their absolute paths, the strongest first."""
    return tuple(Path(os.path.abspath(path)) for path, _ in found(os.environ, Path.cwd(), config))


def series(sources: tuple[str, ...], config: Path | None, to: Sequence[str] = ()) -> str:
    """The name of the series that a run of `send` is one of; a link is what it leads to."""
    strongest = [os.path.realpath(path) for path in files(config)[:1]]
    places = [_place(one) for one in sources]
    return "\n".join([*strongest, *places, *(f"to {one}" for one in to)])


def _place(source: str) -> str:
    if is_address(source):
        return shown(source)
    return source if source == STDIN else os.path.abspath(source)
