"""The door out: a file that is replaced whole, or standard output."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from briefing.errors import DeliveryError, UsageError


def check_writable(path: Path | None) -> None:
    """Raises UsageError where a brief could not be written to `path`; asked before a model is paid.

    None is standard output.
    """
    if path is None:
        return
    target = _target(path)
    try:
        if target.is_dir():
            raise UsageError(f"-o {path} is a folder: name a file in it")
        if _is_device(target):
            if not os.access(target, os.W_OK):  # to open a pipe is to wait for its reader
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        else:
            with tempfile.TemporaryFile(dir=target.parent):
                pass
    except FileNotFoundError as error:
        raise UsageError(f"-o {path}: the folder {target.parent} does not exist: make it first") from error
    except OSError as error:
        raise UsageError(f"-o {path} cannot be written ({error.strerror}): name another file") from error


def deliver(text: str, path: Path | None) -> None:
    """Writes the text as UTF-8 to `path`, or to standard output (None).

    A file that cannot be written after all does not cost the brief: it goes to standard output, and
    DeliveryError says so.
    """
    if path is None:
        _print(text)
        return
    try:
        _write(text.encode(), _target(path))
    except OSError as error:
        _print(text)
        raise DeliveryError(
            f"could not write {path} ({error.strerror}); the brief is on standard output instead: keep it"
        ) from error


def put(content: bytes) -> None:
    """Writes these bytes to standard output, and nothing else."""
    if sys.stdout is None:  # started with a closed one (">&-")
        raise DeliveryError("there is no standard output; send it to a file: > FILE")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is still buffered must not fail once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # the reader has enough ("| head")
            return
        raise DeliveryError(
            f"standard output cannot be written: {error.strerror}; send it to a file: > FILE"
        ) from error


def _write(content: bytes, target: Path) -> None:
    """Readers of `target` see the old file or the new one, never a part; its mode is kept."""
    if _is_device(target):
        target.write_bytes(content)
        return
    number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The mode of the file there is, or of one that the user would make."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)  # the only way to read it
    os.umask(mask)
    return 0o666 & ~mask


def _target(path: Path) -> Path:
    """Where a link leads; a pipe has no name to lead to ("/dev/stdout")."""
    return path if _is_device(path) else path.resolve()


def _is_device(target: Path) -> bool:
    """Whether the target is a pipe or a device, which cannot be replaced."""
    return target.exists() and not target.is_file()


def _print(text: str) -> None:
    put((text if text.endswith("\n") else f"{text}\n").encode())
