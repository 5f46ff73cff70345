"""The program as a user starts it, on a folder of broken documents: what it may print, and how it may end."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

from briefing.cli.main import main

BATCH = 25
"""Inputs in one folder: the child that parses them takes half a second to start."""
_ENDS = {"make": {0, 1, 3}, "check": {0, 1, 2, 5}}


def whole(parser: str, inputs: Sequence[bytes]) -> None:
    """Makes a brief of the inputs and checks it; or, where they are briefs, checks each."""
    with _folder() as folder:
        (folder / "in").mkdir()
        for number, raw in enumerate(inputs):
            (folder / "in" / f"{number:02}").write_bytes(raw)
        if parser == "brief":
            for path in sorted((folder / "in").iterdir()):
                _run("check", str(path))
        elif _run("make", "in", "-f", "json", "--with-text", "-o", "brief.json") != 1:
            told = json.loads((folder / "brief.json").read_text(encoding="utf-8"))
            texts = {source["id"]: source.get("text", "") for source in told["sources"]}
            for citation in told["citations"].values():
                assert texts[citation["source"]][citation["start"] : citation["end"]] == citation["quote"]
            assert {source["path"] for source in told["sources"]} == {
                f"in/{n:02}" for n in range(len(inputs))
            }
            assert _run("check", "brief.json") == 0, "its own brief has faults"


def _run(command: str, *arguments: str) -> int:
    out, err = TextIOWrapper(BytesIO(), "utf-8"), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([command, *arguments])
    said = err.getvalue()
    assert "defect" not in said, said
    assert "Traceback" not in said, said
    assert code in _ENDS[command], f"{command} ends with {code}: {said}"
    if command == "check" and code == 5 and arguments == ("brief.json",):
        out.seek(0)
        raise AssertionError(out.read()[:500])
    return code


@contextmanager
def _folder() -> Iterator[Path]:
    """An empty folder as current one, with a state and a configuration of its own."""
    before, environment = os.getcwd(), dict(os.environ)
    folder = Path(tempfile.mkdtemp(prefix="campaign-"))
    os.environ.update(BRIEFING_STATE=str(folder / "state"), XDG_CONFIG_HOME=str(folder / "config"))
    os.chdir(folder)
    try:
        yield folder
    finally:
        os.chdir(before)
        os.environ.clear()
        os.environ.update(environment)
        shutil.rmtree(folder)
