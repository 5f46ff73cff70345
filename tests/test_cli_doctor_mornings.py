"""What `doctor` says of the mornings: the clock, the room, the last run and the next, and mails that wait."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from jobs import JOB, like, script

from briefing.cli.examining.runs import runs
from briefing.cli.examining.sources import clock
from briefing.cli.examining.state import state as state_lines
from briefing.cli.examining.timetable import next_run
from briefing.cli.main import main
from briefing.schedule import Timing, crontab
from briefing.settings import Settings
from briefing.sources.web.clock import ahead
from briefing.state import Fate, State
from briefing.state.lock import alone
from briefing.types import Edition, Letter

NOW = datetime(2031, 3, 4, 7, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BRIEF = '{"as_of": "2031-03-03T07:00:00+00:00", "title": "Morning", "stories": [], "sources": []}'
CONFIG = Path("/srv/tide/briefing.toml")


# The clock.


@pytest.mark.parametrize(
    ("headers", "off"),
    [
        ({"date": "Tue, 04 Mar 2031 07:10:00 GMT"}, timedelta(minutes=10)),
        ({"date": "Tue, 04 Mar 2031 06:50:00 GMT", "age": "600"}, timedelta()),
        ({"date": "Tue, 04 Mar 2031 08:00:00 +0100"}, timedelta()),
        ({"date": "Tue, 04 Mar 2031 07:00:00 -0000"}, timedelta()),
        ({"date": "yesterday"}, None),
        ({"date": "Tue, 04 Mar 2031 07:00:00 GMT", "age": "old"}, None),
        ({}, None),
    ],
)
def test_a_server_tells_the_time_by_its_date_and_a_copy_by_its_age_too(
    headers: dict[str, str], off: timedelta | None
) -> None:
    assert ahead(headers, NOW) == off


@pytest.mark.parametrize(
    ("minutes", "level", "told"),
    [
        ([], "ok", "compared with no server's"),
        ([0, 1, -4], "ok", "as 3 servers have it"),
        ([0, 900, 0], "ok", "as 3 servers have it"),
        ([6], "warn", "0:06:00 slow by the clock of 1 server"),
        ([-90, -91, 0], "warn", "1:30:00 fast by the clock of 3 servers"),
    ],
)
def test_the_clock_is_compared_with_the_middle_one(minutes: list[int], level: str, told: str) -> None:
    told_by = {str(number): timedelta(minutes=off) for number, off in enumerate(minutes)}
    found = clock(NOW, told_by)
    assert (found.level, told in found.detail) == (level, True), found


def test_a_clock_that_was_never_set_is_a_fault() -> None:
    found = clock(datetime(1970, 1, 1, tzinfo=UTC), {})
    assert (found.level, found.remedy) == ("fault", "set the clock")


# The room.


class Disk(NamedTuple):
    """What is told of a disk."""

    free: int


@pytest.mark.parametrize(
    ("free", "level"), [(10_000_000, "fault"), (100_000_000, "warn"), (300_000_000, "ok")]
)
def test_the_room_that_is_left_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, level: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(free))
    found = next(state_lines(Settings(state=tmp_path / "not" / "yet")))
    assert (found.what, found.level) == ("disk", level)


# The last run, and mails that did not go out.


def told(folder: Path) -> list[str]:
    return [str(found) for found in runs(folder, "mine", NOW)]


def kept(folder: Path, *editions: Edition) -> None:
    with State(folder) as state:
        for edition in editions:
            state.series("mine").record(edition)


def test_a_series_without_a_run_is_no_fault(tmp_path: Path) -> None:
    State(tmp_path).close()
    assert told(tmp_path) == ["ok: last send: none yet with this configuration"]


def test_the_last_run_and_the_last_brief_are_told_with_their_age(tmp_path: Path) -> None:
    kept(tmp_path, Edition(NOW - 23 * HOUR, BRIEF))
    assert told(tmp_path) == ["ok: last send: 2031-03-03 08:00 (23 hours ago)"]
    kept(tmp_path, Edition(NOW - HOUR / 3))
    assert told(tmp_path) == [
        "ok: last send: 2031-03-04 06:40 (less than an hour ago); last brief 2031-03-03 08:00 (23 hours ago)"
    ]


def test_days_of_silence_are_a_warning(tmp_path: Path) -> None:
    kept(tmp_path, Edition(NOW - 5 * DAY, BRIEF))
    (line,) = told(tmp_path)
    assert line.startswith("warn: last send: 2031-02-27 07:00 (5 days ago) → see whether a next run is found")


def test_a_run_of_tomorrow_means_that_the_clock_is_wrong(tmp_path: Path) -> None:
    kept(tmp_path, Edition(NOW + DAY, BRIEF))
    assert told(tmp_path)[0].startswith("warn: last send: 2031-03-05 07:00")
    assert "the clock is or was wrong" in told(tmp_path)[0]


def test_a_run_at_work_is_told_and_not_disturbed(tmp_path: Path) -> None:
    State(tmp_path).close()
    with alone(tmp_path, "mine"):
        assert told(tmp_path)[0] == "ok: lock: a run is at it now"


@pytest.mark.parametrize(
    ("fate", "level", "detail", "remedy"),
    [
        ("queued", "warn", "waiting (451 later)", "the next `briefing send` posts them"),
        ("unknown", "fault", "nobody knows whether it arrived (451 later)", "`briefing send --resume`"),
        ("sending", "fault", "nobody knows whether it arrived (451 later)", "`briefing send --resume`"),
        ("refused", "fault", "refused (451 later)", "mend the address; then `briefing send --resume`"),
    ],
)
def test_mails_that_did_not_go_out_are_told_with_what_to_do(
    tmp_path: Path, fate: Fate, level: str, detail: str, remedy: str
) -> None:
    letters = tuple(
        Letter(f"<{name}@x>", "b@tide.example", f"{name}@tide.example", b"x") for name in ("ada", "ben")
    )
    kept(tmp_path, Edition(NOW - HOUR, BRIEF, letters=letters))
    with State(tmp_path) as state:
        for letter in letters:
            state.outbox.settle(letter.id, fate, "451 later")
    line = told(tmp_path)[1]
    assert line.startswith(
        f"{level}: outbox: 2 mails to ada@tide.example, ben@tide.example of 2031-03-04 06:00"
    )
    assert detail in line
    assert remedy in line


def test_a_mail_that_a_run_is_sending_now_is_no_fault(tmp_path: Path) -> None:
    kept(tmp_path, Edition(NOW, BRIEF, letters=(Letter("<a@x>", "b@tide.example", "a@tide.example", b"x"),)))
    with State(tmp_path) as state:
        state.outbox.settle("<a@x>", "sending")
    with alone(tmp_path, "mine"):
        assert not [line for line in told(tmp_path) if line.startswith("fault")]


# The next run.

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
    monkeypatch.setenv("BRIEFING_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
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
