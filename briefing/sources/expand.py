"""What one argument names: files in path order, standard input, an address, or why nothing."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing import web_address
from briefing.settings import SourceSetting
from briefing.sources.refusal import Refusal, unreadable
from briefing.sources.shown import has_user, shown

STDIN = "-"
MAGIC = frozenset("*?[")
_ABSENT = unreadable("no such file")
_NO_ADDRESS = unreadable("it is not an http(s) address")
UNCONFIGURED = SourceSetting()


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: `given` is its path as the user would write it; `problem` why it cannot be read."""

    given: str
    problem: Refusal | None = None
    setting: SourceSetting = UNCONFIGURED
    note: str | None = None
    channel: str = field(default="", compare=False)
    """The argument that named it first."""
    named: bool = field(default=False, compare=False)
    """Whether the command line names it by itself, and not as one of a folder: then it may be a pipe."""


def is_address(argument: str) -> bool:
    """Whether the argument is meant as an http(s) address: no file is looked for."""
    return argument.lower().startswith(("http://", "https://"))


def expand(argument: str, cwd: Path) -> list[Input]:
    """The inputs that the argument names: at least one, if only to say what is wrong."""
    if argument == STDIN:
        return [Input(argument)]
    if is_address(argument):
        return [_address(argument)]
    try:
        os.lstat(cwd / argument)
    except (FileNotFoundError, NotADirectoryError):
        return _glob(argument, cwd) if MAGIC & set(argument) else [Input(argument, _ABSENT)]
    except OSError as error:
        return [Input(argument, unreadable(error))]
    except ValueError:
        return [Input(argument, _ABSENT)]
    if not argument:  # else an unset variable of a script would mean the current folder
        return [Input(argument, _ABSENT)]
    return _folder(argument, cwd) if os.path.isdir(cwd / argument) else [Input(argument)]


def _address(argument: str) -> Input:
    """The address; a user name or a password in it is shown nowhere, and sent nowhere."""
    if has_user(argument):
        return Input(shown(argument), unreadable("its address must not hold a user name or a password"))
    return Input(argument, None if web_address.parts(argument) else _NO_ADDRESS)


def _folder(given: str, cwd: Path) -> list[Input]:
    """The files below a folder in path order; no hidden ones, no links followed."""
    found: list[Input] = []
    pending = [_relative(given)]
    while pending:
        here = pending.pop()
        try:
            entries = _visible(os.path.join(cwd, here))
        except OSError as error:
            found.append(Input(here or given, unreadable(error)))
            continue
        for entry in entries:
            path = os.path.join(here, entry.name)
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            elif not entry.is_symlink():
                found.append(Input(path))
    found.sort(key=lambda item: _path_order(item.given))
    return found or [Input(given, unreadable("no file in this folder"))]


def _glob(pattern: str, cwd: Path) -> list[Input]:
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if MAGIC & set(part))
    matches = sorted(set(_matches(os.path.join("", *parts[:fixed]), parts[fixed:], cwd)), key=_path_order)
    if "**" in parts:  # what lies in a folder that matches is matched, or left out, by itself
        found = [Input(path) for path in matches if not os.path.isdir(cwd / path)]
    else:
        found = [item for path in matches for item in expand(path, cwd)]
    return found or [Input(pattern, unreadable(f"no file matches {parts[-1]}"))]


def _matches(start: str, parts: tuple[str, ...], cwd: Path) -> Iterator[str]:
    """Paths below `start` that match the parts; `**` is any number of folders, never through a link."""
    pending = [(start, parts)]
    seen = set(pending)
    while pending:
        here, (part, *rest) = pending.pop()
        steps: list[tuple[str, tuple[str, ...]]] = []
        if part == "**":
            steps.append((here, tuple(rest) or ("*",)))
        for entry in _visible_or_none(os.path.join(cwd, here), hidden=part.startswith(".")):
            path = os.path.join(here, entry.name)
            if part == "**":
                if entry.is_dir(follow_symlinks=False):
                    steps.append((path, (part, *rest)))
            elif fnmatch.fnmatchcase(entry.name, part):
                if not rest:
                    yield path
                elif os.path.isdir(cwd / path):
                    steps.append((path, tuple(rest)))
        pending.extend(step for step in steps if step not in seen)
        seen.update(steps)


def _relative(given: str) -> str:
    """A folder as its files are to be called: "a" for "./a/", nothing for "."."""
    folder = str(Path(given))
    return "" if folder == os.curdir else folder


def _path_order(path: str) -> list[str]:
    return path.split(os.sep)


def _visible(folder: str, hidden: bool = False) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return [entry for entry in entries if hidden or not entry.name.startswith(".")]


def _visible_or_none(folder: str, hidden: bool) -> list[os.DirEntry[str]]:
    try:
        return _visible(folder, hidden)
    except OSError:  # as in a shell: a folder that cannot be listed matches nothing
        return []
