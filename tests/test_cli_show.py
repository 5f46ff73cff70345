"""`briefing show` prints an earlier brief as it was printed then, and the texts that its offsets refer to."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from homes import moved_in

from briefing.cli.main import main
from briefing.render.escape import visible
from briefing.state import State
from briefing.state.database import NAME

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
POST = "\ufeffThe ferry Alma ran aground off Skerry Point on Monday.\r\nFourteen people were hurt.\x1b[2J"
WIRE = "The ferry Alma hit rocks near Skerry Point on Monday. Seventeen people were hurt, police said.\n"
Show = Callable[..., tuple[int, str, str]]


@pytest.fixture
def briefing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Show:
    """Runs the program in a folder with two sources: exit code, standard output, standard error."""
    moved_in(tmp_path, monkeypatch)
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8", newline="")
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8", newline="")
    (tmp_path / "void.txt").touch()

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capfdbinary.readouterr()
        return code, captured.out.decode(), captured.err.decode()

    return run


@pytest.mark.parametrize("form", ["md", "html", "json", "text"])
@pytest.mark.parametrize("name", sorted(p.parent.name for p in EXAMPLES.glob("*/sources")))
def test_it_prints_the_bytes_that_make_printed(briefing: Show, name: str, form: str) -> None:
    _, made, _ = briefing("make", "-f", form, str(EXAMPLES / name / "sources"))
    assert made
    assert briefing("show", "-f", form) == (0, made, "")


def test_a_brief_that_a_model_wrote_is_printed_alike(briefing: Show, tmp_path: Path) -> None:
    """From the recorded brief and its sources, as the archive would hold them."""
    from briefing import render
    from briefing.sources import read
    from briefing.types import Document

    folder = EXAMPLES / "harbour-bridge"
    sources = read([str(folder / "sources")], stdin=None)
    texts = {document.id: document.text for document in sources if isinstance(document, Document)}
    recorded = (folder / "recorded.json").read_text(encoding="utf-8")
    with State(tmp_path / "state") as state:
        state.archive.file(recorded, texts)
    assert briefing("show")[1] == (folder / "recorded.md").read_text(encoding="utf-8")
    assert render.json(render.read_brief(recorded, texts)) == recorded


def test_a_run_is_the_number_that_list_shows(briefing: Show) -> None:
    for title in ("First", "Second", "Third"):
        briefing("make", "post.txt", "wire.txt", "--title", title)
    code, out, err = briefing("show", "--list")
    assert (code, err) == (0, "")
    rows = [line.split() for line in out.splitlines()]
    assert [(row[0], row[3]) for row in rows] == [("3", "Third"), ("2", "Second"), ("1", "First")]
    assert out.endswith("  1 story, 2 sources\n")
    assert briefing("show", "2")[1].startswith("# Second\n")
    assert briefing("show")[1].startswith("# Third\n")


def test_the_text_of_a_source_is_the_one_that_offsets_count(briefing: Show) -> None:
    briefing("make", "post.txt", "wire.txt")
    brief = json.loads(briefing("show", "-f", "json")[1])
    texts = {s["id"]: briefing("show", "--source", s["id"])[1] for s in brief["sources"]}
    assert texts == {"S1": POST, "S2": WIRE}
    assert brief["citations"]
    for citation in brief["citations"].values():
        assert texts[citation["source"]][citation["start"] : citation["end"]] == citation["quote"]


def test_a_text_cannot_steer_a_terminal_and_keeps_its_offsets(
    briefing: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing("make", "post.txt", "wire.txt")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    shown = briefing("show", "--source", "S1")[1]
    assert "\x1b" not in shown
    assert len(shown) == len(POST)
    assert shown == visible(POST)


def test_the_page_is_opened_from_a_file_of_its_owner(briefing: Show, tmp_path: Path) -> None:
    briefing("make", "post.txt", "wire.txt")
    page = briefing("show", "-f", "html")[1]
    done = opened(tmp_path, "true")
    assert done.returncode == 0
    path = Path(done.stderr.removeprefix("briefing: its page is ").rstrip())
    assert path.read_text(encoding="utf-8") == page
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (tmp_path / "opened").read_text().rstrip() == path.as_uri()


def test_where_no_browser_starts_the_file_is_named(briefing: Show, tmp_path: Path) -> None:
    briefing("make", "post.txt", "wire.txt")
    done = opened(tmp_path, "false")
    assert done.returncode == 1
    assert "no browser could be started: open " in done.stderr


def opened(folder: Path, end: str) -> subprocess.CompletedProcess[str]:
    """`show --open` with a browser that writes down what it is to open, and ends like `end`."""
    browser = folder / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" > "{folder}/opened"\n{end}\n')
    browser.chmod(0o700)
    return subprocess.run(
        [sys.executable, "-m", "briefing", "show", "--open"],
        env=os.environ | {"BROWSER": f"{browser} %s", "TMPDIR": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["9"], 2, "no run 9 in the archive; briefing show --list"),
        (["0"], 2, "0 is not in the range"),
        (["1" * 30], 2, "is not in the range"),
        (["latest"], 2, "latest"),
        (["--source", "S9"], 2, "run 1 has no source S9; it has S1 to S3"),
        (["--source", ""], 2, "has no source"),
        (["--source", "S3"], 1, "S3 of run 1 (void) has no text: no text in it"),
        (["--list", "--open"], 2, "--list and --open do not go together"),
        (["--source", "S1", "-f", "md"], 2, "leave out -f md"),
        (["--list", "1"], 2, "leave out 1"),
    ],
)
def test_what_is_not_there_is_one_line(briefing: Show, arguments: list[str], code: int, told: str) -> None:
    briefing("make", "post.txt", "wire.txt", "void.txt")
    done, out, err = briefing("show", *arguments)
    assert (done, out) == (code, "")
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("option", ["", "--list", "--open", "--source=S1", "1"])
def test_an_empty_archive_is_told_and_none_is_made(briefing: Show, tmp_path: Path, option: str) -> None:
    code, out, err = briefing("show", *filter(None, [option]))
    assert (code, out) == (1, "")
    assert "no brief is in the archive yet" in err
    assert "briefing make" in err
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM brief_texts; DELETE FROM texts",
        "UPDATE texts SET utf8 = CAST(utf8 || 'x' AS BLOB)",
        "UPDATE briefs SET brief = json_remove(brief, '$.checks')",
        "UPDATE briefs SET brief = '{}'",
        "UPDATE briefs SET brief = '{'",
        "UPDATE briefs SET brief = json_set(brief, '$.stories[0].headline', 7)",
        "UPDATE briefs SET brief = json_set(brief, '$.sources', json('[[]]'))",
        "UPDATE briefs SET brief = json_set(brief, '$.sources[0].id', 'one')",
        "UPDATE briefs SET brief = json_set(brief, '$.engine.prompts', json('{\"claims\": 5}'))",
    ],
)
def test_a_damaged_archive_is_one_line(briefing: Show, tmp_path: Path, sql: str) -> None:
    briefing("make", "post.txt", "wire.txt")
    connection = sqlite3.connect(tmp_path / "state" / NAME)
    connection.executescript(sql)
    connection.close()
    code, out, err = briefing("show")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "a defect" not in err
