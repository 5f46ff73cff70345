"""The bytes of a file or of standard input, within a limit; nothing here can hang on a device."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from briefing.sources.kinds import HEAD, opens_like_rows
from briefing.sources.refusal import Refusal, too_large, unreadable

_CHUNK = 1 << 20

_MANY = 25
"""A file of JSON Lines holds many documents: it may have this many times the bytes of one."""


def file_bytes(path: Path, max_bytes: int) -> bytes | Refusal:
    """The content of a regular file that nobody changes meanwhile."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # before opening it: to open a device may act
            return unreadable("not a regular file")
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as stream:
            before = os.fstat(stream.fileno())
            if not stat.S_ISREG(before.st_mode):
                return unreadable("not a regular file")
            content = _within(stream, max_bytes)
            after = os.fstat(stream.fileno())
    except OSError as error:
        return unreadable(error)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return unreadable("it changed while it was read: try again")
    return content


def stream_bytes(stream: BinaryIO | None, max_bytes: int) -> bytes | Refusal:
    """What standard input holds until it ends."""
    if stream is None:
        return unreadable("there is no standard input")
    try:
        return _within(stream, max_bytes)
    except OSError as error:
        return unreadable(error)


def _within(stream: BinaryIO, max_bytes: int) -> bytes | Refusal:
    content = bytearray(stream.read(min(HEAD, max_bytes + 1)))
    limit = max_bytes * _MANY if opens_like_rows(bytes(content)) else max_bytes
    while len(content) <= limit and (chunk := stream.read(_CHUNK)):
        content += chunk
    return bytes(content) if len(content) <= limit else too_large(limit)
