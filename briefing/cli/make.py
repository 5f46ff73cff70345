"""`briefing make`: reads the sources, makes the brief, keeps it, prints it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from briefing.cli import options
from briefing.cli.configured import of_brief
from briefing.cli.console import Console
from briefing.exits import Exit
from briefing.forms import FORMS, Form, form_of, is_other


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@options.brief
@click.option("-o", "--output", metavar="FILE", help="Write the brief to FILE, not to standard output.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="The format; by default that of FILE's name, else md.",
)
@click.option(
    "--with-text", is_flag=True, help="Put each source's text into the JSON, so that it proves itself."
)
@options.common
def make(
    sources: tuple[str, ...],
    output: str | None,
    form: Form | None,
    with_text: bool,
    plan: bool,
    config: Path | None,
    quiet: bool,
    verbose: bool,
    no_cache: bool,
    **flags: Any,
) -> int:
    """Make a brief of the sources and print it.

    SOURCE is a file, a folder, a glob, an address, or - for standard input: text, Markdown, JSON Lines,
    pages, PDFs, feeds and lists of feeds (OPML), messages and mailboxes. Without one, the sources of
    briefing.toml are read. No model is used unless one is named.

    \b
    Examples:
      briefing make news/*.txt
      briefing make news/ --since 24h -o brief.html
      briefing make news/ -m gpt-4.1-mini --max-cost 0.50
      briefing make news/ -m gpt-4.1-mini --plan

    Exit codes: 0 a complete brief; 1 no brief; 2 a wrong command line or configuration; 3 a brief that
    lacks something, named under "Not covered".
    """
    from briefing import render
    from briefing.cli.clock import asked_window, now
    from briefing.cli.lacking import lacking
    from briefing.cli.run import Run
    from briefing.delivery import check_writable, deliver

    start = time.monotonic()
    console = Console(quiet, verbose)
    path = Path(output) if output not in (None, "-") else None
    if path and not plan and not form and is_other(path.suffix):
        console.note(
            f"{path.name} will hold Markdown; for a page to print as PDF or to open elsewhere: -f html"
        )
    form = form or form_of(path.suffix if path else "")
    settings = of_brief(config, flags, no_cache, console)
    check_writable(path)
    as_of = now(settings)
    run = Run.of(sources, settings, console, as_of, asked_window(settings, as_of), path)
    if plan:
        deliver(run.plan(as_json=form == "json"), path)
        return Exit.DONE
    brief = run.filed(start)
    proving = with_text and form == "json"
    deliver(render.json_with_text(brief) if proving else render.as_form(brief, form), path)
    if brief.complete:
        return Exit.DONE
    console.note(lacking(brief))
    return Exit.INCOMPLETE
