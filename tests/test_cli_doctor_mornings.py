"""What `doctor` says of the mornings: the clock, the room, the last run, and mails that wait."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli.examining.runs import runs
from briefing.cli.examining.sources import clock
from briefing.cli.examining.state import state as state_lines
from briefing.cli.undelivered import Again
from briefing.settings import Settings
from briefing.sources.web.clock import ahead
from briefing.state import Fate, State
from briefing.state.lock import alone
from briefing.types import Edition, Letter

NOW = datetime(2031, 3, 4, 7, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BRIEF = '{"as_of": "2031-03-03T07:00:00+00:00", "title": "Morning", "stories": [], "sources": []}'


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
    return [str(found) for found in runs(folder, "mine", NOW, Again.of(Path("my b.toml")))]


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
        assert told(tmp_path)[0] == "ok: lock: a run is under way"


RESUME = "`briefing send -c 'my b.toml' --resume`"


@pytest.mark.parametrize(
    ("fate", "level", "detail", "remedy"),
    [
        ("queued", "warn", "waiting (451 later)", "the next `briefing send` posts them"),
        (
            "unknown",
            "fault",
            "nobody knows whether it arrived (451 later)",
            RESUME,
        ),
        (
            "sending",
            "fault",
            "nobody knows whether it arrived (451 later)",
            RESUME,
        ),
        (
            "refused",
            "fault",
            "refused (451 later)",
            f"if the address is right, {RESUME}",
        ),
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
