"""`briefing doctor`: how configuration, sources, model and state stand, and what to mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import options
from briefing.exits import Exit

if TYPE_CHECKING:
    from briefing.cli.diagnosis import Diagnosis
    from briefing.settings import MailSetting, Settings


@click.command()
@click.option("--probe", is_flag=True, help="Ask the model one word, even where that costs money.")
@options.common
def doctor(probe: bool, config: Path | None, quiet: bool, verbose: bool) -> int:
    """Check everything that a brief needs, and say what to mend: one line each.

    Looks at the configuration, tries each source, compares the clock with their servers', asks a model's
    server which models it lists, logs in to the mail server, and looks at prompts, state, disk, outbox, the
    last run and the next. No source text is sent, and no mail. A model that is served on this machine is
    asked one word, to learn whether it keeps to a schema; any other only with --probe. With -q only what
    should be mended is printed.

    \b
    Examples:
      briefing doctor
      briefing doctor -c briefing.toml
      briefing doctor -c briefing.toml --probe

    Exit codes: 0 no fault, though there may be warnings; 5 something needs mending.
    """
    from briefing.delivery import deliver

    faulty = False
    for diagnosis in _diagnoses(config, probe):
        faulty = faulty or diagnosis.level == "fault"
        if not quiet or diagnosis.level != "ok":
            deliver(f"{diagnosis}\n", None)
    return Exit.FAULTY if faulty else Exit.DONE


def _diagnoses(config: Path | None, probe: bool) -> Iterator[Diagnosis]:
    from briefing.cli.examining.configuration import configuration, prompts
    from briefing.cli.examining.model import model
    from briefing.cli.examining.sources import sources
    from briefing.cli.examining.state import state

    diagnosis, settings = configuration(config)
    yield diagnosis
    if settings is None:
        return
    yield from sources(settings)
    yield from model(settings, probe)
    yield prompts(settings)
    yield from state(settings)
    if settings.mail:
        yield from _mornings(settings, settings.mail, config)


def _mornings(settings: Settings, setting: MailSetting, config: Path | None) -> Iterator[Diagnosis]:
    """What only `send` needs."""
    from briefing.cli.clock import now
    from briefing.cli.examining.mail import mail
    from briefing.cli.examining.runs import runs
    from briefing.cli.examining.timetable import next_run
    from briefing.cli.series import files, series
    from briefing.cli.unattended import run_by, unit_name
    from briefing.cli.undelivered import Again
    from briefing.state import is_kept, state_folder

    yield mail(setting)
    folder = state_folder(settings.state)
    if is_kept(folder):
        yield from runs(folder, series((), config), now(settings), Again.of(config))
    yield from next_run(unit_name(files(config)[0]), run_by(config))
