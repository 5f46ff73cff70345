"""The next run: what the user's crontab and systemd say of it, and no guess."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.cli.diagnosis import Diagnosis

SECONDS = 5.0
_FIELDS = 5
_SHORT = "@"
"""What a crontab has in the place of its five fields: @daily."""


def next_run(unit: str, config: Path) -> Iterator[Diagnosis]:
    """When `send` is due with this configuration: its file, or the folder where it is found.

    `unit` is what `briefing schedule` calls its units.
    """
    found = [*_crontab(config), *_timer(unit, config, "--system"), *_timer(unit, config, "--user")]
    yield from found
    if not found:
        detail = "none found in your crontab, nor a timer of systemd for this configuration"
        yield Diagnosis("warn", "next run", detail, "briefing schedule prints what to install")
    if len([one for one in found if one.level == "ok"]) > 1:
        yield Diagnosis("warn", "next run", "it is due in two places", "take one of them out")


def _crontab(config: Path) -> Iterator[Diagnosis]:
    for line in _said("crontab", "-l").splitlines():
        stated = line.strip()
        words = _words(stated.replace(r"\%", "%"))
        if stated.startswith("#") or str(config) not in words or "send" not in words:
            continue
        fields = stated.split()[: 1 if stated.startswith(_SHORT) else _FIELDS]
        yield Diagnosis("ok", "next run", f"in your crontab: {' '.join(fields)}")


def _timer(unit: str, config: Path, manager: str) -> Iterator[Diagnosis]:
    timer = _shown(manager, f"{unit}.timer", "LoadState,ActiveState,NextElapseUSecRealtime")
    if timer.get("LoadState") != "loaded":
        return
    service = _shown(manager, f"{unit}.service", "ExecStart,WorkingDirectory,Result")
    by = "systemctl --user" if manager == "--user" else "systemctl"
    if str(config) not in service.get("ExecStart", "") + service.get("WorkingDirectory", ""):
        yield Diagnosis("warn", "next run", f"{unit}.timer starts something else", "briefing schedule")
    elif timer.get("ActiveState") != "active":
        remedy = f"{by} enable --now {unit}.timer"
        yield Diagnosis("fault", "next run", f"{unit}.timer is installed and not started", remedy)
    else:
        yield Diagnosis("ok", "next run", f"{unit}.timer: {timer.get('NextElapseUSecRealtime') or 'unknown'}")
    if service.get("Result", "success") != "success":
        detail = f"{unit}.service failed when it was last run ({service['Result']})"
        yield Diagnosis("fault", "last start", detail, f"see journalctl -u {unit}.service")


def _shown(manager: str, unit: str, properties: str) -> Mapping[str, str]:
    lines = _said("systemctl", manager, "show", unit, f"--property={properties}").splitlines()
    return {key: value for key, _, value in (line.partition("=") for line in lines)}


def _words(line: str) -> list[str]:
    """The words of a shell's line, without its operators; none where it cannot be read."""
    try:
        return list(shlex.shlex(line, posix=True, punctuation_chars=True))
    except ValueError:
        return []


def _said(*command: str) -> str:
    """What a program prints; nothing where it is not there, fails or does not answer."""
    try:
        done = subprocess.run(  # noqa: S603 - a system's own program, by name
            command,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout if done.returncode == 0 else ""
