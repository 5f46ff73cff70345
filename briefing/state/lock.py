"""One run of a series at a time; the kernel frees the lock, however the run ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from briefing.errors import TryLater
from briefing.state.database import LOCKS, StateError


@contextmanager
def alone(folder: Path, series: str) -> Iterator[None]:
    """Holds the lock of a series; raises TryLater at once where another run holds it."""
    from filelock import FileLock, Timeout

    path = folder / LOCKS / f"{sha256(series.encode()).hexdigest()[:16]}.lock"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(path, timeout=0, mode=0o600)
        lock.acquire()
    except Timeout as error:
        raise TryLater("another run is sending this brief: there is nothing to do") from error
    except OSError as error:
        raise StateError(
            f"cannot lock {path}: {error.strerror}; set BRIEFING_STATE to a folder that can be written"
        ) from error
    try:
        yield
    finally:
        lock.release()
