"""`briefing check`: a finished brief again, against the texts that it cites."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli import options
from briefing.cli.configured import configured
from briefing.cli.console import Console
from briefing.errors import BriefingError, UsageError
from briefing.exits import Exit

if TYPE_CHECKING:
    from briefing.checking import Defect, Report
    from briefing.settings import Settings


@click.command()
@click.argument("brief", metavar="BRIEF.json")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How faults are reported.",
)
@click.option("--replay", is_flag=True, help="Make it again from what the archive kept, and compare.")
@options.common
def check(
    brief: str,
    sources: tuple[str, ...],
    form: str,
    replay: bool,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check a finished brief again: every quotation, number and name against the source texts.

    The texts are those in the brief itself (make --with-text), those of the SOURCEs, and those that the
    archive keeps; each is known by its SHA-256, never by its path. With --replay the brief is made again
    from the texts and the model's replies that the archive kept, offline: it must come out the same.

    \b
    Examples:
      briefing check brief.json
      briefing check brief.json news/*.txt -f json
      briefing check brief.json --replay

    Exit codes: 0 no fault; 1 no text to check against; 2 a wrong command line, or no brief; 5 a fault.
    """
    from briefing import checking
    from briefing.delivery import deliver

    console = Console(quiet, verbose)
    settings = configured(config)
    value = _parsed(brief)
    report = checking.check(value, _texts(value, sources, settings, console))
    if replay and (fault := _replayed(value, settings, console)):
        report = replace(report, ok=False, faults=(*report.faults, fault))
    deliver(_as_json(report) if form == "json" else _as_text(report), None)
    return Exit.DONE if report.ok else Exit.FAULTY


def _replayed(brief: Mapping[str, Any], settings: Settings, console: Console) -> Defect | None:
    from briefing.checking import Defect
    from briefing.cli.replay import difference
    from briefing.state import State, state_folder
    from briefing.templates import Templates

    with State(state_folder(settings.state)) as state:
        differs = difference(brief, state, Templates(settings.prompts))
    if differs:
        return Defect("brief", "replay", f"made again, it differs: {differs}")
    console.note("made again from what the archive kept: the same, byte for byte")
    return None


def _parsed(name: str) -> dict[str, Any]:
    from briefing.types import FORMAT

    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        value = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}; name the JSON of a brief") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name} is not JSON ({error}); make one with: briefing make -f json") from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise UsageError(f"{name} is not a brief ({FORMAT}); make one with: briefing make -f json")
    return value


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _texts(
    brief: Mapping[str, Any], sources: Sequence[str], settings: Settings, console: Console
) -> Mapping[str, str]:
    """The texts of the brief's sources by their SHA-256, from wherever they are; no `path` is opened.

    So are those that earlier briefs told of, as far as they are found.
    """
    from briefing.checking.facsimile import items, sha256

    rows = items(brief, "sources")
    wanted = {row["sha256"] for row in rows if isinstance(row.get("sha256"), str)}
    found = {sha256(row["text"]): row["text"] for row in rows if isinstance(row.get("text"), str)}
    if sources:
        from briefing.sources import read
        from briefing.types import Document

        stdin = sys.stdin.buffer if sys.stdin else None
        for item in read(sources, stdin=stdin, max_bytes=settings.max_bytes):
            if isinstance(item, Document):
                found[item.id] = item.text
            else:
                console.note(f"{item.source.name}: {item.detail}")
    earlier = {row["sha256"] for row in _earlier(brief) if isinstance(row.get("sha256"), str)}
    if missing := (wanted | earlier) - found.keys():
        found.update(_archived(missing, settings, console))
    if not wanted & found.keys():
        raise BriefingError(
            "no text of the brief's sources was found: name the SOURCEs, or use make --with-text"
        )
    return {key: found[key] for key in (wanted | earlier) & found.keys()}


def _earlier(brief: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What the brief quotes of earlier ones."""
    from briefing.checking.facsimile import items

    return [
        row
        for of in (brief, *items(brief, "stories"))
        for change in items(of, "changes")
        for row in items(change, "before")
    ]


def _archived(missing: Iterable[str], settings: Settings, console: Console) -> Mapping[str, str]:
    from briefing.state import StateError, open_state, state_folder

    state = open_state(state_folder(settings.state), console.warn)
    if state is None:
        return {}
    try:
        return state.archive.texts(missing)
    except StateError as error:
        console.warn(str(error))
        return {}
    finally:
        state.close()


def _as_json(report: Report) -> str:
    from briefing.render.encoding import encode

    return encode({"format": "briefing-check/1", **asdict(report)})


def _as_text(report: Report) -> str:
    from briefing.render.escape import defang
    from briefing.render.wording import count

    lines = [defang(f"{fault.where}: {fault.kind}: {fault.detail}") for fault in report.faults]
    statements = count(report.checks.statements, "statement")
    return "\n".join([*lines, f"{statements} checked, {count(len(report.faults), 'fault')}"]) + "\n"
