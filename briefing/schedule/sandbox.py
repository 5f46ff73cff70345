"""What the service may not do: all that it does not need."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.schedule.job import Job
from briefing.schedule.quoting import words

_LOCKED = (
    "NoNewPrivileges=true",
    "ProtectKernelTunables=true",
    "ProtectKernelModules=true",
    "ProtectKernelLogs=true",
    "ProtectClock=true",
    "ProtectHostname=true",
    "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK",
    "RestrictNamespaces=true",
    "RestrictRealtime=true",
    "RestrictSUIDSGID=true",
    "LockPersonality=true",
    "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service",
    "SystemCallErrorNumber=EPERM",
)
"""Each of them forbids new privileges too, which a local sendmail (setgid postdrop) cannot do without."""


def sandbox(job: Job) -> Iterator[str]:
    """The lines of the service that shut it in, as far as the job's needs allow."""
    outside = job.needs & {"sendmail", "command"}
    # A queue of mails in /var, the lock files of a keyring at home: programs of others write where they must.
    yield f"ProtectSystem={'full' if outside else 'strict'}"
    if not outside:
        yield "ProtectHome=read-only"
    writable = [] if outside else [f"-{job.state}"]
    if "temporary" in job.needs:
        writable += [] if outside else ["/tmp", "/var/tmp"]  # noqa: S108 - they are named, not written
    else:
        yield "PrivateTmp=true"
    if writable:
        yield f"ReadWritePaths={words(writable)}"
    yield "ProtectControlGroups=true"
    if "sendmail" not in job.needs:
        if "device" not in job.needs:
            yield "PrivateDevices=true"
        yield from _LOCKED
    yield "UMask=0077"
