"""What a value must be: each check returns it in its final form, or says in a ValueError what is wanted."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from briefing.settings.model import GGUF
from briefing.settings.window import is_window


@dataclass(frozen=True, slots=True)
class Base:
    """Where relative paths start: a folder, itself as seen from the current one."""

    cwd: Path
    folder: Path = Path()


Check = Callable[[object, Base], Any]


def text(value: object, _base: Base) -> str:
    """One line of text."""
    if not isinstance(value, str) or not value.strip() or len(value.splitlines()) > 1:
        raise ValueError("must be a line of text")
    _encodable(value)
    return value.strip()


def _encodable(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("must be UTF-8") from None


def texts(value: object, base: Base) -> tuple[str, ...]:
    """A list of lines of text."""
    if not isinstance(value, list | tuple):
        raise ValueError("must be a list of texts")
    return tuple(text(item, base) for item in value)


def whole(low: int, high: int) -> Check:
    """A whole number from `low` to `high`."""

    def check(value: object, _base: Base) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise ValueError(f"must be a whole number from {low:,} to {high:,}")
        return value

    return check


def variable(value: object, base: Base) -> str:
    """The name of an environment variable; what is none may be the secret itself, and is not repeated."""
    name = text(value, base)
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
        raise ValueError("must be the name of a variable, not its value")
    return name


def positive(value: object, _base: Base) -> float:
    """A finite number above 0."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value < math.inf:
        raise ValueError("must be a number above 0")
    return float(value)


def amount(value: object, _base: Base) -> float:
    """A finite number, 0 or above."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < math.inf:
        raise ValueError("must be a number, 0 or above")
    return float(value)


def switch(value: object, _base: Base) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def choice(*options: str) -> Check:
    """One of a few words."""

    def check(value: object, _base: Base) -> str:
        if value not in options:
            raise ValueError("must be " + " or ".join(f'"{option}"' for option in options))
        return str(value)

    return check


def since(value: object, base: Base) -> str:
    """A window; TOML's own dates are taken too."""
    stated = value.isoformat() if isinstance(value, date) else text(value, base)
    if not is_window(stated):
        raise ValueError('must be hours ("24h"), days ("7d"), a date ("2024-06-14") or "last"')
    return stated


def zone(value: object, base: Base) -> ZoneInfo:
    """A time zone of the IANA list."""
    try:
        return ZoneInfo(text(value, base))
    except (KeyError, ValueError, OSError):
        raise ValueError('must be a time zone such as "Europe/Berlin"') from None


def path(value: object, base: Base) -> Path:
    """A path to open, `~` for the home folder."""
    return base.cwd / pattern(value, base)


def pattern(value: object, base: Base) -> str:
    """A path or a glob in the words that a reader will see it in: from the current folder.

    It may have spaces and line breaks anywhere, as names of files may.
    """
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError("must be a path")
    _encodable(value)
    try:
        return str(base.folder / Path(value).expanduser())
    except (ValueError, RuntimeError):
        raise ValueError("must be a path") from None


def model(value: object, base: Base) -> str:
    """`extractive`, a model's name, or `gguf:FILE`."""
    name = text(value, base)
    if not name.startswith(GGUF):
        return name
    file = name.removeprefix(GGUF).strip()
    if not file:
        raise ValueError('must name a file after "gguf:"')
    return GGUF + pattern(file, base)
