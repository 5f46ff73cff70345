"""The process that parses: what it answers, what it allows itself, and what a parser's fault becomes.

In a process of its own it is killed rather than ended, and may write no file: no coverage is seen there.
"""

from __future__ import annotations

import io
import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bombs import one_page, stream

from briefing.sources.entry import Entry
from briefing.sources.limits import MEMORY
from briefing.sources.parsing import child
from briefing.sources.parsing.parsers import PARSERS, parser
from briefing.sources.parsing.wire import from_wire
from briefing.sources.refusal import Refusal

PAGE = b"<html><head><title>Ferry</title></head><body><p>The ferry ran aground on Monday evening.</p></body>"
LIST = b"<opml><body><outline text='A' xmlUrl='https://a.example/f'/></body></opml>"


@pytest.fixture(autouse=True)
def allowed(monkeypatch: pytest.MonkeyPatch) -> dict[int, int]:
    """The limits that it sets itself, which here are only written down."""
    found: dict[int, int] = {}

    def note(which: int, limits: tuple[int, int]) -> None:
        found[which] = limits[0]

    monkeypatch.setattr(resource, "setrlimit", note)
    return found


def ask(*documents: tuple[str, bytes], seconds: float = 10) -> list[list[Entry]]:
    """What it answers to each document of a kind; the first answer says that it is ready."""
    inward, outward = io.BytesIO(), io.BytesIO()
    for kind, raw in documents:
        inward.write(json.dumps({"kind": kind, "name": "a", "size": len(raw)}).encode() + b"\n" + raw)
    inward.seek(0)
    child.serve(inward, outward, seconds)
    ready, *answers = (json.loads(line) for line in outward.getvalue().splitlines())
    assert ready == {"entries": [], "spent": False}
    return [[from_wire(entry) for entry in answer["entries"]] for answer in answers]


@pytest.mark.skipif(not shutil.which("prlimit"), reason="needs util-linux")
def test_it_parses_below_limits_that_the_system_sets() -> None:
    """As a shell's `ulimit -v` or a service's LimitAS sets them, which nobody may raise again."""
    limits = (f"--as={3 << 30}", "--cpu=600")
    asked = json.dumps({"kind": "html", "name": "a.html", "size": len(PAGE)}).encode() + b"\n" + PAGE
    done = subprocess.run(
        ["prlimit", *limits, sys.executable, "-m", "briefing.sources.parsing.child", "10"],
        input=asked + asked,
        capture_output=True,
        check=True,
    )
    replies = [json.loads(line)["entries"] for line in done.stdout.splitlines()]
    assert [len(entries) for entries in replies] == [0, 1, 1]
    assert "ferry ran aground" in json.dumps(replies[2])


def test_it_answers_document_after_document() -> None:
    pdf = one_page(stream(b"BT /F1 12 Tf 72 720 Td (The ferry ran aground.) Tj ET"))
    page, listed, paper = ask(("html", PAGE), ("opml", LIST), ("pdf", pdf))
    assert [entry.title for entry in page] == ["Ferry"]
    assert [entry.url for entry in listed] == ["https://a.example/f"]
    assert [entry.content for entry in paper] == ["The ferry ran aground."]


def test_it_allows_itself_no_file_little_memory_and_little_time(allowed: dict[int, int]) -> None:
    ask(("opml", LIST), seconds=3)
    mapped, held = child._memory()
    used = resource.getrusage(resource.RUSAGE_SELF)
    assert (allowed[resource.RLIMIT_FSIZE], allowed[resource.RLIMIT_CORE]) == (0, 0)
    assert allowed[resource.RLIMIT_AS] <= mapped + MEMORY
    assert allowed[resource.RLIMIT_CPU] <= used.ru_utime + used.ru_stime + 4
    assert 0 < held < mapped


def raises(error: Exception) -> Callable[[bytes, str], Iterator[Entry]]:
    def parse(raw: bytes, name: str) -> Iterator[Entry]:
        yield Entry("The first document.")
        raise error

    return parse


@pytest.mark.parametrize(
    ("error", "before", "told"),
    [
        (RecursionError(), 1, "nested too deeply"),
        (ValueError("of the parser's own"), 1, "it cannot be parsed (ValueError)"),
        (MemoryError(), 0, f"more than {MEMORY >> 20} MB"),
    ],
)
def test_a_parser_that_fails_costs_the_rest_of_its_document(
    monkeypatch: pytest.MonkeyPatch, error: Exception, before: int, told: str
) -> None:
    """After a want of memory what was found is not trusted, nor is the process used again."""
    monkeypatch.setitem(PARSERS, "opml", (raises(error), ()))  # type: ignore[arg-type]
    ((*found, last), after) = ask(("opml", LIST), ("html", PAGE))
    assert [entry.content for entry in found] == ["The first document."] * before
    assert isinstance(last.content, Refusal)
    assert told in last.content.detail
    assert after[0].title == "Ferry"


def test_one_file_holds_only_so_many_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "ENTRIES", 2)
    ((*_, last),) = ask(("opml", LIST.replace(b"<body>", b"<body>" + LIST[12:-14] * 3)))
    assert isinstance(last.content, Refusal)
    assert "more than 2 documents in one file" in last.content.detail


def test_it_says_when_it_keeps_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_memory", lambda: (1 << 30, 1 << 29))
    outward = io.BytesIO()
    head = json.dumps({"kind": "opml", "name": "a", "size": len(LIST)}).encode() + b"\n"
    child.serve(io.BytesIO(head + LIST), outward, 10)
    assert [json.loads(line)["spent"] for line in outward.getvalue().splitlines()] == [False, True]


def test_where_there_is_no_proc_its_memory_is_taken_for_what_it_is_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(path: Path) -> str:
        raise FileNotFoundError(path)

    monkeypatch.setattr(Path, "read_text", missing)
    assert child._memory() == (192 << 20, 64 << 20)


@pytest.mark.parametrize("kind", PARSERS)
def test_what_parses_a_kind_is_loaded_before_its_time_runs(kind: str) -> None:
    parser(kind)
    assert {"html": "trafilatura", "pdf": "pypdfium2", "feed": "feedparser"}.get(
        kind, "lxml.etree"
    ) in sys.modules
