"""Progress is one live line on a terminal, and silence elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from homes import command, moved_in
from loopback import serving

from briefing.cli.console import Console
from briefing.cli.progress import RunLine, is_shown, spent
from briefing.pipeline import Progress
from briefing.types import Usage


def test_what_was_spent() -> None:
    assert spent(Usage()) == ()
    assert spent(Usage(3, 2, 0, 1200, 34, 0.5)) == ("3 calls, 2 cached", "1,234 tokens", "$0.5000")
    assert spent(Usage(1, cost_usd=None))[::2] == ("1 call, 0 cached", "price unknown")


def test_verbose_tells_line_by_line_and_names_the_host_first(capfd: pytest.CaptureFixture[str]) -> None:
    with RunLine(Console(verbose=True), "api.example") as line:
        line.progress(Progress("writing", 1, 2))
        line.usage(Usage(calls=1))
    captured = capfd.readouterr()
    assert captured.err == "briefing: text goes to api.example\nbriefing: writing 1 of 2\n"
    assert captured.out == ""


def test_quiet_wins_over_verbose(capfd: pytest.CaptureFixture[str]) -> None:
    with RunLine(Console(quiet=True, verbose=True), None) as line:
        line.progress(Progress("writing", 1, 2))
    assert capfd.readouterr().err == ""


def on_a_terminal(
    folder: Path, *arguments: str | Path, **variables: str
) -> tuple[bytes, subprocess.CompletedProcess[bytes]]:
    """What `make` tells a terminal on standard error, and the process as it ended."""
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR" and not k.startswith("OPENAI")}
    environment |= {"BRIEFING_STATE": str(folder / "state"), "TERM": "xterm", "COLUMNS": "200", **variables}
    ours, theirs = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "make", *arguments],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(Path(__file__).parents[1])},
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.set_blocking(ours, False)
    try:
        told = os.read(ours, 1 << 16)
    except BlockingIOError:
        told = b""
    os.close(ours)
    os.close(theirs)
    return told, done


FAIR = "The spring fair of Northmoor opens on Friday. It lasts for three days.\n"


@pytest.mark.parametrize(
    ("variables", "arguments", "shown"),
    [
        ({}, (), True),
        ({"NO_COLOR": "1"}, (), False),
        ({"TERM": "dumb"}, (), False),
        ({}, ("-q",), False),
    ],
)
def test_a_terminal_sees_it_unless_told_not_to(
    tmp_path: Path, variables: dict[str, str], arguments: tuple[str, ...], shown: bool
) -> None:
    (tmp_path / "a.txt").write_text(FAIR)
    told, done = on_a_terminal(tmp_path, "a.txt", *arguments, **variables)
    assert done.returncode == 0
    assert done.stdout.startswith(b"# Morning brief")
    assert b"\x1b" not in done.stdout
    assert (b"no text leaves this machine" in told) is shown
    assert bool(told) is shown


def test_a_terminal_sees_which_address_is_read_after_the_host_that_text_goes_to(tmp_path: Path) -> None:
    with serving(lambda path: FAIR.encode()) as home:
        rows = (f'[[sources]]\nurl = "{home}/{n}"\nallow_private_address = true\n' for n in "ab")
        (tmp_path / "mine.toml").write_text("".join(rows))
        told, done = on_a_terminal(tmp_path, "-c", "mine.toml")
    assert done.returncode == 0
    line = f"no model, no text leaves this machine · reading 2: {home}/b"
    assert line in told.decode()


def test_a_pipe_sees_nothing() -> None:
    assert not is_shown(Console())


def test_no_host_is_named_where_every_source_is_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = moved_in(tmp_path, monkeypatch, "here")
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    (folder / "a.txt").write_text("The ferry Alma ran aground off Skerry Point on Monday.")
    head = (
        'model = "tide-7b"\nbase_url = "https://192.0.2.1/v1"\nmax_calls = 0\n[[sources]]\npath = "a.txt"\n'
    )
    for private, place in (("true", "no model, no text leaves this machine"), ("false", "text goes to 192")):
        (folder / "b.toml").write_text(f"{head}private = {private}\n")
        assert command(capfd)("make", "-v", "-c", "b.toml")[2].startswith(f"briefing: {place}")
