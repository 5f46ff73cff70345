"""Writes docs/command-line.md from the program's own help: python docs/command_line.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.main import briefing

PAGE = Path(__file__).with_name("command-line.md")
WIDTH = 100


def page() -> str:
    """The page: the help of the program and of each of its commands."""
    parts = ["# The command line", "The help of the program, as it prints it."]
    for title, text in _helps():
        parts += [f"## {title}", f"```\n{text}\n```"]
    return "\n\n".join(parts) + "\n"


def _helps() -> Iterator[tuple[str, str]]:
    top = click.Context(briefing, info_name="briefing", terminal_width=WIDTH, **briefing.context_settings)
    yield "briefing", briefing.get_help(top)
    for name, command in sorted(briefing.commands.items()):
        context = click.Context(command, info_name=name, parent=top, terminal_width=WIDTH)
        yield f"briefing {name}", command.get_help(context)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
