"""The weakest real model, run end to end on loopback: whatever it answers, the brief is sound."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from program import statements
from runs import Program, assert_sound

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / ".cache" / "model.gguf"
SECONDS = "40"
"""For one request; on a busy machine time runs out, is told, and the embedded engine writes."""

pytest.importorskip("xllamacpp", reason="needs the extra briefing[local]")
pytestmark = pytest.mark.skipif(not MODEL.is_file(), reason="needs the model that ./run.sh test fetches")


@pytest.fixture
def program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Program]:
    """The program, which may reach no host but this one."""
    program = Program(tmp_path, monkeypatch, capfd)
    program.environment("BRIEFING_TIMEOUT", SECONDS)
    connect = socket.socket.connect
    reached = set[str]()

    def connected(self: socket.socket, address: Any) -> None:
        reached.add(address[0])
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connected)
    yield program
    assert reached == {"127.0.0.1"}


def test_an_example(program: Program) -> None:
    assert_told(program, ROOT / "examples" / "harbour-bridge" / "sources")


def test_the_seeds(program: Program, shared: Path) -> None:
    assert_told(program, shared / "seeds")


def assert_told(program: Program, folder: Path) -> None:
    """A sound brief of these texts, with every figure grounded and every story's engine counted."""
    for path in folder.glob("*.txt"):
        shutil.copy(path, program.folder)
    brief = assert_sound(program, program.make("-m", f"gguf:{MODEL}"))
    engine, usage = brief["engine"], brief["usage"]
    assert (engine["kind"], engine["model"], engine["host"]) == ("model", "gguf:model.gguf", "127.0.0.1")
    assert usage["calls"] > 0
    assert usage["failed_calls"] < usage["calls"] or engine["fallbacks"] == len(brief["stories"])
    assert [story["engine"] for story in brief["stories"]].count("extractive") == engine["fallbacks"]
    assert list(statements(brief))
    assert brief["checks"]["numbers_grounded"] in (1.0, None)
    assert brief["checks"]["quote_fidelity"] == 1.0
