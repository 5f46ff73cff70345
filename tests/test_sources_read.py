"""Sources in, documents out: numbered in order, exact to the character, and no bad one stops the rest."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import GATE, read

from briefing import sources
from briefing.settings import SourceSetting
from briefing.types import Document, Unread


def test_sources_are_numbered_in_command_line_order_whatever_became_of_them(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(GATE)
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\nbroken\n\n{"text": "Two."}\n')
    found = read(tmp_path, "b.txt", "nothing", "a.jsonl", "https://example.org/a")
    assert [(item.source.id, type(item)) for item in found] == [
        ("S1", Document),
        ("S2", Unread),
        ("S3", Document),
        ("S4", Unread),
        ("S5", Document),
        ("S6", Unread),
    ]
    assert (found[5].source.url, found[5].source.path) == ("https://example.org/a", None)


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t"), min_size=1))
def test_a_file_is_never_altered(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "exact.txt").write_bytes(("The gate. " + text).encode())
    (document,) = read(folder, "exact.txt")
    with (folder / "exact.txt").open(encoding="utf-8", newline="") as stream:
        assert isinstance(document, Document)
        assert document.text == stream.read()


def test_a_text_has_its_name_title_path_and_language(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("Harbour shut\n\n" + GATE)
    (document,) = read(tmp_path, "./wire.txt")
    source = document.source
    assert (source.name, source.title, source.path, source.language) == (
        "wire",
        "Harbour shut",
        "./wire.txt",
        "en",
    )
    assert (source.key, source.url, source.published, source.note, source.private) == (
        None,
        None,
        None,
        None,
        False,
    )


def test_a_configured_source_has_its_name_weight_and_privacy(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(GATE)
    setting = SourceSetting(path="wire.txt", name="The\u202e Wire", weight=2.0, private=True)
    (document,) = read(tmp_path, configured=[setting])
    assert (document.source.name, document.source.weight, document.source.private) == ("The Wire", 2.0, True)


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    (document,) = sources.read(["-"], stdin=io.BytesIO(GATE.encode()), cwd=tmp_path)
    assert isinstance(document, Document)
    assert (document.text, document.source.name, document.source.path) == (GATE, "standard input", "-")
    (unread,) = sources.read(["-"], stdin=None)
    assert isinstance(unread, Unread)


def test_standard_input_may_be_json_lines_and_has_a_limit(tmp_path: Path) -> None:
    found = sources.read(["-"], stdin=io.BytesIO(b'{"text": "One."}\n{"text": "Two."}'))
    assert [item.text for item in found if isinstance(item, Document)] == ["One.", "Two."]
    (unread,) = sources.read(["-"], stdin=io.BytesIO(b"a" * 101), max_bytes=100)
    assert isinstance(unread, Unread)
    assert unread.why == "too_large"


def test_two_files_with_one_text_are_two_sources(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GATE)
    first, second = read(tmp_path, "a.txt", "b.txt", "./a.txt")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.id == second.id
    assert (first.source.note, second.source.note) == ("named twice", None)


def test_nothing_named_is_nothing_read(tmp_path: Path) -> None:
    assert read(tmp_path) == ()


def test_the_seeds_are_read(shared: Path) -> None:
    found = read(shared, "seeds/*.txt")
    assert [item.source.language for item in found if isinstance(item, Document)] == ["en", "en"]


def test_what_the_system_refuses_is_said_in_its_words() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    (unread,) = sources.read(["-"], stdin=Broken())
    assert isinstance(unread, Unread)
    assert unread.detail == "input/output error"


def test_what_a_word_processor_wrote_is_named_with_what_to_do(tmp_path: Path) -> None:
    for name, raw in (
        ("a.docx", b"PK\x03\x04\x00\x00"),
        ("b.rtf", b"{\\rtf1 The gate}"),
        ("c.png", b"\x89PNG\r\n"),
    ):
        (tmp_path / name).write_bytes(raw)
    told = [found.detail for found in read(tmp_path, "a.docx", "b.rtf", "c.png") if isinstance(found, Unread)]
    assert told == [
        "it seems to be a ZIP archive or an office document: save it as PDF, HTML or text",
        "it seems to be RTF: save it as PDF, HTML or text",
        "it seems to be a PNG image",
    ]
