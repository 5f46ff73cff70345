"""`briefing show`: an earlier brief from the archive, the list of them, or the text of a source."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli import options
from briefing.cli.configured import configured
from briefing.cli.console import Console
from briefing.errors import BriefingError, UsageError
from briefing.exits import Exit
from briefing.forms import FORMS, Form

if TYPE_CHECKING:
    from briefing.state import Filed, State


@click.command()
@click.argument("run", required=False, type=click.IntRange(1, 10**15), metavar="[RUN]")
@click.option("-f", "--format", "form", type=click.Choice(FORMS), help="The format (default: md).")
@click.option("--list", "listed", is_flag=True, help="List the briefs in the archive, the newest first.")
@click.option("--source", metavar="S1", help="Print the text of this source, as the offsets count it.")
@click.option("--open", "opened", is_flag=True, help="Open its page in the browser.")
@options.common
def show(
    run: int | None,
    form: Form | None,
    listed: bool,
    source: str | None,
    opened: bool,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Print an earlier brief from the archive: that of RUN, a number of --list, or else the newest.

    Every brief is kept with the texts of its sources, and is printed as it was then.

    \b
    Examples:
      briefing show
      briefing show --list
      briefing show 12 -f html > brief.html
      briefing show 12 --source S1

    Exit codes: 0 it is printed; 1 the archive has none, or cannot be read; 2 a wrong command line, or
    no such RUN or source.
    """
    from briefing.delivery import deliver
    from briefing.state import database_in, state_folder

    _agree(run, form, listed, source, opened)
    console = Console(quiet, verbose)
    folder = state_folder(configured(config).state)
    console.detail(f"the archive is {database_in(folder)}")
    with _archive(folder) as state:
        newest = state.archive.filed(None if listed else 1)
        if not newest:
            raise _empty(folder)
        if listed:
            deliver(_list(newest), None)
            return Exit.DONE
        number = run or newest[0].run
        brief = state.archive.brief(number)
        if brief is None:
            raise UsageError(
                f"there is no run {number} in the archive; briefing show --list shows those that are"
            )
        if source is not None:
            _print_source(source, brief, number, state)
        elif opened:
            _open(_written(brief, "html", number, state), console)
        else:
            deliver(_written(brief, form or "md", number, state), None)
    return Exit.DONE


def _agree(run: int | None, form: str | None, listed: bool, source: str | None, opened: bool) -> None:
    """Raises UsageError where one thing is asked for beside another."""
    asked = options.at_most_one({"--list": listed, "--source": source is not None, "--open": opened})
    if asked and form:
        raise UsageError(f"{asked} has one form: leave out -f {form}")
    if listed and run:
        raise UsageError(f"--list has every run: leave out {run}")


@contextmanager
def _archive(folder: Path) -> Iterator[State]:
    """The state in the folder; to look makes none."""
    from briefing.state import State, is_kept

    if not is_kept(folder):
        raise _empty(folder)
    with State(folder) as state:
        yield state


def _empty(folder: Path) -> BriefingError:
    return BriefingError(f"no brief is in the archive yet ({folder}); make one with: briefing make SOURCE")


def _list(briefs: tuple[Filed, ...]) -> str:
    from briefing.render.escape import defang
    from briefing.render.wording import count

    rows = [
        (
            str(brief.run),
            f"{brief.as_of:%Y-%m-%d %H:%M}",
            defang(brief.title),
            count(brief.stories, "story", "stories"),
            count(brief.sources, "source"),
        )
        for brief in briefs
    ]
    number, _, title, stories, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    return "".join(f"{r[0]:>{number}}  {r[1]}  {r[2]:<{title}}  {r[3]:>{stories}}, {r[4]}\n" for r in rows)


def _written(brief: str, form: Form, run: int, state: State) -> str:
    """The brief as it was printed then; its JSON is what was filed."""
    if form == "json":
        return brief
    from briefing import render

    digests = [row["sha256"] for row in _sources(brief, run) if row["sha256"]]
    try:
        return render.as_form(render.read_brief(brief, state.archive.texts(digests)), form)
    except BriefingError as error:
        raise _damaged(run, error) from error


def _print_source(name: str, brief: str, run: int, state: State) -> None:
    from briefing.delivery import put
    from briefing.render.escape import visible

    rows = {row["id"]: row for row in _sources(brief, run)}
    if name not in rows:
        raise UsageError(f"run {run} has no source {name}; it has {_range(list(rows))}")
    row = rows[name]
    text = state.archive.texts([row["sha256"]]).get(row["sha256"]) if row["sha256"] else None
    if text is None:
        raise BriefingError(
            f"{name} of run {run} ({row['name']}) has no text: {row['note'] or row['status']}"
        )
    put((visible(text) if sys.stdout and sys.stdout.isatty() else text).encode())


def _sources(brief: str, run: int) -> list[Mapping[str, Any]]:
    """The rows of `sources`; raises BriefingError where the brief has not the shape of one."""
    from json import loads

    from briefing.checking.shape import departures

    try:
        fields = loads(brief)
    except (ValueError, RecursionError) as error:
        raise _damaged(run, error) from error
    if fault := next(departures(fields), None):
        raise _damaged(run, f"{fault.where}: {fault.detail}")
    rows: list[Mapping[str, Any]] = fields["sources"]
    return rows


def _damaged(run: int, error: Exception | str) -> BriefingError:
    return BriefingError(f"run {run} is damaged: {error}; -f json prints its JSON all the same")


def _range(names: list[str]) -> str:
    return f"{names[0]} to {names[-1]}" if len(names) > 1 else "".join(names) or "none"


def _open(page: str, console: Console) -> None:
    """Opens the page from a file that only its owner reads; the browser needs it after we have ended."""
    import tempfile
    import webbrowser

    with tempfile.NamedTemporaryFile("wb", prefix="briefing-", suffix=".html", delete=False) as file:
        file.write(page.encode())
    path = Path(file.name)
    console.note(f"its page is {path}")
    if not webbrowser.open(path.as_uri()):
        raise BriefingError(f"no browser could be started: open {path} with one, and delete it afterwards")
