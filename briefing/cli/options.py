"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from briefing.errors import UsageError
from briefing.settings.values import DEFAULTS

Decorated = Callable[..., Any]


def common(command: Decorated, config: str = "Use this briefing.toml.") -> Decorated:
    """-c, -q, -v, -h: of every command; `config` is the help of -c."""
    return _all(
        command,
        click.option("-c", "--config", type=click.Path(path_type=Path), metavar="FILE", help=config),
        click.option(
            "-q", "--quiet", is_flag=True, help="No progress and no notes; errors and warnings only."
        ),
        click.option("-v", "--verbose", is_flag=True, help="Say what is done, line by line."),
        helped,
    )


def brief(command: Decorated) -> Decorated:
    """What brief is made, by what, at what cost: of `make`, and of each command that makes a brief."""
    return _all(
        command,
        click.option(
            "-m",
            "--model",
            metavar="NAME",
            help='"extractive" (the default: no model), a model\'s name at OPENAI_BASE_URL, or gguf:FILE.',
        ),
        click.option(
            "--since",
            metavar="WHEN",
            help="Only what was published since: 24h, 7d, a date (2024-06-14), or (send) last.",
        ),
        click.option(
            "--title", metavar="TEXT", help=f'The title of the brief (default: "{DEFAULTS.title}").'
        ),
        click.option(
            "--stories", type=int, metavar="N", help=f"Tell at most N stories (default: {DEFAULTS.stories})."
        ),
        click.option(
            "--words",
            type=int,
            metavar="N",
            help=f"At most N words of sentences (default: {DEFAULTS.words}).",
        ),
        click.option("--max-calls", type=int, metavar="N", help="Call the model at most N times."),
        click.option(
            "--max-tokens", type=int, metavar="N", help="Use at most N tokens, prompt and completion in all."
        ),
        click.option("--max-cost", type=float, metavar="USD", help="Spend at most this many US dollars."),
        click.option("--concurrency", type=int, metavar="N", help="Calls at once; the brief is the same."),
        click.option("--no-cache", is_flag=True, help="Ask the model anew, and keep no reply."),
        click.option("--plan", is_flag=True, help="Say what would be done; no model is called."),
    )


def helped(command: Decorated) -> Decorated:
    """-h and --help, printed through the same door as any product."""
    return click.help_option("-h", "--help", callback=printing(click.Context.get_help))(command)


def printing(text: Callable[[click.Context], str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    """The callback of an option that prints a text and ends the command."""

    def show(context: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            from briefing.delivery import deliver

            deliver(text(context), None)
            context.exit()

    return show


def at_most_one(given: Mapping[str, bool]) -> str | None:
    """The one of these options that is given, if any; raises UsageError where several are."""
    asked = [name for name, is_given in given.items() if is_given]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} do not go together: give one of them")
    return asked[0] if asked else None


def _all(command: Decorated, *options: Callable[[Decorated], Decorated]) -> Decorated:
    for option in reversed(options):
        command = option(command)
    return command
