"""A real model, the weakest that runs, in this process."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from asking import request

from briefing.errors import UsageError, WindowExceeded
from briefing.llm import gguf
from briefing.llm.local import LocalModel
from briefing.llm.stack import open_model
from briefing.settings.model import TIMEOUT, TIMEOUT_HERE

MODEL = Path(__file__).resolve().parents[1] / ".cache" / "model.gguf"
needs_model = pytest.mark.skipif(not MODEL.is_file(), reason="needs the model that ./run.sh test fetches")


def header(*pairs: bytes) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", 3, 0, len(pairs)) + b"".join(pairs)


def string(text: bytes) -> bytes:
    return struct.pack("<Q", len(text)) + text


NAME = string(b"general.name") + struct.pack("<I", 8) + string(b"Invented")
TAGS = string(b"general.tags") + struct.pack("<IIQ", 9, 8, 2) + string(b"a") + string(b"b")
RATE = string(b"general.rate") + struct.pack("<If", 6, 0.5)


def length(tokens: int) -> bytes:
    return string(b"llama.context_length") + struct.pack("<II", 4, tokens)


@pytest.mark.parametrize(("tokens", "expected"), [(2048, 2048), (131_072, 8192)])
def test_the_window_is_the_files_up_to_what_memory_allows(tmp_path: Path, tokens: int, expected: int) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(header(NAME, TAGS, RATE, length(tokens)))
    assert gguf.window(path) == expected


def test_a_file_that_names_no_window_gets_the_largest(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(header(NAME))
    assert gguf.window(path) == 8192


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04 a zip", "not a GGUF file"),
        (b"", "not a GGUF file"),
        (b"GGUF", "broken"),
        (header(NAME)[:-3] + b"", "run"),
        (header(string(b"k") + struct.pack("<I", 99)), "broken"),
        (header(struct.pack("<Q", 1 << 60)), "broken"),
    ],
)
def test_a_file_that_is_no_model_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=told):
        LocalModel(path, timeout=60)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"absent\.gguf"):
        LocalModel(tmp_path / "absent.gguf", timeout=60)


def test_without_the_extra_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    path = tmp_path / "model.gguf"
    path.write_bytes(header(length(2048)))
    with pytest.raises(UsageError, match=r"pip install 'briefing\[local\]'"):
        LocalModel(path, timeout=60)


@pytest.mark.parametrize(("told", "waits"), [(None, TIMEOUT_HERE), (5.0, 5.0)])
def test_a_model_in_this_process_has_the_time_that_it_is_given_or_more_than_a_server(
    monkeypatch: pytest.MonkeyPatch, told: float | None, waits: float
) -> None:
    made: list[float] = []

    class Slow:
        identity = "gguf"

        def __init__(self, path: Path, timeout: float) -> None:
            made.append(timeout)

    monkeypatch.setattr("briefing.llm.local.LocalModel", Slow)
    open_model("gguf:any.gguf", timeout=told)
    assert made == [waits]
    assert TIMEOUT_HERE > TIMEOUT


@needs_model
def test_a_real_model_keeps_to_the_schema_and_tells_its_window() -> None:
    model = LocalModel(MODEL, timeout=120)
    completion = model.complete(request("Who wrote Faust?", max_tokens=200))
    assert set(json.loads(completion.text)) == {"answer"}
    assert completion.prompt_tokens > 0
    with pytest.raises(WindowExceeded) as raised:
        model.complete(request("word " * 9000))
    assert raised.value.window == gguf.window(MODEL)


@needs_model
def test_llama_cpp_prints_nothing() -> None:
    """Standard output carries the product and nothing else."""
    program = "import sys; from briefing.llm.stack import open_model; open_model(sys.argv[1])"
    command = [sys.executable, "-c", program, f"gguf:{MODEL}"]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
