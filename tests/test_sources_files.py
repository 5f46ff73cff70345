"""A file on a disk: none that cannot be read whole, and as it is, gets through; each says why."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from reading import GATE, read

from briefing.settings import SourceSetting
from briefing.sources import files
from briefing.sources.refusal import Refusal
from briefing.types import Document, Unread


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


def test_a_pipe_that_is_an_argument_is_read_as_standard_input_is(tmp_path: Path) -> None:
    """As in `make <(cat a.txt)`, once though named twice; one by its own name might wait for ever."""
    out, into = os.pipe()
    os.write(into, GATE.encode())
    os.close(into)
    given = f"/dev/fd/{out}"
    (document,) = read(tmp_path, given, given)
    os.close(out)
    assert isinstance(document, Document)
    assert (document.text, document.source.path, document.source.note) == (GATE, given, "named twice")
    os.mkfifo(tmp_path / "pipe")
    (unread,) = read(tmp_path, "pipe")
    assert isinstance(unread, Unread)
    assert unread.detail == "not a regular file"


def test_a_socket_that_is_an_argument_is_read() -> None:
    near, far = socket.socketpair()
    with near:
        with far:
            far.sendall(GATE.encode())
        (document,) = read(Path(), f"/dev/fd/{near.fileno()}")
    assert isinstance(document, Document)
    assert document.text == GATE


def test_a_pipe_that_is_configured_or_that_a_glob_matches_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    configured = [SourceSetting(path="pipe")]
    for (unread,) in (read(tmp_path, "p*"), read(tmp_path, configured=configured)):
        assert isinstance(unread, Unread)
        assert unread.detail == "not a regular file"


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


def test_a_name_that_is_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9\x1b[31m.txt")
    (tmp_path / name).write_text(GATE)
    (document,) = read(tmp_path, ".")
    assert document.source.name == "caf [31m"
    assert json.dumps(document.source.path).encode()
    assert document.source.path == "caf\ufffd\x1b[31m.txt"
