"""`briefing init`: a commented configuration file to begin with."""

from __future__ import annotations

import os
import shlex
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import options
from briefing.cli.console import Console
from briefing.errors import BriefingError, UsageError
from briefing.exits import Exit

if TYPE_CHECKING:
    from briefing.settings import SourceSetting


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@partial(options.common, config="Write this file (default: briefing.toml).")
def init(sources: tuple[str, ...], config: Path | None, quiet: bool, verbose: bool) -> int:
    """Write a commented briefing.toml in the current folder, with the sources given.

    SOURCE is a file, a folder, a glob in quotation marks, or an address; more can be listed in the file
    later. Every other key is there too, commented out, with its default or an example. A file that exists
    is never written over.

    \b
    Examples:
      briefing init news/ https://example.org/feed.xml
      briefing make -c briefing.toml

    Exit codes: 0 it is written; 1 it cannot be; 2 it exists already, or a source cannot stand in it.
    """
    from briefing.render.wording import count
    from briefing.settings.files import NAME
    from briefing.settings.keys import TRUSTED
    from briefing.settings.model import EXTRACTIVE
    from briefing.settings.template import template

    console = Console(quiet, verbose)
    path = config or Path(NAME)
    settings = [_setting(given, n, path) for n, given in enumerate(dict.fromkeys(sources), start=1)]
    command = f"briefing make -c {shlex.quote(str(path))}"
    _write(path, template(settings))
    for given in dict.fromkeys(sources):
        _warn(given, console)
    if settings:
        console.note(f"wrote {path} with {count(len(settings), 'source')}; make its brief with: {command}")
    else:
        console.note(f"wrote {path} without sources; list some in it, or name them: {command} SOURCE...")
    console.note(
        f"a briefing.toml that is found without -c may not set [mail], a model other than {EXTRACTIVE}, "
        f"{', '.join(TRUSTED)}"
    )
    return Exit.DONE


def _setting(given: str, number: int, path: Path) -> SourceSetting:
    """The source as the file can hold it; raises UsageError where it cannot."""
    from briefing.settings import SourceSetting
    from briefing.settings.checks import Base
    from briefing.settings.keys import SOURCE
    from briefing.settings.table import value_of
    from briefing.sources.expand import STDIN, is_address

    if given == STDIN:
        raise UsageError("standard input (-) cannot be listed in a file; give it to: briefing make -")
    key = "url" if is_address(given) else "path"
    # An address may hold a password: its number names it.
    value_of(SOURCE[key], given, f"SOURCE {number}", Base(Path()))
    return SourceSetting(url=given) if key == "url" else SourceSetting(path=_from(path.parent, given))


def _from(folder: Path, given: str) -> str:
    """The path as seen from the file's folder; whole where it would be taken for a home or standard input."""
    if os.path.isabs(given):
        return given
    seen = given if folder == Path() else os.path.relpath(given, folder)
    plain = os.path.normpath(seen)
    return os.path.abspath(given) if plain.startswith("~") or plain == "-" else seen


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(
            f"{path} already exists and was left as it is: edit it, or use -c OTHER.toml"
        ) from error
    except OSError as error:
        raise BriefingError(
            f"{path} cannot be written ({error.strerror}); use a folder of your own"
        ) from error


def _warn(given: str, console: Console) -> None:
    from briefing.sources.expand import expand

    problem = expand(given, Path())[0].problem
    if problem:
        console.note(f"{given}: {problem.detail}; it is listed all the same")
