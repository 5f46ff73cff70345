"""The units of systemd are what systemd takes, hold every word, and shut in what need not be open."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jobs import JOB, like, unit, words

from briefing.errors import UsageError
from briefing.schedule import Job, Timing, service, timer

SEVEN = Timing(7, 0, zone="Europe/Berlin")
ANALYZE = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(not ANALYZE, reason="systemd-analyze is not installed")
WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\n"), min_size=1
).filter(str.isprintable)
HOSTILE = """a %n $HOME "b" 'c' ${d} back\\slash; # =ü"""


def verified(folder: Path, job: Job, timing: Timing = SEVEN) -> str:
    """What systemd finds wrong with both units."""
    (folder / f"{job.name}.service").write_text(service(job), encoding="utf-8")
    (folder / f"{job.name}.timer").write_text(timer(job, timing), encoding="utf-8")
    found = subprocess.run(
        ["systemd-analyze", "verify", f"{folder}/{job.name}.service", f"{folder}/{job.name}.timer"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return found.stdout + found.stderr + (f"exit code {found.returncode}" if found.returncode else "")


@needs_systemd
@pytest.mark.parametrize("need", ["", "sendmail", "command", "device", "temporary"])
def test_systemd_finds_nothing_wrong(tmp_path: Path, need: str) -> None:
    assert verified(tmp_path, like(needs=frozenset({need} - {""}), secrets=("TIDE_KEY",))) == ""


@needs_systemd
@pytest.mark.parametrize("timing", [Timing(0, 0, (6,)), Timing(23, 59, (0, 1, 2), "America/St_Johns")])
def test_every_timing_is_understood(tmp_path: Path, timing: Timing) -> None:
    assert verified(tmp_path, JOB, timing) == ""


@needs_systemd
@pytest.mark.parametrize("program", ["pro gram 50%", "$pro", 'pro"gram', "pro'gram", "pro\\gram"])
def test_a_program_of_any_name_is_found(tmp_path: Path, program: str) -> None:
    """`verify` looks whether the program is there, and so has read its name as we meant it."""
    (tmp_path / program).write_text("#!/bin/sh\n")
    (tmp_path / program).chmod(0o755)
    job = like(command=(str(tmp_path / program), HOSTILE), title=HOSTILE, environment={"TOLD": HOSTILE})
    assert verified(tmp_path, job) == ""


@needs_systemd
def test_the_test_would_see_a_fault(tmp_path: Path) -> None:
    assert "not executable" in verified(tmp_path, like(command=("/gone/briefing", "send")))


@given(WORDS, WORDS, WORDS)
def test_every_word_is_read_back(first: str, second: str, value: str) -> None:
    told = unit(service(like(command=("/usr/bin/env", first, second), environment={"TOLD": value})))
    assert words(told["ExecStart"][0], dollars=True) == ["/usr/bin/env", first, second]
    assert words(told["Environment"][0]) == [f"TOLD={value}"]


def test_what_a_line_cannot_hold_is_refused() -> None:
    for path in ("/a\nb", "/a\\", "/a "):
        with pytest.raises(UsageError, match="rename it"):
            service(like(folder=Path(path)))


def test_only_what_may_pass_is_tried_again_and_not_for_ever() -> None:
    told = unit(service(JOB))
    assert told["SuccessExitStatus"] == ["3 4"]
    assert (told["Restart"], told["RestartPreventExitStatus"]) == (["on-failure"], ["1 2"])
    assert (told["StartLimitBurst"], told["StartLimitIntervalSec"]) == (["6"], ["2h"])
    assert told["TimeoutStartSec"] == ["2h"]


def test_a_missed_morning_is_made_up_for() -> None:
    told = unit(timer(JOB, SEVEN))
    assert (told["Persistent"], told["OnCalendar"]) == (["true"], ["*-*-* 07:00:00 Europe/Berlin"])
    assert unit(timer(JOB, Timing(6, 5, (0, 4))))["OnCalendar"] == ["Mon,Fri *-*-* 06:05:00"]


def test_a_secret_is_a_file_that_systemd_hands_over() -> None:
    told = unit(service(like(secrets=("TIDE_KEY",), credentials=Path("/a b/50%"))))
    assert told["LoadCredential"] == ["TIDE_KEY:/a b/50%%/TIDE_KEY"]
    assert "Environment" not in told


def test_it_may_write_its_state_and_nothing_else() -> None:
    told = unit(service(JOB))
    assert (told["ProtectSystem"], told["ProtectHome"]) == (["strict"], ["read-only"])
    assert (told["ReadWritePaths"], told["PrivateTmp"]) == (["-/srv/tide/state"], ["true"])
    assert told["NoNewPrivileges"] == ["true"]
    temporary = unit(service(like(needs=frozenset({"temporary"}))))
    assert "PrivateTmp" not in temporary
    assert temporary["ReadWritePaths"] == ["-/srv/tide/state /tmp /var/tmp"]


def test_a_local_mail_program_keeps_its_privileges_and_its_queue() -> None:
    told = unit(service(like(needs=frozenset({"sendmail"}))))
    assert told["ProtectSystem"] == ["full"]
    assert not {"NoNewPrivileges", "ProtectHome", "RestrictSUIDSGID", "SystemCallFilter"} & set(told)


def test_a_keyring_may_write_its_locks_and_a_graphics_card_is_seen() -> None:
    command = unit(service(like(needs=frozenset({"command"}))))
    assert (command["ProtectSystem"], command["NoNewPrivileges"]) == (["full"], ["true"])
    assert "ProtectHome" not in command
    assert "PrivateDevices" in command
    assert "PrivateDevices" not in unit(service(like(needs=frozenset({"device"}))))


@needs_systemd
def test_systemd_calls_it_well_shut_in(tmp_path: Path) -> None:
    """Exposure as systemd counts it, from 0 to 10; a service without a sandbox has 9.6."""
    (tmp_path / "briefing.service").write_text(service(like(user="daemon")))
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=40", f"{tmp_path}/briefing.service"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-200:]
