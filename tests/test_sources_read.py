"""Sources in, documents out: numbered in order, exact to the character, and no bad one stops the rest."""

from __future__ import annotations

import errno
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read

from briefing import sources
from briefing.settings import SourceSetting
from briefing.sources import files
from briefing.sources.refusal import Refusal
from briefing.types import Document, Unread

GATE = "The gate of the harbour was shut on Tuesday, and the mayor said that it would stay so.\n"


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


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_a_file_without_text_is_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    (unread,) = read(tmp_path, "empty.txt")
    assert isinstance(unread, Unread)
    assert (unread.why, unread.detail) == ("empty", "no text in it")


@pytest.mark.parametrize(
    ("name", "content", "detail"),
    [
        ("paper.txt", b"%PDF-1.7 x", "it is a damaged PDF"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "it seems to be a PNG image"),
        ("noise.txt", bytes(range(256)), "it seems to be binary data"),
        (
            "brief.json",
            b'{\n"format": "briefing/1"\n}',
            "JSON is not read by this version: write one document a line",
        ),
    ],
)
def test_kinds_without_a_reader_are_named(tmp_path: Path, name: str, content: bytes, detail: str) -> None:
    (tmp_path / name).write_bytes(content)
    (unread,) = read(tmp_path, name)
    assert isinstance(unread, Unread)
    assert (unread.why, unread.detail) == ("unreadable", detail)


def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (unread,) = read(tmp_path, ".")
    assert isinstance(unread, Unread)
    assert unread.detail == "not a regular file"
    assert read(tmp_path, "/dev/zero")[0].detail == "not a regular file"  # type: ignore[union-attr]


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    (tmp_path / "closed.txt").touch(mode=0)
    (unread,) = read(tmp_path, "closed.txt")
    assert isinstance(unread, Unread)
    assert unread.detail == "permission denied"


def test_a_link_to_nowhere_and_a_link_to_itself_say_so(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to("nowhere")
    (tmp_path / "self").symlink_to("self")
    details = [item.detail for item in read(tmp_path, "broken", "self") if isinstance(item, Unread)]
    assert details == ["no such file or directory", "too many levels of symbolic links"]


def test_a_file_above_the_limit_is_too_large_and_one_at_the_limit_is_not(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("é" * 500)
    assert isinstance(read(tmp_path, "long.txt", max_bytes=1000)[0], Document)
    (unread,) = read(tmp_path, "long.txt", max_bytes=999)
    assert isinstance(unread, Unread)
    assert (unread.why, unread.detail) == ("too_large", "more than 999 bytes")


def test_a_file_that_grows_while_it_is_read_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "log.txt"
    file.write_text(GATE)

    def slowly(stream: BinaryIO, limit: int) -> Iterator[files.Piece | Refusal]:
        found = list(pieces(stream, limit))
        file.write_text(GATE + GATE)
        yield from found

    pieces = files._pieces
    monkeypatch.setattr(files, "_pieces", slowly)
    (unread,) = read(tmp_path, "log.txt")
    assert isinstance(unread, Unread)
    assert unread.detail == "it changed while it was read: try again"


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


def test_a_name_that_is_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9\x1b[31m.txt")
    (tmp_path / name).write_text(GATE)
    (document,) = read(tmp_path, ".")
    assert document.source.name == "caf [31m"
    assert json.dumps(document.source.path).encode()
    assert document.source.path == "caf\ufffd\x1b[31m.txt"


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
