"""The state: whether it is whole, nobody else's, and has room."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from briefing.cli.diagnosis import Diagnosis, Level
from briefing.render.wording import count, listed
from briefing.settings import Settings
from briefing.state import Filed, State, StateError, is_kept, state_folder
from briefing.state.health import exposed, size

FULL, LOW = 20_000_000, 200_000_000
"""Bytes that are left on the disk. A brief of 300 articles took 1.8 MB with its texts, no model's replies
among them: a hundred mornings of that are LOW; below FULL one with a model's may not be kept."""


def state(settings: Settings) -> Iterator[Diagnosis]:
    """The disk; the database, whether it is whole and nobody else's; and the newest brief in it."""
    folder = state_folder(settings.state)
    yield _disk(folder)
    if not is_kept(folder):
        yield _future(folder)
        return
    try:
        before = exposed(folder)
        with State(folder) as opened:  # to open it shuts its files to others
            faults, newest, after = opened.faults(), opened.archive.filed(1), exposed(folder)
            megabytes = f"{size(folder) / 1e6:,.1f} MB in {folder}"
    except StateError as error:
        yield Diagnosis("fault", "state", str(error))
        return
    if faults:
        yield Diagnosis("fault", "state", f"{megabytes}, damaged: {faults[0]}", "move it away")
    else:
        yield _privacy(folder, megabytes, before, after)
    yield _last_run(newest)


def _privacy(folder: Path, megabytes: str, before: tuple[Path, ...], after: tuple[Path, ...]) -> Diagnosis:
    """Whether others may use it: what they could before it was opened, and what they still can."""
    if after:
        # A folder that holds other things too stays open; the files in it are shut.
        level: Level = "warn" if after == (folder,) else "fault"
        remedy = "; ".join(f"chmod {700 if path.is_dir() else 600} {path}" for path in after)
        detail = f"{megabytes}: others may use {listed([path.name for path in after])}"
        return Diagnosis(level, "state", detail, remedy)
    if before:
        detail = f"{megabytes}: others could use it until now"
        return Diagnosis("warn", "state", detail, "nothing: it is closed")
    return Diagnosis("ok", "state", f"{megabytes}, whole, and its owner's alone")


def _last_run(newest: tuple[Filed, ...]) -> Diagnosis:
    if not newest:
        return Diagnosis("ok", "last run", "none yet")
    last = newest[0]
    told = f"{count(last.stories, 'story', 'stories')} of {count(last.sources, 'source')}"
    return Diagnosis("ok", "last run", f"{last.run}, {last.as_of:%Y-%m-%d %H:%M}: {told}")


def _disk(folder: Path) -> Diagnosis:
    """How much room is left where the state is, or will be."""
    free = shutil.disk_usage(_nearest(folder)).free
    told = f"{free / 1e6:,.0f} MB are free for the state"
    if free >= LOW:
        return Diagnosis("ok", "disk", told)
    return Diagnosis("fault" if free < FULL else "warn", "disk", told, "make room, or move BRIEFING_STATE")


def _future(folder: Path) -> Diagnosis:
    """Whether a state could be made there."""
    nearest = _nearest(folder)
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Diagnosis("ok", "state", f"none yet; the first brief makes it in {folder}")
    return Diagnosis(
        "fault",
        "state",
        f"none can be made in {folder}",
        "set BRIEFING_STATE to a folder that can be written",
    )


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest above it that is there."""
    return next(path for path in (folder, *folder.absolute().parents) if os.path.exists(path))
