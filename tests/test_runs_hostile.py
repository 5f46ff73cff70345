"""Whole runs on input that means harm, or none: no traceback, the right code, true offsets, bounded time."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from chaos import Chaos
from honest import honest
from runs import STORIES, Program, assert_sound, reasons

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
