"""The command `briefing`: its sub-commands, and what every error becomes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from briefing import __version__
from briefing.cli import options
from briefing.cli.check import check
from briefing.cli.console import say
from briefing.cli.doctor import doctor
from briefing.cli.eval import evaluate
from briefing.cli.init import init
from briefing.cli.make import make
from briefing.cli.schedule import schedule
from briefing.cli.send import send
from briefing.cli.show import show
from briefing.errors import BriefingError
from briefing.exits import Exit


@click.group(context_settings={"max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=options.printing(lambda _: f"briefing, version {__version__}"),
    help="Show the version and exit.",
)
@options.helped
def briefing() -> None:
    """Turn a pile of documents into a brief whose every line is found in its sources.

    \b
    Example:
      briefing make news/*.txt
    """


briefing.add_command(make)
briefing.add_command(send)
briefing.add_command(check)
briefing.add_command(evaluate)
briefing.add_command(show)
briefing.add_command(init)
briefing.add_command(doctor)
briefing.add_command(schedule)


def run() -> None:
    """The entry point: exits with a code of `Exit`."""
    if sys.stderr is None:  # started with a closed one ("2>&-"): else the next file opened would be it
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.stderr = os.fdopen(2, "w")
    code = main(sys.argv[1:])
    if code == Exit.INTERRUPTED:
        os._exit(code)  # threads that wait for a model would hold the exit up
    sys.exit(code)


def main(arguments: Sequence[str]) -> int:
    """Runs one command; its exit code. No error leaves this function."""
    try:
        return briefing.main(list(arguments), prog_name="briefing", standalone_mode=False) or Exit.DONE
    except click.exceptions.NoArgsIsHelpError as error:
        with suppress(OSError):
            click.echo(error.format_message(), err=True)
        return Exit.USAGE
    except click.UsageError as error:
        say(f"briefing: {error.format_message()} Try: {_asked(error, arguments)} --help")
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        say("briefing: interrupted; the model's replies so far are kept: run it again to go on")
        return Exit.INTERRUPTED
    except BriefingError as error:
        say(f"briefing: {error}")
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - no traceback may reach a user
        say(f"briefing: a defect in the program: {type(error).__name__}: {error}; {_record()}")
        return Exit.FAILED


def _asked(error: click.UsageError, arguments: Sequence[str]) -> str:
    """The command that the error is about; one of an option without its value does not say so."""
    if error.ctx:
        return error.ctx.command_path
    return " ".join(["briefing", *(name for name in arguments[:1] if name in briefing.commands)])


def _record() -> str:
    """Keeps the traceback for a report, and says where."""
    from briefing.state import state_folder

    stated = os.environ.get("BRIEFING_STATE")
    folder = state_folder(Path(stated) if stated else None)
    file = folder / "last-error.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.unlink(missing_ok=True)  # one that others may read, or a link
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(traceback.format_exc().encode("utf-8", "backslashreplace"))
    except OSError:
        return "please report it"
    return f"please report it with {file}"
