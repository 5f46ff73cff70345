"""The header of a GGUF file: whether it is one, and how long its model's window is.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

from briefing.errors import UsageError

_LARGEST_WINDOW = 8192
"""Tokens. A window is memory: 1 GB at this size for an 8B model (Llama 3: 128 kB a token)."""

_MAGIC = b"GGUF"
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_LONGEST_STRING = 1 << 20


def window(path: Path) -> int:
    """The context window in tokens with which the model in this file is run.

    Raises UsageError where there is no such file, or it is none of GGUF.
    """
    try:
        with path.open("rb") as file:
            if file.read(4) != _MAGIC:
                raise UsageError(f"{path} is not a GGUF file; give gguf:FILE a model in that format")
            return min(_context_length(file) or _LARGEST_WINDOW, _LARGEST_WINDOW)
    except OSError as error:
        raise UsageError(
            f"cannot read the model {path}: {error.strerror}; give gguf:FILE the path of a model"
        ) from error
    except (struct.error, ValueError) as error:
        raise UsageError(f"{path} is a broken GGUF file; fetch it again") from error


def _context_length(file: BinaryIO) -> int | None:
    _, _, pairs = _unpack(file, "IQQ")
    for _ in range(pairs):
        key = _string(file)
        value = _value(file, _unpack(file, "I")[0])
        if key.endswith(b".context_length") and isinstance(value, int):
            return value
    return None


def _value(file: BinaryIO, kind: int) -> object:
    if kind == _STRING:
        return _string(file)
    if kind == _ARRAY:
        inner, length = _unpack(file, "IQ")
        for _ in range(length):
            _value(file, inner)
        return None
    if kind not in _SCALARS:
        raise ValueError(f"unknown type {kind}")
    return _unpack(file, _SCALARS[kind])[0]


def _string(file: BinaryIO) -> bytes:
    (length,) = _unpack(file, "Q")
    if length > _LONGEST_STRING:
        raise ValueError(f"a string of {length} bytes")
    return file.read(length)


def _unpack(file: BinaryIO, form: str) -> tuple[int, ...]:
    layout = struct.Struct("<" + form)
    return layout.unpack(file.read(layout.size))
