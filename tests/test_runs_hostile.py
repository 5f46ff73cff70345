"""Whole runs on input that means harm, or none: no traceback, the right code, true offsets, bounded time."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from chaos import Chaos
from honest import honest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from runs import STORIES, Outcome, Program, assert_sound, reasons, stages

from briefing import tokens
from briefing.cli.main import main
from briefing.render.html.assets import asset

NEWS = STORIES["ferry-a.txt"]
OTHER = STORIES["ferry-b.txt"]
GERMAN = (
    "Die Fähre Alma lief am Montag vor Skerry Point auf Grund. Nach Angaben der Behörden wurden vierzehn "
    "Menschen verletzt, die Reederei äußerte sich nicht.\n"
)
HOSTILE_MARKS = (
    "# *Ferry* [aground](http://evil.example/x) <script>alert(1)</script>\n\n"
    "Officials said that 14 people \x1b[31mwere hurt\x1b[0m aboard the \u202eferry\u202c Alma. "
    "The ferry ![i](http://evil.example/a.png) ran <b>aground</b> &amp; `sank` | off | Skerry\x07 Point.\n"
)


def foreign(page: str) -> str:
    """The page without the one script that is the program's own."""
    return page.replace(f"<script>{asset('script.js')}</script>", "", 1)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    return Program(tmp_path, monkeypatch, capfd)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + NEWS,
        NEWS.replace("\n", "\r\n"),
        NEWS.replace("\n", "\r"),
        NEWS.replace(". ", ".\u2028"),
        NEWS.replace(". ", ".\x85"),
        NEWS.replace(". ", ".\x1c"),
        NEWS.replace("people", "peo\0ple"),
        NEWS.replace("people", "peo\u00adple\u200b"),
        NEWS.strip(),
        bytes(range(1, 32)).decode() + NEWS,
        HOSTILE_MARKS,
        NEWS.replace("a", "á").replace("o", "\U0001f525"),
        "Hello",
        "123 456 789\n",
        "\U0001f600\U0001f600 \U0001f389\n",
        "# One\n\n## Two\n\n### Three\n",
        "o" + "\u0301" * 2000 + " officials said that 14 people were hurt.",
        "[" * 2000,
        '{"text": ' * 2000,
        "<a " * 2000,
        "~\\`*_{}[]()#+-.!|<>&" * 100 + " officials said that 14 people were hurt.",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_a_text_is_quoted_as_it_stands_and_printed_harmless(program: Program, text: str) -> None:
    program.write({"hostile.txt": text, "news.txt": OTHER})
    assert_sound(program, program.make())
    for form in ("md", "html", "text"):
        made = program("make", ".", "-f", form)
        assert made.code in (0, 3)
        assert not {"\0", "\x07", "\x1b", "\u202e", "\u2028"} & set(made.out)
        assert form == "text" or "<script" not in foreign(made.out).replace("\\<", "")
        assert "http://evil.example" not in made.out
        assert form != "html" or "<img" not in made.out


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b" \n\t\r\n\xef\xbb\xbf", "empty"),
        (b"\0" * 100, "unreadable"),
        (bytes(range(256)) * 20, "unreadable"),
        (b"%PDF-1.7 \xff\xfe", "unreadable"),
        ('""""\n“”“”\n'.encode(), "empty"),
        (b"Subscribe to our newsletter\n\nFollow us on Twitter\n", "empty"),
        (GERMAN.encode(), "language"),
        (
            "フェリー「アルマ」は月曜日に座礁した。当局によると十四人が負傷した。".encode("shift_jis"),
            "language",
        ),
    ],
)
def test_a_source_without_a_text_to_brief_is_named(program: Program, raw: bytes, why: str) -> None:
    (program.folder / "a.txt").write_bytes(raw)
    alone = program.make()
    assert (alone.code, alone.out) == (1, "")
    assert len(alone.err.splitlines()) == 1
    program.write({"news.txt": NEWS})
    brief = assert_sound(program, program.make())
    assert why in reasons(brief)
    assert brief["sources"][0]["status"] in ("empty", "failed", "skipped")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_other_encodings_are_read_and_said(program: Program, encoding: str) -> None:
    text = NEWS + "The café owner said that the £50 fine was “absurd”.\n"
    (program.folder / "a.txt").write_bytes(text.encode(encoding))
    brief = program.make(".", "--with-text").brief
    assert brief["sources"][0]["text"].removeprefix("\ufeff") == text
    assert "read as" in brief["sources"][0]["note"]
    program.write({"brief.json": json.dumps(brief)})
    assert program("check", "brief.json").code == 0


def test_folders_take_regular_files_and_arguments_name_what_fails(program: Program) -> None:
    program.write({"a.txt": NEWS, ".hidden.txt": OTHER, "b[1].txt": OTHER})
    os.mkfifo(program.folder / "pipe")
    (program.folder / "broken").symlink_to("nowhere")
    (program.folder / "loop").symlink_to(".")
    os.mkfifo(program.folder / "pipe.txt")
    made = program.make(".", "./a.txt", "a.txt", "*.none", "broken", "pipe", "b[1].txt", "\udcff", "x" * 5000)
    brief = made.brief
    assert made.code == 3
    used = [source["path"] for source in brief["sources"] if source["status"] == "used"]
    assert used == ["a.txt", "b[1].txt"]
    assert brief["sources"][0]["note"] == "named twice"
    assert len(made.err.splitlines()) == 1
    assert reasons(brief) == ["unreadable"] * (len(brief["sources"]) - 2)


def test_standard_input_and_broken_rows(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        json.dumps({"text": NEWS, "id": 7, "source": "The\nPost"}),
        "{broken",
        "[1]",
        '{"text": 5}',
        '{"text": "half \\ud800 a character"}',
        "{}",
        "null",
        '{"text": ' + "[" * 100_000,
        json.dumps({"text": OTHER, "published": "nonsense", "url": "javascript:alert(1)"}),
    ]
    raw = "\n".join(rows).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    made = program.make("-", "--with-text")
    brief = made.brief
    assert made.code == 3
    assert [source["status"] for source in brief["sources"]] == [
        "used", "failed", "failed", "failed", "failed", "empty", "failed", "failed", "used",
    ]  # fmt: skip
    assert brief["sources"][8]["url"] is None
    program.write({"brief.json": made.out})
    assert program("check", "brief.json").code == 0


def test_a_text_in_another_language_is_never_sent(program: Program) -> None:
    program.write({"news.txt": NEWS, "other.txt": OTHER, "meldung.txt": GERMAN})
    with Chaos(honest) as server:
        brief = assert_sound(program, program.asking(server))
    assert "Behörden" not in json.dumps(server.requests, ensure_ascii=False)
    assert [o["what"] for o in brief["not_covered"] if o["why"] == "language"] == ["meldung"]


def test_instructions_in_a_text_are_quoted_or_left_out(program: Program, shared: Path) -> None:
    """Every third string of the corpora, a hundred to a document, between two paragraphs of news."""
    found: list[dict[str, Any]] = []
    for corpus in sorted((shared / "data" / "injection").glob("*.jsonl")):
        found += map(json.loads, corpus.read_text(encoding="utf-8").splitlines())
    found = found[::3]
    for number in range(0, len(found), 100):
        texts = "\n\n".join(one["text"] for one in found[number : number + 100])
        texts = texts.encode(errors="replace").decode()
        program.write({f"{number}.txt": f"{NEWS}\n{texts}\n\n{OTHER}"})
    assert_sound(program, program.make())
    page = foreign(program("make", ".", "-f", "html").out)
    assert not {"\x1b", "\u202e", "\U000e0041"} & set(page)
    assert not any(mark in page for mark in ("<script", "<img", "<iframe", "http://evil", "https://evil"))


MILLION = 1_000_000
LONG = {
    "one sentence": "The officials " + "said on the river that the water rose " * (MILLION // 38) + ".",
    "one word": "a" * MILLION,
    "one number": "1" * (MILLION // 4),
    "one quotation": "“" + "word " * (MILLION // 5),
    "commas": "1," * (MILLION // 10),
    "dots": "." * (MILLION // 4),
    "brackets": "(" * (MILLION // 4),
    "spaces": "Officials" + " " * MILLION + "said that 14 people were hurt.",
    "10,000 sentences": " ".join(
        f"Inspector Ana Roy{n} said on Monday that {n} people of Town{n} left." for n in range(10_000)
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_a_text_of_any_length_is_read_in_bounded_time(program: Program, name: str) -> None:
    program.write({"long.txt": LONG[name], "news.txt": NEWS})
    start = time.process_time()
    made = program.make()
    seconds = time.process_time() - start
    assert_sound(program, made)
    assert seconds < 20, f"{seconds:.1f} s of processor time"


def test_two_thousand_small_files_are_read_in_bounded_time(program: Program) -> None:
    program.write({f"{n}.txt": f"Officials in Town{n} said that {n} people were hurt." for n in range(2_000)})
    start = time.process_time()
    made = program.make()
    assert time.process_time() - start < 20
    assert_sound(program, made)
    assert len(made.brief["sources"]) == 2000


def quietly(*arguments: str) -> Outcome:
    """The program without pytest's capture, which Hypothesis would share between examples."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    assert isinstance(out.buffer, io.BytesIO)
    return Outcome(code, out.buffer.getvalue().decode(), err.getvalue())


WORDS = st.sampled_from(
    'said "14 people“ were ”hurt. U.S. $5 million on Monday not denied, Mr Smith’s 3.5% — \n\n # - 1. \r\n '
    "( ) \u2028 \ufeff \0 e\u0301 \U0001f525 ½ 10:30 14/6 the ﬁre of Alma?! ... 'twas “”".split(" ")
)


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.lists(WORDS, max_size=60).map(lambda words: " ".join(words).encode()),
    )
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_of_a_file_break_a_run(program: Program, raw: bytes) -> None:
    (program.folder / "a.txt").write_bytes(raw)
    program.write({"b.txt": OTHER})
    alone, made = quietly("make", "a.txt"), quietly("make", "a.txt", "b.txt", "-f", "json", "--with-text")
    assert alone.code in (0, 1, 3)
    assert "defect" not in alone.err + made.err
    assert made.code in (0, 3)
    brief = made.brief
    texts = {source["id"]: source.get("text") for source in brief["sources"]}
    for citation in brief["citations"].values():
        assert texts[citation["source"]][citation["start"] : citation["end"]] == citation["quote"]
    (program.folder / "b.json").write_text(made.out, encoding="utf-8", newline="")
    checked = quietly("check", "b.json")
    assert checked.code == 0, checked.out


@pytest.mark.parametrize("target", ["/proc/brief.md", ".", "none/brief.md", "news.txt/brief.md"])
def test_a_place_that_cannot_be_written_is_told_before_a_model_is_paid(program: Program, target: str) -> None:
    program.write({"news.txt": NEWS})
    with Chaos(honest) as server:
        made = program.asking(server, "news.txt", "-o", target)
    assert (made.code, made.out, server.requests) == (2, "", [])
    assert len(made.err.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_failure(program: Program) -> None:
    program.write(STORIES)
    command = f"{sys.executable} -m briefing make . -f json | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env=dict(os.environ) | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")


def test_a_full_or_closed_standard_output_is_told_in_one_line(program: Program) -> None:
    program.write({"news.txt": NEWS})
    for redirection in (">/dev/full", ">&-"):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m briefing make . {redirection}"],
            env=dict(os.environ) | {"PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert b"standard output" in done.stderr


def test_a_plan_tells_what_is_then_sent(program: Program) -> None:
    program.write(STORIES)
    program.environment("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    plan = program.make(".", "-m", "any", "--plan").brief
    assert "127.0.0.1" in program("make", ".", "-m", "any", "--plan").out
    with Chaos(honest) as server:
        brief = program.asking(server).brief
    sent = [
        sum(tokens.count(message["content"]) for message in request["messages"])
        for request in server.requests
    ]
    first = [n for n, stage in zip(sent, stages(server.requests), strict=True) if stage == "claims"]
    assert plan["format"] == "briefing-plan/1"
    assert [story["id"] for story in plan["stories"]] == [story["id"] for story in brief["stories"]]
    assert plan["first_stage"]["calls"] == len(first)
    assert plan["first_stage"]["prompt_tokens"] == pytest.approx(sum(first), rel=0.05)
    assert plan["calls"] >= len(sent)
    assert plan["prompt_tokens"] >= sum(sent)
