"""`briefing doctor`: how configuration, sources, model and state stand, and what to mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import options
from briefing.cli.check import FAULTY
from briefing.cli.console import Console

if TYPE_CHECKING:
    from briefing.cli.diagnosis import Diagnosis


@click.command()
@options.common
def doctor(config: Path | None, quiet: bool, verbose: bool) -> int:
    """Say how everything stands that a brief needs, and what to mend: one line each.

    Looks at the configuration, tries each source, asks a model's server which models it lists, logs in
    to the mail server, and looks at prompts, state and the last run. No source text is sent, no mail, and
    no model is asked anything. With -q only what should be mended is printed.

    \b
    Examples:
      briefing doctor
      briefing doctor -c briefing.toml

    Exit codes: 0 no fault, though there may be warnings; 5 something needs mending.
    """
    from briefing.delivery import deliver

    faulty = False
    for diagnosis in _diagnoses(config, Console(quiet, verbose)):
        faulty = faulty or diagnosis.level == "fault"
        if not quiet or diagnosis.level != "ok":
            deliver(f"{diagnosis}\n", None)
    return FAULTY if faulty else 0


def _diagnoses(config: Path | None, console: Console) -> Iterator[Diagnosis]:
    from briefing.cli import examining

    diagnosis, settings = examining.configuration(config)
    yield diagnosis
    if settings is None:
        return
    yield from examining.sources(settings, console)
    yield from examining.model(settings)
    yield examining.prompts(settings)
    yield from examining.state(settings)
    if settings.mail:
        yield examining.mail(settings.mail)
