"""The two units of systemd: what is run, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.exits import Exit
from briefing.schedule.job import Job
from briefing.schedule.quoting import command, whole, words
from briefing.schedule.sandbox import sandbox
from briefing.schedule.timing import DAYS, Timing

FAILED = (Exit.FAILED, Exit.USAGE)
"""Exit codes that no second attempt mends; LATER, a signal and a time-out are tried again."""
DONE = (Exit.INCOMPLETE, Exit.NOTHING_NEW)
"""Exit codes of a run that did what it could: a brief that lacks something, nothing new."""


def service(job: Job) -> str:
    """The service; systemd forbids RestartForceExitStatus where Type is oneshot, so 75 is what is left over.

    Raises UsageError where a path cannot stand in a unit.
    """
    assigned = [f"{name}={value}" for name, value in job.environment.items()]
    return _unit(
        f"/etc/systemd/system/{job.name}.service",
        ("Unit", _about(job, "Network and clock first; six attempts in two hours at most.")),
        ("Service", [*_run(job, assigned), *sandbox(job)]),
    )


def timer(job: Job, timing: Timing) -> str:
    """The timer; what was due while the machine was off is run once, when it is on again."""
    days = "" if timing.daily else ",".join(DAYS[day].capitalize() for day in timing.days) + " "
    zone = f" {timing.zone}" if timing.zone else ""
    return _unit(
        f"/etc/systemd/system/{job.name}.timer",
        ("Unit", [f"Description={whole(job.title)}, {timing}"]),
        (
            "Timer",
            [
                f"OnCalendar={days}*-*-* {timing.clock}:00{zone}",
                "AccuracySec=1s",
                "Persistent=true",
            ],
        ),
        ("Install", ["WantedBy=timers.target"]),
    )


def _about(job: Job, why: str) -> list[str]:
    return [
        f"Description={whole(job.title)}, made and mailed",
        f"# {why}",
        "Wants=network-online.target",
        "After=network-online.target time-sync.target",
        "StartLimitIntervalSec=2h",
        "StartLimitBurst=6",
    ]


def _run(job: Job, assigned: Sequence[str]) -> Iterable[str]:
    yield "Type=oneshot"
    yield f"User={job.user}"
    yield f"WorkingDirectory={whole(str(job.folder))}"
    yield f"ExecStart={command(job.command)}"
    if assigned:
        yield f"Environment={words(assigned)}"
    for name in job.secrets:
        yield f"LoadCredential={name}:{whole(str(job.credentials / name))}"
    yield "TimeoutStartSec=2h"
    told = "the brief lacks something, and says so"
    yield f"# {Exit.INCOMPLETE}: {told}; {Exit.NOTHING_NEW}: nothing new; {Exit.LATER}: try again."
    yield f"SuccessExitStatus={_numbers(DONE)}"
    yield "Restart=on-failure"
    yield f"RestartPreventExitStatus={_numbers(FAILED)}"
    yield "RestartSec=15min"


def _numbers(codes: Iterable[int]) -> str:
    return " ".join(map(str, codes))


def _unit(path: str, *sections: tuple[str, Iterable[str]]) -> str:
    parts = ["\n".join([f"[{name}]", *lines]) for name, lines in sections]
    return f"# {path}\n" + "\n\n".join(parts) + "\n"
