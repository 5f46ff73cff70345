"""All arguments together: each file once, in order, with what the configuration says of it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.errors import UsageError
from briefing.settings import SourceSetting
from briefing.sources.earlier import is_brief
from briefing.sources.expand import MAGIC, STDIN, UNCONFIGURED, Input, expand, is_address
from briefing.sources.refusal import unreadable
from briefing.sources.shown import shown

_STDIN = frozenset({STDIN, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})


def locate(
    arguments: Sequence[str], configured: Sequence[SourceSetting], cwd: Path, written: Path | None = None
) -> tuple[Input, ...]:
    """The inputs of the arguments, or, without any, of the configuration.

    A file that two arguments name comes once, where it was named first, with a note. One that the
    configuration covers has its setting: what is private stays private however it is named. The file that is
    to be written is not read: a folder may hold the brief of yesterday. Raises UsageError where it holds
    anything else, which would be lost, and where it is all that the arguments name.
    """
    target = _identity(str(written), cwd) if written else None
    settings = _settings(configured, cwd)
    inputs: dict[str, Input] = {}
    first: dict[str, int] = {}
    passed: list[str] = []
    for number, argument in enumerate(arguments or [s.argument for s in configured]):
        for found in expand(argument, cwd):
            identity = _identity(found.given, cwd)
            if identity == target:
                if not is_brief(Path(identity)):
                    raise _is_source(written)
                passed.append(argument)
                continue
            named = bool(arguments) and found.given == argument
            if first.setdefault(identity, number) != number:
                before = inputs[identity]
                inputs[identity] = replace(before, note="named twice", named=before.named or named)
            elif identity not in inputs:
                channel = shown(argument) if is_address(argument) else argument
                setting = _setting(found.given, cwd, settings)
                inputs[identity] = replace(found, setting=setting, channel=channel, named=named)
    if passed and not inputs:
        if all(os.path.isfile(cwd / argument) for argument in passed):
            raise _is_source(written)
        return (Input(passed[0], unreadable("no file in it but the one that is written")),)
    return tuple(inputs.values())


def _is_source(written: Path | None) -> UsageError:
    return UsageError(f"-o {written} is one of the sources: name another file")


def _settings(configured: Sequence[SourceSetting], cwd: Path) -> dict[str, SourceSetting]:
    """Each configured place with its setting; of two for one, the first, private if either is."""
    known: dict[str, SourceSetting] = {}
    for setting in configured:
        matches = expand(setting.argument, cwd) if MAGIC & set(setting.argument) else ()
        for given in {setting.argument, *(found.given for found in matches)}:
            before = known.setdefault(_identity(given, cwd), setting)
            known[_identity(given, cwd)] = replace(before, private=before.private or setting.private)
    return known


def _setting(given: str, cwd: Path, settings: Mapping[str, SourceSetting]) -> SourceSetting:
    """The setting of the file or of the nearest folder around it, private if any of them is.

    A link lies in two places, where it stands and where it leads.
    """
    places = (_identity(given, cwd), os.path.normpath(os.path.join(os.path.realpath(cwd), given)))
    around = [str(folder) for place in places for folder in (place, *Path(place).parents)]
    found = [settings[place] for place in around if place in settings]
    return replace(found[0], private=any(s.private for s in found)) if found else UNCONFIGURED


def _identity(given: str, cwd: Path) -> str:
    """What two arguments for one thing share; of standard input, the file that the shell opened, if any."""
    if given in _STDIN:
        opened = os.path.realpath("/dev/stdin")
        return opened if os.path.isfile(opened) else STDIN
    if is_address(given):
        return given
    try:
        return os.path.realpath(cwd / given)
    except ValueError:  # NUL or half a character in a name: no file has it
        return given
