"""`briefing schedule`: what runs `briefing send` each morning, as a crontab or as units of systemd."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import options
from briefing.cli.configured import command_line, configured
from briefing.cli.console import Console
from briefing.exits import Exit

if TYPE_CHECKING:
    from briefing.schedule import Job

FORMS = ("all", "crontab", "service", "timer")


@click.command()
@click.option("--at", default="07:00", metavar="HH:MM", help="The time of day (default: 07:00).")
@click.option("--days", default="daily", metavar="DAYS", help="daily (the default), mon-fri, or mon,thu.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="all",
    help="Only this one (default: all three).",
)
@options.common
def schedule(at: str, days: str, form: str, config: Path | None, quiet: bool, verbose: bool) -> int:
    """Print the crontab line, and the systemd service and timer, that run `briefing send` for you.

    The time is that of the configuration's timezone, else of this machine. Nothing is installed. What is
    set in the environment now is written down, except for secrets: of those the schedule holds only the
    names, and reads each from a file of that name in a folder `credentials` beside the user's own
    configuration; which are missing is said.

    \b
    Examples:
      briefing schedule -c briefing.toml
      briefing schedule -c briefing.toml --at 06:30 --days mon-fri
      (crontab -l; briefing schedule -c briefing.toml -f crontab) | crontab -
      briefing schedule -c briefing.toml -f service | sudo tee /etc/systemd/system/briefing.service
      briefing schedule -c briefing.toml -f timer | sudo tee /etc/systemd/system/briefing.timer
      sudo systemctl daemon-reload && sudo systemctl enable --now briefing.timer

    Exit codes: 0 it is printed; 2 a wrong command line or configuration, or no mail in it.
    """
    from briefing import schedule as room
    from briefing.cli.mailing import mailing
    from briefing.cli.unattended import is_elsewhere, job
    from briefing.delivery import deliver

    console = Console(quiet, verbose)
    settings = configured(config)
    mail = mailing(settings)
    timing = room.Timing.of(at, days, settings.timezone.key if settings.timezone else None)
    due = job(settings, mail, config)
    parts = []
    if form in ("all", "crontab"):
        parts.append(room.crontab(due, timing, is_elsewhere(settings.timezone)))
    if form in ("all", "service"):
        parts.append(room.service(due))
    if form in ("all", "timer"):
        parts.append(room.timer(due, timing))
    deliver("\n".join(parts), None)
    _warn(due, config, console)
    return Exit.DONE


def _warn(due: Job, config: Path | None, console: Console) -> None:
    """What must be there before the first morning."""
    for name in due.secrets:
        file = due.credentials / name
        if not file.is_file():
            console.note(f"{file} does not exist yet: put the secret ${name} into it, and chmod 600")
    if not due.state.is_dir():
        command = command_line(config, "send", "--dry-run")
        console.note(f"{due.state} does not exist yet: {command} makes it, and sends no mail")
    if due.owner is None:
        console.note("nobody will be told of failures: write on_failure = ADDRESS under [mail]")
