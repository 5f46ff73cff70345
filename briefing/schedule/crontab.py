"""The lines of a crontab."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.exits import Exit
from briefing.schedule.job import Job
from briefing.schedule.quoting import cron, shell
from briefing.schedule.timing import Timing

PAUSES = (0, 300, 900, 2700)
"""Seconds before each attempt: servers that put a stranger off take its mail after five minutes or so."""
_QUARTER = 15
_GRACE = 2
"""Minutes that a busy machine may be late by; a cron may start a job at the end of its minute."""


def crontab(job: Job, timing: Timing, elsewhere: bool) -> str:
    """The lines to add to a crontab; `elsewhere`: the timing's zone is not that of the machine.

    Raises UsageError where a path cannot stand in a crontab.
    """
    due = _fields(timing)
    guard = ""
    if elsewhere:
        # CRON_TZ would say it in a word, but Debian's cron and BusyBox's take no notice of it.
        due = f"{timing.minute % _QUARTER}-59/{_QUARTER} * * * *"
        guard = _guard(timing)
    # The shell's own assignments: env would take a program's path with a = in it for one more.
    variables = [f"{name}={shell([value])}" for name, value in _environment(job)]
    command = " ".join([*variables, shell(job.command)])
    pauses = " ".join(map(str, PAUSES))
    attempts = f"for pause in {pauses}; do sleep $pause; {command}; [ $? -eq {Exit.LATER} ] || break; done"
    lines = [
        f"# {job.title}: {timing}. Put these lines last: SHELL and MAILTO hold for all below them.",
        "# A machine that sleeps at that hour sends nothing; the units of systemd would catch up.",
        *(
            f"# It reads {job.credentials / name}, which holds the secret and nothing else."
            for name in job.secrets
        ),
        "SHELL=/bin/sh",
        *([f"MAILTO={job.owner}"] if job.owner else []),
        f"{due} " + cron(f"{guard}cd {shell([str(job.folder)])} && {attempts}"),
    ]
    return "\n".join(lines) + "\n"


def _environment(job: Job) -> Sequence[tuple[str, str]]:
    kept = [("CREDENTIALS_DIRECTORY", str(job.credentials))] if job.secrets else []
    return (*kept, *job.environment.items())


def _fields(timing: Timing) -> str:
    """Minute, hour and days; Sunday is 0, as every cron has it, and names stand in no list of some."""
    days = sorted((day + 1) % 7 for day in timing.days)
    return f"{timing.minute} {timing.hour} * * {'*' if timing.daily else _ranges(days)}"


def _ranges(days: Sequence[int]) -> str:
    """Numbers in order, three or more in a row as a range: "1-5", "0,6"."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs]
    return ",".join(parts)


def _guard(timing: Timing) -> str:
    """Goes on only where it is the hour in the timing's own zone; offsets are whole quarters everywhere."""
    due: dict[str, str] = {}
    for day, hour, minute in timing.minutes(_GRACE):
        clock = f"{hour:02}:{minute:02}"
        due[clock] = due.get(clock, "") + str(day + 1)
    wanted = "|".join(f"[{''.join(sorted(days))}]-{clock}" for clock, days in due.items())
    return f"case $(TZ={shell([timing.zone or ''])} date +%u-%H:%M) in {wanted}) ;; *) exit ;; esac; "
