"""`briefing schedule` prints what runs `briefing send` as it would run here, with no secret in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from homes import Command, command, moved_in
from jobs import entry, run, script, unit, words

from briefing.cli import unattended
from briefing.cli.main import main

MAIL = '[mail]\nfrom = "a@tide.example"\nto = ["b@tide.example"]\nsmtp = "smtps://tide.example"\n'
OWNER = 'on_failure = "The Owner <owner@tide.example>"\n'


@pytest.fixture
def schedule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs `schedule` with this configuration: exit code, standard output, standard error."""
    for name in unattended.CARRIED | unattended.PROXIES:
        monkeypatch.delenv(name, raising=False)
    moved_in(tmp_path, monkeypatch, "here")
    monkeypatch.setattr(unattended, "TEMPORARY", ("/nowhere",))  # the tests themselves live in /tmp

    def ran(configuration: str, *arguments: str, name: str = "briefing.toml") -> tuple[int, str, str]:
        Path(name).write_text(configuration)
        return command(capfd, "schedule", "-c", name)(*arguments)

    return ran


def test_all_three_are_printed_and_each_alone(schedule: Command) -> None:
    code, out, _ = schedule(MAIL)
    assert code == 0
    alone = [schedule(MAIL, "-f", form)[1] for form in ("crontab", "service", "timer")]
    assert out == "\n".join(alone)
    assert [len(re.findall(rf"^\[{name}\]$", out, re.MULTILINE)) for name in ("Service", "Timer")] == [1, 1]


def test_every_path_is_absolute(schedule: Command, tmp_path: Path) -> None:
    service = unit(schedule(MAIL, "-f", "service")[1])
    command = words(service["ExecStart"][0], dollars=True)
    assert command[-4:] == ["send", "-q", "-c", str(tmp_path / "here" / "briefing.toml")]
    assert Path(command[0]).is_absolute()
    assert service["WorkingDirectory"] == ["/"]
    assert service["ReadWritePaths"] == [f"-{tmp_path}/state"]


def test_a_path_that_only_begins_like_a_temporary_one_is_none(schedule: Command) -> None:
    for path, private in (("/nowhere/news", False), ("/nowhere2/news", True)):
        made = schedule(f'{MAIL}[[sources]]\npath = "{path}"\n', "-f", "service")[1]
        assert ("PrivateTmp" in unit(made)) == private


def test_the_command_of_the_crontab_is_that_of_the_service(schedule: Command) -> None:
    service = unit(schedule(MAIL, "-f", "service")[1])
    _, command = entry(schedule(MAIL, "-f", "crontab")[1])
    assert " ".join(words(service["ExecStart"][0], dollars=True)) in command


def test_the_time_is_that_of_the_command_line_and_the_configurations_zone(schedule: Command) -> None:
    zoned = 'timezone = "Asia/Kathmandu"\n' + MAIL
    out = schedule(zoned, "--at", "6:30", "--days", "mon-fri")[1]
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 06:30:00 Asia/Kathmandu\n" in out
    assert "TZ=Asia/Kathmandu date" in out
    assert "OnCalendar=*-*-* 07:00:00\n" in schedule(MAIL)[1]


@pytest.mark.parametrize("arguments", [["--at", "25:00"], ["--days", "never"], ["-f", "launchd"]])
def test_a_wrong_option_is_exit_2(schedule: Command, arguments: list[str]) -> None:
    assert schedule(MAIL, *arguments)[0] == 2


def test_without_a_mail_there_is_nothing_to_schedule(schedule: Command) -> None:
    code, out, err = schedule("")
    assert (code, out) == (2, "")
    assert "no mail is configured: write [mail]" in err


def test_secrets_are_named_and_never_shown(schedule: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "BRIEFING_API_KEY", "TIDE_PASSWORD", "BRIEFING_SMTP_PASSWORD"):
        monkeypatch.setenv(name, "sk-secret")
    monkeypatch.setenv("HTTPS_PROXY", "http://me:sk-secret@proxy.example")
    monkeypatch.setenv("BRIEFING_MODEL", "tide-7b")
    _, out, err = schedule(MAIL + 'password_env = "TIDE_PASSWORD"\n' + OWNER)
    assert "sk-" not in out + err
    told = unit(out)
    folder = unattended.user_folder(os.environ) / "credentials"
    assert told["LoadCredential"] == [
        f"{name}:{folder}/{name}" for name in ("BRIEFING_API_KEY", "TIDE_PASSWORD")
    ]
    assert f"{folder}/TIDE_PASSWORD does not exist yet" in err


def test_a_secret_in_a_file_needs_no_variable(schedule: Command) -> None:
    Path("kept").write_text("sesame")
    assert "LoadCredential" not in schedule(MAIL + 'password_file = "kept"\n')[1]


def test_what_is_set_now_is_set_then(
    schedule: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEFING_STATE", "mine")
    monkeypatch.setenv("BRIEFING_MODEL", "gguf:tide.gguf")
    monkeypatch.setenv("BRIEFING_TITLE", "100% news")
    monkeypatch.setenv("NO_PROXY", "localhost")
    service = unit(schedule(MAIL, "-f", "service")[1])
    assert words(service["Environment"][0]) == [
        f"BRIEFING_MODEL=gguf:{tmp_path}/here/tide.gguf",
        f"BRIEFING_STATE={tmp_path}/here/mine",
        "BRIEFING_TITLE=100% news",
        "NO_PROXY=localhost",
        f"XDG_CONFIG_HOME={tmp_path}/config",
    ]
    assert "PrivateDevices" not in service


def test_a_program_that_prints_the_password_is_found_by_the_same_path(
    schedule: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/opt/keys:/usr/bin")
    service = unit(schedule(MAIL + 'password_command = "keys show mail"\n', "-f", "service")[1])
    assert "PATH=/opt/keys:/usr/bin" in words(service["Environment"][0])
    assert service["ProtectSystem"] == ["full"]


def test_a_configuration_that_is_found_here_is_run_here(
    schedule: Command, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The mail stands in the user's own file, the sources in the one that is found."""
    user = tmp_path / "config" / "briefing"
    user.mkdir(parents=True)
    (user / "briefing.toml").write_text(MAIL)
    main(["schedule", "-q", "-f", "service"])
    alone = unit(capfd.readouterr().out)
    assert words(alone["ExecStart"][0])[-2:] == ["-c", f"{user}/briefing.toml"]
    Path("briefing.toml").write_text('[[sources]]\npath = "news"\n')
    main(["schedule", "-q", "-f", "service"])
    here = unit(capfd.readouterr().out)
    assert words(here["ExecStart"][0])[-2:] == ["send", "-q"]
    assert here["WorkingDirectory"] == [str(tmp_path / "here")]


def test_two_configurations_have_two_names(schedule: Command) -> None:
    assert "# /etc/systemd/system/briefing-energy-uk.timer" in schedule(MAIL, name="Energy (UK).toml")[1]
    assert "# /etc/systemd/system/briefing.timer" in schedule(MAIL)[1]


def test_what_is_missing_for_the_first_morning_is_said(schedule: Command, tmp_path: Path) -> None:
    err = schedule(MAIL)[2]
    assert f"{tmp_path}/state does not exist yet: `briefing send -c briefing.toml --dry-run` makes it" in err
    assert "nobody will be told of failures: write on_failure = ADDRESS under [mail]" in err
    (tmp_path / "state").mkdir()
    assert schedule(MAIL + OWNER)[2] == ""
    assert "MAILTO=owner@tide.example\n" in schedule(MAIL + OWNER)[1]


def test_whether_the_zone_is_that_of_the_machine(tmp_path: Path) -> None:
    machine = Path("/usr/share/zoneinfo/Europe/Berlin")
    if not machine.is_file():
        pytest.skip("the machine has no list of time zones")
    assert not unattended.is_elsewhere(None, machine)
    assert not unattended.is_elsewhere(ZoneInfo("Europe/Paris"), machine)
    assert unattended.is_elsewhere(ZoneInfo("Africa/Lagos"), machine), "the same in winter alone"
    assert not unattended.is_elsewhere(ZoneInfo("UTC"), tmp_path / "gone")


def test_the_program_is_the_one_that_was_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = script(tmp_path / "briefing", ":")
    monkeypatch.setattr(sys, "argv", [str(started)])
    assert unattended.program() == (str(started),)
    monkeypatch.setattr(sys, "argv", ["/gone/__main__.py"])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert unattended.program() == (str(started),)
    started.unlink()
    assert unattended.program() == (str(tmp_path / "python"), "-m", "briefing")


def test_the_line_that_is_printed_starts_the_program(schedule: Command, tmp_path: Path) -> None:
    """Its own configuration is refused, so that nothing is sent: exit code 2, said on standard error."""
    _, command = entry(schedule(MAIL, "-f", "crontab")[1])
    Path("briefing.toml").write_text("storys = 3\n")
    done = run(command.replace("send -q", "doctor"), tmp_path)
    assert "unknown key storys; did you mean stories?" in done.stdout


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_finds_nothing_wrong_with_what_is_printed(schedule: Command, tmp_path: Path) -> None:
    for form in ("service", "timer"):
        (tmp_path / f"briefing.{form}").write_text(schedule(MAIL + OWNER, "-f", form)[1])
    files = [str(tmp_path / f"briefing.{form}") for form in ("service", "timer")]
    done = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
