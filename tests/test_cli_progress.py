"""Progress is one live line on a terminal, and silence elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.console import Console
from briefing.cli.progress import Line, is_shown, spent
from briefing.pipeline import Progress
from briefing.types import Usage


def test_what_was_spent() -> None:
    assert spent(Usage()) == ()
    assert spent(Usage(3, 2, 0, 1200, 34, 0.5)) == ("3 calls, 2 cached", "1,234 tokens", "$0.5000")
    assert spent(Usage(1, cost_usd=None))[-1] == "price unknown"


def test_verbose_tells_line_by_line_and_names_the_host_first(capfd: pytest.CaptureFixture[str]) -> None:
    with Line(Console(verbose=True), "api.example") as line:
        line.progress(Progress("writing", 1, 2))
        line.usage(Usage(calls=1))
    captured = capfd.readouterr()
    assert captured.err == "briefing: text goes to api.example\nbriefing: writing 1 of 2\n"
    assert captured.out == ""


def test_quiet_wins_over_verbose(capfd: pytest.CaptureFixture[str]) -> None:
    with Line(Console(quiet=True, verbose=True), None) as line:
        line.progress(Progress("writing", 1, 2))
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("variables", "arguments", "shown"),
    [({}, (), True), ({"NO_COLOR": "1"}, (), False), ({}, ("-q",), False)],
)
def test_a_terminal_sees_it_unless_told_not_to(
    tmp_path: Path, variables: dict[str, str], arguments: tuple[str, ...], shown: bool
) -> None:
    (tmp_path / "a.txt").write_text(
        "The spring fair of Northmoor opens on Friday. It lasts for three days.\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR" and not k.startswith("OPENAI")}
    environment |= {"BRIEFING_STATE": str(tmp_path / "state"), "TERM": "xterm", **variables}
    ours, theirs = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "make", "a.txt", *arguments],
        cwd=tmp_path,
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
    assert done.returncode == 0
    assert done.stdout.startswith(b"# Morning brief")
    assert b"\x1b" not in done.stdout
    assert (b"no text leaves this machine" in told) is shown
    assert bool(told) is shown


def test_a_pipe_sees_nothing() -> None:
    assert not is_shown(Console())
