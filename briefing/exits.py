"""What a command ends with: the exit codes that scripts and timers go by."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """An exit code; 75 is EX_TEMPFAIL of sysexits.h, 130 is 128 + SIGINT, as shells have it."""

    DONE = 0
    """A complete brief, or whatever else was asked for."""
    FAILED = 1
    """No brief, or nobody knows whether it arrived."""
    USAGE = 2
    """The command line or the configuration is wrong."""
    INCOMPLETE = 3
    """A brief was made, but something failed that its reader must hear of."""
    NOTHING_NEW = 4
    """The sources give nothing that an earlier brief has not told."""
    FAULTY = 5
    """A fault was found, a floor was missed, something needs mending."""
    LATER = 75
    """Not now: try again."""
    INTERRUPTED = 130
    """By the user."""
