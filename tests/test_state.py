"""The one database: what is kept is found again, by threads and processes at once, or one clear error."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.state import State, StateError, open_state, state_folder
from briefing.state.database import NAME, Database
from briefing.state.schema import MIGRATIONS
from briefing.types import Completion

AS_OF = datetime(2031, 1, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize("text", ["{}", "", "a\0b", "\ud800", "\u2028 “ ” \U0001f525", "x" * 1_000_000])
def test_a_reply_is_found_again_as_it_was(tmp_path: Path, text: str) -> None:
    with State(tmp_path) as state:
        state.replies(AS_OF).put("key", Completion(text, 7, 3))
    with State(tmp_path) as state:
        assert state.replies(AS_OF).get("key") == Completion(text, 7, 3)
        assert state.replies(AS_OF).get("another key") is None


def test_a_second_reply_replaces_the_first(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.replies(AS_OF).put("key", Completion("one"))
        state.replies(AS_OF).put("key", Completion("two"))
        assert state.replies(AS_OF).get("key") == Completion("two")


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    folder, mask = tmp_path / "state" / "briefing", os.umask(0)
    try:
        with State(folder) as state:
            state.replies(AS_OF).put("key", Completion("{}"))
            modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()}
    finally:
        os.umask(mask)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert set(modes.values()) == {0o600}
    assert f"{NAME}-wal" in modes


def test_a_folder_with_other_things_in_it_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    tmp_path.chmod(0o755)
    State(tmp_path).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_threads_share_it(tmp_path: Path) -> None:
    with State(tmp_path) as state, ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: state.replies(AS_OF).put(str(n), Completion(str(n))), range(200)))
        assert [state.replies(AS_OF).get(str(n)) for n in range(200)] == [
            Completion(str(n)) for n in range(200)
        ]


def test_eight_processes_open_and_write_a_new_one_at_once(tmp_path: Path) -> None:
    program = """
import sys
from datetime import datetime
from pathlib import Path
from briefing.state import State
from briefing.types import Completion
with State(Path(sys.argv[1]), busy_seconds=60) as state:
    for n in range(10):
        state.replies(datetime(2031, 1, 1)).put(f"{sys.argv[2]}.{n}", Completion("{}"))
"""
    command = [sys.executable, "-c", program, str(tmp_path)]
    running = [subprocess.Popen([*command, str(n)], stderr=subprocess.PIPE) for n in range(8)]
    errors = [process.communicate(timeout=120)[1].decode() for process in running]
    assert errors == [""] * 8
    with State(tmp_path) as state:
        assert all(state.replies(AS_OF).get(f"{p}.{n}") for p in range(8) for n in range(10))


def test_a_database_that_another_process_holds_is_told_after_the_wait(tmp_path: Path) -> None:
    State(tmp_path).close()
    other = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with State(tmp_path, busy_seconds=0.01) as state, pytest.raises(StateError, match="locked"):
        state.replies(AS_OF).put("key", Completion("{}"))
    other.close()


def test_what_failed_once_is_not_waited_for_again(tmp_path: Path) -> None:
    with State(tmp_path, busy_seconds=0.01) as state:
        other = sqlite3.connect(tmp_path / NAME, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StateError, match="locked"):
            state.replies(AS_OF).put("key", Completion("{}"))
        assert state.failed
        other.close()
        with pytest.raises(StateError, match="locked"):
            state.replies(AS_OF).put("key", Completion("{}"))


def no_database(folder: Path) -> None:
    (folder / NAME).write_bytes(b"This is no database. " * 1000)


def damaged(folder: Path) -> None:
    State(folder).close()
    raw = (folder / NAME).read_bytes()
    (folder / NAME).write_bytes(raw[:100] + b"\xff" * (len(raw) - 100))


def newer(folder: Path) -> None:
    State(folder).close()
    connection = sqlite3.connect(folder / NAME)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()


def a_folder_instead(folder: Path) -> None:
    (folder / NAME).mkdir()


@pytest.mark.parametrize("spoil", [no_database, damaged, newer, a_folder_instead])
def test_a_database_that_cannot_be_used_is_one_line_and_no_state(tmp_path: Path, spoil: object) -> None:
    spoil(tmp_path)  # type: ignore[operator]
    with pytest.raises(StateError, match=NAME):
        State(tmp_path).replies(AS_OF).put("key", Completion("{}"))


def test_where_there_is_no_folder_to_be_had_a_note_stands_for_the_state(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    notes: list[str] = []
    assert open_state(tmp_path / "file" / "briefing", notes.append) is None
    assert len(notes) == 1
    assert "BRIEFING_STATE" in notes[0]
    assert "\n" not in notes[0]


def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.replies(AS_OF).put("key", Completion("{}"))
        state._database._connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(StateError, match="full"):
            state.replies(AS_OF).put("big", Completion("x" * 1_000_000))
        assert state.replies(AS_OF).get("key") == Completion("{}")


def test_the_default_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state_folder(None) == tmp_path / "briefing"


def test_a_damaged_reply_is_told(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        with state._database.writing() as connection:
            connection.execute("INSERT INTO replies (key, completion) VALUES ('key', '{\"text\": ')")
        with pytest.raises(StateError, match="damaged"):
            state.replies(AS_OF).get("key")


def test_who_writes_has_the_database_alone_before_its_first_statement(tmp_path: Path) -> None:
    """One that only read first would fail at its own write, and no wait would help."""
    with State(tmp_path):
        first, second = Database(tmp_path, 5.0), Database(tmp_path, 0.05)
        with first.writing(), pytest.raises(StateError, match="locked"), second.writing():
            pass
        first.close()
        second.close()


def test_a_folder_with_nothing_but_ours_in_it_is_closed_to_others_again(tmp_path: Path) -> None:
    """The locks of the series are ours, too."""
    folder = tmp_path / "state"
    with State(folder):
        (folder / "locks").mkdir()
    folder.chmod(0o755)
    with State(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
