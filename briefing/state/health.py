"""How large the state is, and who may look into it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from briefing.state.database import FILES

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def size(folder: Path) -> int:
    """Bytes of the files of the state in this folder."""
    return sum(file.stat().st_size for file in _files(folder))


def exposed(folder: Path) -> tuple[Path, ...]:
    """Those of the folder and its files of the state that others than their owner may use."""
    return tuple(path for path in (folder, *_files(folder)) if path.stat().st_mode & _OTHERS)


def _files(folder: Path) -> Iterator[Path]:
    return (folder / name for name in sorted(FILES) if (folder / name).exists())
