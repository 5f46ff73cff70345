"""Arguments to inputs: what each SOURCE names, in order, each file once."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.settings import SourceSetting
from briefing.sources.refusal import Refusal, unreadable

STDIN = "-"
_MAGIC = frozenset("*?[")
_ABSENT = unreadable("no such file")
_ADDRESS = unreadable("addresses are not read by this version: save the page and name the file")


UNCONFIGURED = SourceSetting()


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: `given` is its path as the user would write it; `problem` why it cannot be read."""

    given: str
    problem: Refusal | None = None
    setting: SourceSetting = UNCONFIGURED
    note: str | None = None


def locate(arguments: Sequence[str], configured: Sequence[SourceSetting], cwd: Path) -> tuple[Input, ...]:
    """The inputs of the arguments, or, without any, of the configuration.

    A file that two arguments name comes once, where it was named first, with a note. One that the
    configuration covers has its setting: what is private stays private however it is named.
    """
    settings = _settings(configured, cwd)
    inputs: dict[str, Input] = {}
    first: dict[str, int] = {}
    for number, argument in enumerate(arguments or [s.argument for s in configured]):
        for found in _expand(argument, cwd):
            identity = _identity(found.given, cwd)
            if first.setdefault(identity, number) != number:
                inputs[identity] = replace(inputs[identity], note="named twice")
            elif identity not in inputs:
                inputs[identity] = replace(found, setting=_setting(identity, settings))
    return tuple(inputs.values())


def _settings(configured: Sequence[SourceSetting], cwd: Path) -> dict[str, SourceSetting]:
    """Each configured place with its setting; of two for one, the first, private if either is."""
    known: dict[str, SourceSetting] = {}
    for setting in configured:
        matches = _expand(setting.argument, cwd) if _MAGIC & set(setting.argument) else ()
        for given in {setting.argument, *(found.given for found in matches)}:
            before = known.setdefault(_identity(given, cwd), setting)
            known[_identity(given, cwd)] = replace(before, private=before.private or setting.private)
    return known


def _setting(identity: str, settings: Mapping[str, SourceSetting]) -> SourceSetting:
    """The setting of the file or of the nearest folder around it, private if any of them is."""
    around = (identity, *map(str, Path(identity).parents))
    found = [settings[place] for place in around if place in settings]
    return replace(found[0], private=any(s.private for s in found)) if found else UNCONFIGURED


def _identity(given: str, cwd: Path) -> str:
    if given == STDIN or is_address(given):
        return given
    try:
        return os.path.realpath(cwd / given)
    except ValueError:  # NUL or half a character in a name: no file has it
        return given


def is_address(argument: str) -> bool:
    """Whether the argument is an http(s) address."""
    return argument.lower().startswith(("http://", "https://"))


def _expand(argument: str, cwd: Path) -> list[Input]:
    if argument == STDIN:
        return [Input(argument)]
    if is_address(argument):
        return [Input(argument, _ADDRESS)]
    try:
        os.lstat(cwd / argument)
    except (FileNotFoundError, NotADirectoryError):
        return _glob(argument, cwd) if _MAGIC & set(argument) else [Input(argument, _ABSENT)]
    except OSError as error:
        return [Input(argument, unreadable(error))]
    except ValueError:
        return [Input(argument, _ABSENT)]
    if not argument:  # else an unset variable of a script would mean the current folder
        return [Input(argument, _ABSENT)]
    return _folder(argument, cwd / argument) if os.path.isdir(cwd / argument) else [Input(argument)]


def _folder(given: str, folder: Path) -> list[Input]:
    """The files below a folder in path order; no hidden ones, no links followed."""
    found: list[Input] = []
    pending = [Path(given)]
    while pending:
        here = pending.pop()
        try:
            entries = _visible(folder / here.relative_to(given))
        except OSError as error:
            found.append(Input(str(here), unreadable(error)))
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                pending.append(here / entry.name)
            elif not entry.is_symlink():
                found.append(Input(str(here / entry.name)))
    found.sort(key=lambda item: Path(item.given).parts)
    return found or [Input(given, unreadable("no file in this folder"))]


def _glob(pattern: str, cwd: Path) -> list[Input]:
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if _MAGIC & set(part))
    matches = sorted(set(_matches(Path(*parts[:fixed]), parts[fixed:], cwd)), key=lambda path: path.parts)
    if "**" in parts:  # what lies in a folder that matches is matched, or left out, by itself
        found = [Input(str(path)) for path in matches if not os.path.isdir(cwd / path)]
    else:
        found = [item for path in matches for item in _expand(str(path), cwd)]
    return found or [Input(pattern, unreadable("no file matches"))]


def _matches(start: Path, parts: tuple[str, ...], cwd: Path) -> Iterator[Path]:
    """Paths below `start` that match the parts; `**` is any number of folders, never through a link."""
    pending = [(start, parts)]
    seen = set(pending)
    while pending:
        here, (part, *rest) = pending.pop()
        steps: list[tuple[Path, tuple[str, ...]]] = []
        if part == "**":
            steps.append((here, tuple(rest) or ("*",)))
        for entry in _visible_or_none(cwd / here, hidden=part.startswith(".")):
            path = here / entry.name
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


def _visible(folder: Path, hidden: bool = False) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return [entry for entry in entries if hidden or not entry.name.startswith(".")]


def _visible_or_none(folder: Path, hidden: bool) -> list[os.DirEntry[str]]:
    try:
        return _visible(folder, hidden)
    except OSError:  # as in a shell: a folder that cannot be listed matches nothing
        return []
