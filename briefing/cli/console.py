"""What is said on standard error: one line each, harmless to a terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass


def say(text: str) -> None:
    """Prints lines to standard error; a closed one is no reason to fail."""
    from briefing.render.escape import clean

    lines = "\n".join(clean(line).rstrip() for line in text.splitlines())
    try:
        print(lines, file=sys.stderr, flush=True)  # noqa: T201 - the one place that prints
    except (OSError, ValueError, AttributeError):
        return


@dataclass(frozen=True, slots=True)
class Console:
    """Notes of a run, as loud as it was asked to be."""

    quiet: bool = False
    verbose: bool = False

    def note(self, text: str) -> None:
        """What a user should know, though nothing failed."""
        if not self.quiet:
            say(f"briefing: {text}")

    def warn(self, text: str) -> None:
        """What the program promises to say however quiet it is: no model is used, or nothing is kept."""
        say(f"briefing: {text}")

    def aside(self, text: str) -> None:
        """What somebody who looks on may like to know (a terminal, or -v); cron hears nothing of it."""
        if self.verbose or (sys.stderr and sys.stderr.isatty()):
            self.note(text)

    def detail(self, text: str) -> None:
        """What only somebody who asked (-v) wants to know."""
        if self.verbose and not self.quiet:
            say(f"briefing: {text}")
