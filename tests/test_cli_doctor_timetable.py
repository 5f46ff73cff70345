"""`briefing doctor` finds what runs the brief each morning, and says when it is due."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from homes import moved_in
from jobs import JOB, like, script

from briefing.cli.examining.timetable import next_run
from briefing.cli.main import main
from briefing.schedule import Timing, crontab
from briefing.state import State

CONFIG = Path("/srv/tide/briefing.toml")
SOON = "Wed 2031-03-05 07:00:00 CET"


Timetable = Callable[..., list[str]]


@pytest.fixture
def timetable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Timetable:
    """What `doctor` says where the crontab has these lines, and systemd shows these units."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    def ask(lines: str | None = None, shown: str | None = None) -> list[str]:
        (tmp_path / "lines").write_text(lines or "")
        script(tmp_path / "crontab", f"cat '{tmp_path}/lines'" if lines is not None else "exit 1")
        script(tmp_path / "systemctl", shown or "exit 1")
        return [str(found) for found in next_run("briefing", CONFIG)]

    return ask


def units(
    active: str = "active", result: str = "success", config: Path = CONFIG, manager: str = "--system"
) -> str:
    """A stand-in for systemctl show."""
    return f"""[ "$1" = {manager} ] || exit 1
case $3 in
*.timer) echo LoadState=loaded; echo ActiveState={active}; echo 'NextElapseUSecRealtime={SOON}';;
*) echo 'ExecStart={{ path=/b ; argv[]=/b send -q -c {config} ; }}'; echo Result={result};;
esac"""


def test_no_next_run_is_a_warning_that_names_schedule(timetable: Timetable) -> None:
    (line,) = timetable()
    assert line.startswith("warn: next run: none found")
    assert line.endswith("→ briefing schedule prints what to install")


def test_the_line_that_schedule_prints_is_found_again(timetable: Timetable) -> None:
    odd = Path("/srv/tide 50%/it's.toml")
    command = ("/usr/bin/briefing", "send", "-q", "-c")
    for config, elsewhere in ((CONFIG, False), (CONFIG, True), (odd, False)):
        lines = crontab(like(command=(*command, str(config))), Timing(7, 0, zone="Asia/Tokyo"), elsewhere)
        found = timetable(f"# mine\n0 1 * * * other\n{lines}")
        if config is CONFIG:
            due = "0-59/15 * * * *" if elsewhere else "0 7 * * *"
            assert found == [f"ok: next run: in your crontab: {due}"]
        else:
            assert found[0].startswith("warn: next run: none found"), "it is for another configuration"
    assert [str(one) for one in next_run("briefing", odd)] == ["ok: next run: in your crontab: 0 7 * * *"]


@pytest.mark.parametrize(
    "line",
    [
        "# 0 7 * * * briefing send -c /srv/tide/briefing.toml",
        "0 7 * * * briefing send -c /srv/tide/briefing.toml.old",
        "0 7 * * * briefing make -c /srv/tide/briefing.toml",
        "0 7 * * * briefing send -c 'unclosed",
    ],
)
def test_no_other_line_is_taken_for_it(timetable: Timetable, line: str) -> None:
    assert timetable(line)[0].startswith("warn: next run: none found")


def test_a_line_of_ones_own_is_found_too(timetable: Timetable) -> None:
    assert timetable("@daily briefing send -c /srv/tide/briefing.toml\n") == [
        "ok: next run: in your crontab: @daily"
    ]


@pytest.mark.parametrize("manager", ["--system", "--user"])
def test_the_timer_says_when_it_is_due(timetable: Timetable, manager: str) -> None:
    assert timetable(shown=units(manager=manager)) == [f"ok: next run: briefing.timer: {SOON}"]


def test_a_timer_that_is_not_started_or_whose_service_failed_is_a_fault(timetable: Timetable) -> None:
    (line,) = timetable(shown=units(active="inactive"))
    assert line.startswith("fault: next run: briefing.timer is installed and not started")
    assert line.endswith("→ systemctl enable --now briefing.timer")
    failed = timetable(shown=units(result="exit-code"))[1]
    assert failed.startswith("fault: last start: briefing.service failed when it was last run (exit-code)")
    other = timetable(shown=units(config=Path("/srv/other.toml")))
    assert other[0].startswith("warn: next run: briefing.timer starts something else")


def test_a_configuration_that_is_found_where_it_runs_is_known_by_its_folder(timetable: Timetable) -> None:
    lines = crontab(like(command=("/usr/bin/briefing", "send", "-q"), folder=CONFIG), Timing(7, 0), False)
    assert timetable(lines) == ["ok: next run: in your crontab: 0 7 * * *"]
    there = units(config=Path("none")).replace("echo Result", f"echo WorkingDirectory={CONFIG}; echo Result")
    assert timetable(shown=there)[0].startswith("ok: next run: briefing.timer")


def test_two_places_are_one_too_many(timetable: Timetable) -> None:
    lines = crontab(like(command=(*JOB.command[:-1], str(CONFIG))), Timing(7, 0), elsewhere=False)
    assert timetable(lines, units())[2].startswith("warn: next run: it is due in two places")


def test_doctor_says_it_all_of_a_configuration_with_a_mail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, timetable: Timetable, capfd: pytest.CaptureFixture[str]
) -> None:
    """The mail server is not there, which is the one fault."""
    moved_in(tmp_path, monkeypatch)
    Path("briefing.toml").write_text(
        '[[sources]]\npath = "a.txt"\n[mail]\nfrom = "a@tide.example"\nto = ["b@tide.example"]\n'
        'smtp = "smtp://127.0.0.1:9"\n'
    )
    Path("a.txt").write_text("The ferry Alma ran aground off Skerry Point on Monday.\n")
    timetable(f"0 7 * * * briefing send -c {tmp_path}/briefing.toml\n")
    State(tmp_path / "state").close()
    assert main(["doctor", "-c", "briefing.toml"]) == 5
    lines = capfd.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("fault: mail: ")] == [
        line for line in lines if not line.startswith("ok: ")
    ]
    assert lines[-2:] == [
        "ok: last send: none yet with this configuration",
        "ok: next run: in your crontab: 0 7 * * *",
    ]
