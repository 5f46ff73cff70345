"""`briefing send`: makes a brief of what is new and e-mails it, once; the command for cron."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from briefing.cli import options
from briefing.cli.configured import of_brief
from briefing.cli.console import Console
from briefing.exits import Exit


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@options.brief
@click.option(
    "--to",
    metavar="ADDRESS",
    multiple=True,
    help="Send it to this address only (or these), not to those configured.",
)
@click.option("--dry-run", is_flag=True, help="Print the whole message; nothing is sent or recorded.")
@click.option("--resume", is_flag=True, help="Send again what was held or refused; no brief is made.")
@options.common
def send(
    sources: tuple[str, ...],
    to: tuple[str, ...],
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
    before a connection is opened, and no mail is sent twice. One that may or may not have arrived is held,
    and you are told. The server and the recipients stand under [mail] in briefing.toml.

    \b
    Examples:
      briefing send -c briefing.toml
      briefing send -c briefing.toml --dry-run
      briefing send -c briefing.toml --resume

    Exit codes: 0 a complete brief was sent; 1 none was, or nobody knows; 2 a wrong command line or
    configuration; 3 it was sent, but lacks something or was refused by a recipient; 4 nothing new; 75 try
    again: another run is under way, or the mail server says later.
    """
    from contextlib import ExitStack

    from briefing.cli.clock import now
    from briefing.cli.mailing import mailing, password
    from briefing.cli.morning import Morning
    from briefing.cli.series import series
    from briefing.cli.undelivered import Again
    from briefing.delivery import deliver, put
    from briefing.state import State, alone, state_folder

    start = time.monotonic()
    options.at_most_one({"--dry-run": dry_run, "--resume": resume, "--plan": plan})
    console = Console(quiet, verbose)
    settings = of_brief(config, flags, no_cache, console)
    mail = mailing(settings, to)
    name, folder = series(sources, config, to), state_folder(settings.state)
    secret = None if dry_run or plan else password(mail)
    with ExitStack() as stack:
        if not (dry_run or plan):
            stack.enter_context(alone(folder, name))
        state = stack.enter_context(State(folder))
        as_of = state.series(name).free(now(settings))
        again = Again.of(config, sources, to)
        morning = Morning(name, sources, settings, mail, secret, console, state, as_of, again)
        if plan:
            deliver(morning.plan(), None)
            return Exit.DONE
        if dry_run:
            code, message = morning.preview(start)
            put(message)
            return code
        return morning.resume() if resume else morning.send(start)
