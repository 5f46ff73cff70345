"""`briefing send`: makes a brief of what is new and e-mails it, once; the command for cron."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli import options
from briefing.cli.console import Console
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.settings import MailSetting, Settings


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@options.brief
@click.option("--to", metavar="ADDRESS", help="Send it to this address only, and not to those configured.")
@click.option("--dry-run", is_flag=True, help="Print the whole message; nothing is sent or recorded.")
@click.option("--resume", is_flag=True, help="Send again what was held or refused; no brief is made.")
@options.common
def send(
    sources: tuple[str, ...],
    to: str | None,
    dry_run: bool,
    resume: bool,
    plan: bool,
    config: Path | None,
    quiet: bool,
    verbose: bool,
    no_cache: bool,
    **flags: Any,
) -> int:
    """Make a brief of what is new since the last one, and e-mail it, once.

    Meant for cron: what an earlier run could not send goes out first; a brief is committed with its mails
    before a connection is opened, and no mail is sent twice. What may have arrived or not is held and told.
    The server and the recipients stand under [mail] in briefing.toml.

    \b
    Examples:
      briefing send -c briefing.toml
      briefing send -c briefing.toml --dry-run
      briefing send -c briefing.toml --resume

    Exit codes: 0 a complete brief was sent; 1 none was, or nobody knows; 2 a wrong command line or
    configuration; 3 it was sent, but lacks something or was refused by a recipient; 4 nothing new; 75 try
    again: another run is at it, or the mail server says later.
    """
    from contextlib import ExitStack

    from briefing.cli.morning import Morning
    from briefing.cli.run import now
    from briefing.cli.series import series
    from briefing.delivery import deliver, put
    from briefing.settings import load
    from briefing.state import State, alone, default_folder

    start = time.monotonic()
    _agree(dry_run, resume, plan)
    console = Console(quiet, verbose)
    flags["cache"] = False if no_cache else None
    settings = load(flags, os.environ, Path.cwd(), config)
    mail = _mail(settings, to)
    if settings.idle_key:
        console.note("a key or an address of a model is set, but no model is named (-m): none is used")
    name, folder = series(sources, config, to), settings.state or default_folder()
    password = None if dry_run or plan else _password(mail)
    with ExitStack() as stack:
        if not (dry_run or plan):
            stack.enter_context(alone(folder, name))
        state = stack.enter_context(State(folder))
        as_of = state.series(name).free(now(settings))
        morning = Morning(name, sources, settings, mail, password, console, state, as_of)
        if plan:
            deliver(morning.plan(), None)
            return 0
        if dry_run:
            code, message = morning.preview(start)
            put(message)
            return code
        return morning.resume() if resume else morning.send(start)


def _agree(dry_run: bool, resume: bool, plan: bool) -> None:
    """Raises UsageError where one thing is asked for beside another."""
    pairs = (("--dry-run", dry_run), ("--resume", resume), ("--plan", plan))
    asked = [name for name, given in pairs if given]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} do not go together: give one of them")


def _password(mail: MailSetting) -> str | None:
    if mail.password is None:
        return None
    found = mail.password.fetch(os.environ)
    if found is None:
        raise UsageError(f"${mail.password.env} is not set: set it to the password of the mail server")
    return found


def _mail(settings: Settings, to: str | None) -> MailSetting:
    from briefing.settings import mailbox

    if settings.mail is None:
        raise UsageError(
            "no mail is configured: write [mail] with from, to and smtp into a briefing.toml (-c FILE)"
        )
    if to is None:
        return settings.mail
    try:
        mailbox(to)
    except ValueError as error:
        raise UsageError(f"--to {error}") from error
    return replace(settings.mail, to=(to,))
