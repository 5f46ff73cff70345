"""Untrusted documents are parsed apart: pages and PDFs are read, and a bomb costs its own document only."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.sources import read
from briefing.sources.entry import Entry
from briefing.sources.page.html import page
from briefing.sources.page.html import read as read_page
from briefing.sources.parsing.apart import Apart
from briefing.sources.parsing.child import _bounded
from briefing.sources.pdf import joined
from briefing.sources.pdf import read as read_pdf
from briefing.sources.refusal import Refusal
from briefing.types import Document

PROSE = (
    "The ferry Alma ran aground off Skerry Point on Monday, and 14 people were hurt, officials said. "
    "The operator has not responded to questions about the age of the vessel and of its radar. "
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Alma | Harbour Post</title>
<link rel="canonical" href="https://post.example/ferry"><meta property="og:site_name" content="Harbour Post">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Ferry aground",
"author": [{{"name": "Mara Quill"}}], "datePublished": "2031-03-02T18:30:00+01:00"}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Ferry aground</h1>
<p>{PROSE}</p><p>“We had no warning,” said the cap&shy;tain.\u200b {PROSE}</p></article>
<footer>All rights reserved</footer></body></html>"""


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines."""
    drawn = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td 14 TL {drawn} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Harbour report) /CreationDate (D:20310302183000+01'00') >>",
    ]
    body, at = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        at.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    tail = b"trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 7\n0000000000 65535 f \n" + table + tail


def test_a_page_gives_its_main_text_and_what_it_says_of_itself() -> None:
    found = page(PAGE)
    assert isinstance(found.content, str)
    assert "said the captain." in found.content
    assert "rights reserved" not in found.content
    assert "Home" not in found.content
    assert (found.name, found.title, found.author) == ("Harbour Post", "Ferry aground", "Mara Quill")
    assert found.url == "https://post.example/ferry"
    assert found.published == datetime(2031, 3, 2, 17, 30, tzinfo=UTC)
    assert found.language == "en"


def test_what_a_page_declares_may_be_anything() -> None:
    """JSON-LD of any shape, dates that are none, addresses of other schemes: left out, never an error."""
    odd = PAGE.replace('{"@graph": [', '{"@graph": [[], 3, {"@type": ["x"]}, ').replace(
        "https://post", "javascript:post"
    )
    found = page(odd.replace("2031-03-02T18:30:00+01:00", "soon"))
    assert (found.title, found.url, found.published) == ("Ferry aground", None, None)


def test_a_declared_encoding_holds_where_it_is_true() -> None:
    (found,) = read_page(PAGE.replace("utf-8", "windows-1252").encode("cp1252", "ignore"), "x")
    assert isinstance(found.content, str)
    assert "“We had no warning,”" in found.content


def test_a_page_and_a_pdf_are_known_by_their_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.txt").write_bytes(pdf("The ferry Alma ran aground off Skerry", "Point on Monday."))
    first, second = read(["a.txt", "b.txt"], stdin=None, cwd=tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.source.title == "Ferry aground"
    assert second.text == "The ferry Alma ran aground off Skerry Point on Monday."
    assert second.source.title == "Harbour report"
    assert second.source.published == datetime(2031, 3, 2, 17, 30, tzinfo=UTC)


def test_lines_of_a_pdf_run_on_and_cut_words_are_whole() -> None:
    text = "The harbour au\ufffe\r\nthority spoke of a well-\r\nknown danger to ships.\r\n\r\nA second part."
    told = "The harbour authority spoke of a well-known danger to ships.\n\nA second part."
    assert joined(text) == told


def test_short_lines_of_a_pdf_stand_alone_on_a_page_that_has_many() -> None:
    full = (
        "The harbour authority spoke of a danger to ships that was known well\r\n"
        "to all pilots, and said that three of the boats had no radar. The fog\r\nwas the third."
    )
    alone = ["Ferry report", "Harle, 3 March", "FOR RELEASE"]
    text = "\r\n".join([*alone, full, "ENDS"])
    assert joined(text).split("\n\n") == [*alone, full.replace("\r\n", " "), "ENDS"]


@pytest.mark.parametrize(
    ("kind", "raw", "told"),
    [
        ("html", b"<html><body>" + b"<div>" * 100_000 + b"x", "nested deeper"),
        ("html", b"<html>" + b"x" * 2_000_001, "more than 2,000,000 bytes"),
        ("html", b"<html><body></body></html>", "no main text"),
        ("pdf", b"%PDF-1.4 nothing", "damaged PDF"),
    ],
)
def test_a_bomb_is_named(apart: Apart, kind: str, raw: bytes, told: str) -> None:
    start = time.monotonic()
    (found,) = apart.parse(raw, kind, "bomb")  # type: ignore[arg-type]
    assert isinstance(found.content, Refusal)
    assert told in found.content.detail
    assert time.monotonic() - start < 10


def test_a_child_that_is_killed_costs_one_document(apart: Apart) -> None:
    """Whatever ends it, the next document finds another child."""
    assert next(apart.parse(PAGE.encode(), "html", "x")).title == "Ferry aground"
    assert apart._child is not None
    apart._child.kill()
    apart._child.wait()
    assert next(apart.parse(PAGE.encode(), "html", "x")).title == "Ferry aground"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_raise(apart: Apart, raw: bytes) -> None:
    assert list(apart.parse(b"<html>" + raw, "html", "x"))
    assert list(apart.parse(b"%PDF-1.4" + raw, "pdf", "x"))


def test_a_child_that_keeps_too_much_is_replaced(apart: Apart, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so itself with its answer, which holds."""
    assert next(apart.parse(PAGE.encode(), "html", "x")).title == "Ferry aground"
    child = apart._child
    monkeypatch.setattr("briefing.sources.parsing.apart._line", lambda *_: b'{"entries": [], "spent": true}')
    assert list(apart.parse(PAGE.encode(), "html", "x")) == []
    assert child is not None
    assert child.poll() is not None
    monkeypatch.undo()
    assert next(apart.parse(PAGE.encode(), "html", "x")).title == "Ferry aground"


def test_a_child_that_is_not_ready_in_time_is_not_the_documents_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefing.sources.parsing.apart._STARTING", 0.0)
    with Apart() as apart:
        (found,) = apart.parse(PAGE.encode(), "html", "x")
        assert isinstance(found.content, Refusal)
        assert found.content.detail == "the parser was not ready within 0 s, the machine is busy: try again"
        monkeypatch.undo()
        assert next(apart.parse(PAGE.encode(), "html", "x")).title == "Ferry aground"


def test_a_child_that_talks_nonsense_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with Apart() as apart:
        assert next(apart.parse(PAGE.encode(), "html", "x")).title == "Ferry aground"
        for nonsense in (b'{"entries": [{}], "spent": false}\n', b"\xff\n"):
            monkeypatch.setattr("briefing.sources.parsing.apart._line", lambda *_, said=nonsense: said)
            child = apart._child
            (found,) = apart.parse(PAGE.encode(), "html", "x")
            assert isinstance(found.content, Refusal)
            assert child is None or child.poll() is not None
            monkeypatch.undo()
            assert next(apart.parse(PAGE.encode(), "html", "x")).title == "Ferry aground"


def test_a_file_with_more_text_than_is_kept_is_named_and_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.sources.parsing.child.TEXT", 10)
    found = list(_bounded(Entry("12345") for _ in range(4)))
    assert [entry.content for entry in found[:2]] == ["12345"] * 2
    assert isinstance(found[2].content, Refusal)
    assert found[2].content.why == "too_large"
    assert len(found) == 3


def test_a_page_of_a_pdf_that_is_damaged_costs_itself() -> None:
    raw = pdf("The ferry ran aground.").replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 9 0 R] /Count 2")
    (found,) = read_pdf(raw, "x")
    assert found.content == "The ferry ran aground."
    assert found.notes == ("1 of its 2 pages cannot be read",)
