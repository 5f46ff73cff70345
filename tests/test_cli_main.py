"""The program as a whole: its help, its speed, and what every error becomes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.main import briefing, main

HEAVY = {"openai", "rich", "numpy", "tiktoken", "jinja2", "pydantic", "sqlite3", "platformdirs"}


def test_help_prints_the_commands(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "make" in capfd.readouterr().out


def test_no_command_is_a_wrong_command_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "Usage: briefing" in captured.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("asked", [["--help"], ["--version"], ["make", "--help"], ["send", "-h"]])
def test_help_that_a_full_device_does_not_take_is_no_defect(asked: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", *asked], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 1
    assert done.stderr.startswith("briefing: standard output cannot be written: No space left on device")


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_a_closed_standard_error_is_no_defect(tmp_path: Path) -> None:
    """Without one, the next file that is opened would have its number, and be written into."""
    (tmp_path / "ferry.txt").write_text("The ferry sank off Halden on Monday. Nobody was hurt.\n")
    asked = '"$0" -m briefing make ferry.txt 2>&-'
    environment = os.environ | {"BRIEFING_STATE": str(tmp_path / "state")}
    done = subprocess.run(
        ["sh", "-c", asked, sys.executable], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert done.returncode == 0
    assert "The ferry sank off Halden on Monday." in done.stdout


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, briefing.cli.main as m; m.main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stderr.split())


def make_one(folder: Path, before: str) -> set[str]:
    """The modules that a brief of one text loads, in a process that runs `before` first."""
    (folder / "ferry.txt").write_text("The ferry sank off Halden on Monday. Nobody was hurt.\n")
    code = f"""import sys, briefing.cli.main as m; {before}
code = m.main(["make", "ferry.txt"]); print("\\n", *sys.modules, file=sys.stderr); sys.exit(code)"""
    environment = os.environ | {"BRIEFING_STATE": str(folder), "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_a_brief_without_a_model_loads_nothing_that_serves_a_model(tmp_path: Path) -> None:
    loaded = make_one(tmp_path, before="")
    assert "briefing.extractive" in loaded
    assert not {"openai", "httpx", "jinja2", "pydantic", "tenacity", "rich"} & loaded


def test_a_brief_of_few_texts_loads_a_part_of_the_vocabulary(tmp_path: Path) -> None:
    """All 200,000 tokens would take a quarter of such a run: here they would raise."""
    loaded = make_one(tmp_path, before="from briefing.tokens.vocabulary import Vocabulary as v; del v.whole")
    assert "tiktoken" in loaded


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[BaseException]:
    """`make` raises what is put in here."""
    errors: list[BaseException] = []

    def fail(*_: object, **__: object) -> None:
        raise errors[0]

    monkeypatch.setenv("BRIEFING_STATE", str(tmp_path))
    monkeypatch.setattr(briefing.commands["make"], "callback", fail)
    return errors


def test_a_defect_is_one_harmless_line_and_its_traceback_is_kept(
    failing: list[BaseException], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    failing.append(RuntimeError("oh \x1b[31mno\nreally"))
    assert main(["make", "x"]) == 1
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "RuntimeError: oh [31mno" in captured.err
    assert "\x1b" not in captured.err
    assert "Traceback" not in captured.err
    kept = tmp_path / "last-error.txt"
    assert str(kept) in captured.err
    assert "Traceback" in kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_ctrl_c_says_what_is_kept(failing: list[BaseException], capfd: pytest.CaptureFixture[str]) -> None:
    failing.append(KeyboardInterrupt())
    assert main(["make", "x"]) == 130
    assert "are kept" in capfd.readouterr().err


def test_an_interrupted_process_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    environment = {**os.environ, "BRIEFING_STATE": str(tmp_path)}
    command = [sys.executable, "-m", "briefing", "make", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"word " * 100_000)  # more than a pipe holds: it is being read
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == b""
    assert b"interrupted" in err
    assert b"Traceback" not in err


def test_the_version_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr().out.startswith("briefing, version ")


def test_an_option_without_its_value_names_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "--format"]) == 2
    assert capsys.readouterr().err.endswith("Try: briefing make --help\n")
