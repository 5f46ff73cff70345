"""Words as the shell of a crontab and as systemd read them; what neither can hold is refused."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from briefing.errors import UsageError

_BARE = re.compile(r"[\w./+@:=,%-]+", re.ASCII)


def shell(words: Sequence[str]) -> str:
    """The words of a command."""
    return " ".join(shlex.quote(_line(word)) for word in words)


def cron(command: str) -> str:
    """A shell command as a crontab has it, where a bare % ends it.

    Raises UsageError for a backslash: before % some crons keep one of two, and some both.
    """
    if "\\" in command:
        raise UsageError("a path with a backslash cannot stand in a crontab: use systemd, or rename it")
    return command.replace("%", r"\%")


def words(texts: Sequence[str]) -> str:
    """Words of a list in a unit: paths, or assignments of an environment."""
    return " ".join(_word(_line(text).replace("%", "%%")) for text in texts)


def command(arguments: Sequence[str]) -> str:
    """The command of a unit; the program's path is no place for variables, nor for quotation marks."""
    program, *rest = arguments
    if re.search(r"[\"'\\]", program):
        program, rest = "/bin/sh", ["-c", 'exec "$0" "$@"', program, *rest]
    return " ".join([words([program]), *(words([text.replace("$", "$$")]) for text in rest)])


def whole(text: str) -> str:
    """A path that is all of a unit's line, where quotation marks would be part of it."""
    if text.endswith(("\\", " ")) or text != text.lstrip():
        raise UsageError(f"{text!r} cannot stand in a unit of systemd: rename it")
    return _line(text).replace("%", "%%")


def _word(text: str) -> str:
    if _BARE.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _line(text: str) -> str:
    if not text.isprintable():
        raise UsageError(f"{text!r} has a character that no schedule can hold: rename it")
    return text
