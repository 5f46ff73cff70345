"""The bytes of a file, a pipe or standard input, within a limit; nothing here can hang on a device."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from briefing.sources.kinds import HEAD, opens_like_rows
from briefing.sources.refusal import Refusal, too_large, unreadable

_CHUNK = 1 << 20
_DESCRIPTOR = re.compile(r"/dev/stdin|/(?:dev|proc/self)/fd/(\d+)")
"""A file that this process has open, by its number; 0 is standard input."""
_ROWS = 1 << 22
"""Bytes of a large file of rows that are looked at together."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file as a whole, or some rows of one too large for that; `line` is the number of the first."""

    raw: bytes
    line: int = 1
    whole: bool = True


def weight(path: Path) -> int:
    """Bytes of a regular file; 0 of whatever else the path may be."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0


def file_pieces(path: Path, max_bytes: int, *, piped: bool = False) -> Iterator[Piece | Refusal]:
    """The content of a regular file that nobody changes meanwhile; a last one may say why there is no more.

    What is larger than `max_bytes` comes in pieces where it opens like JSON Lines, and else not at all.
    `piped`: a pipe or a socket that this process has open is read, too, until it ends. One that has only a
    name is not: nobody might ever write to it, and a shell's `*` names it as it names files.
    """
    try:
        mode = path.stat().st_mode  # before opening it: to open a device may act
        if (
            piped
            and (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode))
            and (of := _DESCRIPTOR.fullmatch(str(path)))
        ):
            with open(os.dup(int(of[1] or 0)), "rb") as stream:
                yield from _pieces(stream, max_bytes)
            return
        if not stat.S_ISREG(mode):
            yield unreadable("not a regular file")
            return
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as stream:
            before = os.fstat(stream.fileno())
            if not stat.S_ISREG(before.st_mode):
                yield unreadable("not a regular file")
                return
            for piece in _pieces(stream, max_bytes):
                after = os.fstat(stream.fileno())
                if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
                    yield unreadable("it changed while it was read: try again")
                    return
                yield piece
    except OSError as error:
        yield unreadable(error)


def stream_pieces(stream: BinaryIO | None, max_bytes: int) -> Iterator[Piece | Refusal]:
    """The same of what standard input holds until it ends."""
    if stream is None:
        yield unreadable("there is no standard input")
        return
    try:
        yield from _pieces(stream, max_bytes)
    except OSError as error:
        yield unreadable(error)


def _pieces(stream: BinaryIO, max_bytes: int) -> Iterator[Piece | Refusal]:
    content = bytearray(stream.read(min(HEAD, max_bytes + 1)))
    rows = opens_like_rows(bytes(content))
    while len(content) <= max_bytes and (chunk := stream.read(_CHUNK)):
        content += chunk
    if len(content) <= max_bytes:
        yield Piece(bytes(content))
    elif rows:
        yield from _rows(content, stream, max_bytes)
    else:
        yield too_large(max_bytes)


def _rows(waiting: bytearray, stream: BinaryIO, max_bytes: int) -> Iterator[Piece | Refusal]:
    """Whole rows, about _ROWS bytes of them at once; none longer than `max_bytes`."""
    line = 1
    while waiting:
        end = waiting.rfind(b"\n", 0, _ROWS) + 1 or waiting.find(b"\n") + 1
        if not end and len(waiting) > max_bytes:
            yield Refusal("too_large", f"line {line} has more than {max_bytes:,} bytes: the rest is left")
            return
        if not end and (chunk := stream.read(_CHUNK)):
            waiting += chunk
            continue
        raw = bytes(waiting[: end or None])
        del waiting[: end or None]
        yield Piece(raw, line, whole=False)
        line += raw.count(b"\n")
        waiting += stream.read(_CHUNK) if len(waiting) < _ROWS else b""
