"""`briefing doctor` looks at the state, and at who may look into it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from doctors import SOURCE, Doctor, line

from briefing.cli.main import main
from briefing.state import State
from briefing.state.database import NAME


def test_the_last_run_is_told(doctor: Doctor, capfd: pytest.CaptureFixture[str]) -> None:
    main(["make", "-q", "a.txt"])
    capfd.readouterr()
    code, lines, _ = doctor(SOURCE)
    assert code == 0
    assert re.fullmatch(r"ok: state: 0\.\d MB in \S+, whole, and its owner's alone", line(lines, "state"))
    assert re.fullmatch(r"ok: last run: 1, [-\d]+ [:\d]+: 1 story of 1 source", line(lines, "last run"))


def harmed(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.executescript(
        "CREATE TABLE t (x); CREATE INDEX i ON t (x); INSERT INTO t VALUES (1);"
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'i';"
    )
    connection.close()


def no_database(file: Path) -> None:
    file.write_bytes(b"no database " * 1000)


@pytest.mark.parametrize(("spoil", "told"), [(harmed, ", damaged: "), (no_database, "move it away")])
def test_a_damaged_state_is_a_fault(
    doctor: Doctor,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    told: str,
) -> None:
    main(["make", "-q", "a.txt"])
    capfd.readouterr()
    spoil(tmp_path / "state" / NAME)
    code, lines, err = doctor(SOURCE)
    assert (code, err) == (5, "")
    assert told in line(lines, "state")
    assert line(lines, "state").startswith("fault: ")


def test_who_may_look_into_the_state_is_told(
    doctor: Doctor, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["make", "-q", "a.txt"])
    capfd.readouterr()
    folder = tmp_path / "state"
    folder.chmod(0o755)
    assert "others could use it until now" in line(doctor(SOURCE)[1], "state")
    assert line(doctor(SOURCE)[1], "state").startswith("ok: ")
    (folder / "letter.txt").touch()
    folder.chmod(0o755)
    code, lines, _ = doctor(SOURCE)
    assert code == 0
    assert line(lines, "state").startswith("warn: ")
    assert line(lines, "state").endswith(f"→ chmod 700 {folder}")
    journal = folder / f"{NAME}-journal"
    journal.touch()
    journal.chmod(0o644)
    code, lines, _ = doctor(SOURCE)
    assert code == 5
    assert f"chmod 600 {journal}" in line(lines, "state")


def test_where_no_state_can_be_made_is_a_fault(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_STATE", str(Path("a.txt").absolute() / "state"))
    code, lines, _ = doctor(SOURCE)
    assert code == 5
    assert "→ set BRIEFING_STATE" in line(lines, "state")


def test_a_state_without_a_brief_is_no_fault(
    doctor: Doctor, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    State(tmp_path / "state").close()
    code, lines, _ = doctor(SOURCE)
    assert (code, line(lines, "last run")) == (0, "ok: last run: none yet")
    assert main(["show"]) == 1
    assert "no brief is in the archive yet" in capfd.readouterr().err
