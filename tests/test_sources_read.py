"""Sources in, documents out: numbered in order, exact to the character, and no bad one stops the rest."""

from __future__ import annotations

import errno
import io
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import sources
from briefing.settings import SourceSetting
from briefing.sources import allowance, files
from briefing.sources.allowance import NAMED
from briefing.sources.refusal import Refusal
from briefing.types import Document, Unread

GATE = "The gate of the harbour was shut on Tuesday, and the mayor said that it would stay so.\n"


def read(folder: Path, *arguments: str, **options: Any) -> tuple[Document | Unread, ...]:
    return sources.read(arguments, stdin=None, cwd=folder, **options)


def rows(folder: Path, *lines: bytes | str | dict[str, Any], **options: Any) -> tuple[Document | Unread, ...]:
    encoded = [
        line if isinstance(line, bytes) else _line(line).encode("utf-8", "surrogatepass") for line in lines
    ]
    (folder / "rows.jsonl").write_bytes(b"\n".join(encoded))
    return read(folder, "rows.jsonl", **options)


def _line(line: str | dict[str, Any]) -> str:
    return line if isinstance(line, str) else json.dumps(line)


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
        ("brief.json", b'{\n"format": "briefing/1"\n}', "JSON is not read by this version"),
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


def test_json_lines_have_the_limit_for_each_row(tmp_path: Path) -> None:
    found = rows(tmp_path, *[{"text": "a" * 60}] * 15, {"text": "a" * 101}, max_bytes=100)
    assert [isinstance(item, Document) for item in found] == [True] * 15 + [False]
    assert found[-1].why == "too_large"  # type: ignore[union-attr]


def test_a_large_file_of_rows_is_read_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_ROWS", 200)
    texts = [f"{n} " + "é" * (n % 40) for n in range(100)]
    (tmp_path / "rows.jsonl").write_text(
        "\n\n".join(json.dumps({"text": t}, ensure_ascii=False) for t in texts)
    )
    found = read(tmp_path, "rows.jsonl", max_bytes=100)
    assert [item.text for item in found if isinstance(item, Document)] == texts
    (tmp_path / "rows.jsonl").write_text('{"text": "One."}\n' * 20 + "{no row}\n")
    assert [u.detail for u in read(tmp_path, "rows.jsonl", max_bytes=100) if isinstance(u, Unread)] == [
        "line 21 is not JSON: Expecting property name enclosed in double quotes at column 2"
    ]


def test_of_a_row_without_end_the_rest_of_its_file_is_left(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "One."}\n{"text": "' + "a" * 999)
    first, unread = read(tmp_path, "rows.jsonl", max_bytes=100)
    assert isinstance(first, Document)
    assert isinstance(unread, Unread)
    assert (unread.why, unread.detail) == ("too_large", "line 2 has more than 100 bytes: the rest is left")


def test_what_opens_like_rows_and_has_none_is_too_large_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("{ is a brace.\n" * 20)
    (unread,) = read(tmp_path, "page", max_bytes=100)
    assert isinstance(unread, Unread)
    assert unread.detail == "more than 100 bytes"


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


def test_a_row_carries_what_it_says_of_itself(tmp_path: Path) -> None:
    row = {
        "text": "  Text\r\n\ufeffas it stands\x00",
        "id": 7,
        "title": "A\nTitle",
        "url": "https://example.org/7",
        "source": "Harbour\u200b Post",
        "published": "2024-06-14T09:00:00+02:00",
        "author": "A. Writer",
        "language": "en-GB",
        "other": None,
    }
    (document,) = rows(tmp_path, row)
    source = document.source
    assert isinstance(document, Document)
    assert document.text == row["text"]
    assert (source.key, source.title, source.author, source.name) == (
        "7",
        "A Title",
        "A. Writer",
        "Harbour Post",
    )
    assert (source.url, source.language, source.path) == ("https://example.org/7", "en", "rows.jsonl")
    assert source.published == datetime(2024, 6, 14, 7, tzinfo=UTC)


def test_a_configured_name_stands_before_a_rows_own(tmp_path: Path) -> None:
    setting = SourceSetting(path="rows.jsonl", name="Wires")
    assert rows(tmp_path, {"text": "a", "source": "Post"}, configured=[setting])[0].source.name == "Wires"
    assert rows(tmp_path, {"text": "a", "source": "\n"})[0].source.name == "rows"


@pytest.mark.parametrize(
    ("line", "why", "detail"),
    [
        ('{"text": "a"', "unreadable", "line 2 is not JSON: Expecting ',' delimiter at column 13"),
        ('["text"]', "unreadable", 'line 2 is not an object {"text": …}'),
        ('{"text": ["a"]}', "unreadable", 'line 2: its "text" is not a string'),
        ("{}", "empty", 'line 2 has no "text"'),
        ('{"text": null}', "empty", 'line 2 has no "text"'),
        ('{"text": " \\n"}', "empty", "no text in it"),
        ('{"text": "a\\ud800"}', "unreadable", "its text has half characters (lone surrogates)"),
        ("[" * 100_000, "unreadable", "line 2 is not JSON: it is nested too deeply"),
        ("9" * 5000, "unreadable", None),
    ],
)
def test_a_broken_row_is_named_and_the_rest_is_read(
    tmp_path: Path, line: str, why: str, detail: str | None
) -> None:
    first, broken, last = rows(tmp_path, {"text": "One."}, line, {"text": "Two."})
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(broken, Unread)
    assert broken.why == why
    assert detail in (None, broken.detail)


def test_a_mark_blank_lines_and_returns_between_rows_are_tolerated(tmp_path: Path) -> None:
    found = rows(
        tmp_path, b'\xef\xbb\xbf{"text": "One."}\r', b"\r", b"", b'{"text": "Two.", "text": "Three."}\r', b""
    )
    assert [item.text for item in found if isinstance(item, Document)] == ["One.", "Three."]


def test_a_date_or_address_that_makes_no_sense_is_left_out_with_a_note(tmp_path: Path) -> None:
    (document,) = rows(tmp_path, {"text": "a", "published": "soon", "url": "javascript:alert(1)", "id": [1]})
    source = document.source
    assert (source.published, source.url, source.key) == (None, None, None)
    assert source.note == "its date is not understood; its address is not an http(s) address"


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"])).filter(lambda t: t.replace("\ufeff", "").strip())
    )
)
def test_every_text_comes_out_of_json_lines_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    found = rows(tmp_path_factory.getbasetemp(), "{}", *[{"text": text} for text in texts])
    assert [item.text for item in found if isinstance(item, Document)] == texts


@given(st.lists(st.binary(), min_size=1))
def test_no_rows_make_it_raise(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]) -> None:
    assert rows(tmp_path_factory.getbasetemp(), *lines)


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


def test_a_run_holds_only_so_much_text_and_names_what_comes_after(tmp_path: Path) -> None:
    for name, size in (("a", 6000), ("b", 6000), ("c", 3000)):
        (tmp_path / f"{name}.txt").write_text("word " * (size // 5))
    found = read(tmp_path, ".", max_text_bytes=10_000)
    assert [isinstance(one, Document) for one in found] == [True, False, True]
    assert isinstance(found[1], Unread)
    assert (found[1].why, "max_text_bytes" in found[1].detail) == ("too_large", True)


def test_of_files_too_large_for_one_run_an_excerpt_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "EXCERPT", 7_000)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("word " * 1200)
    whole = read(tmp_path, ".", max_text_bytes=12_000)
    part = read(tmp_path, ".", max_text_bytes=11_999)
    assert [[isinstance(one, Document) for one in found] for found in (whole, part)] == [
        [True, True],
        [True, False],
    ]
    assert isinstance(part[1], Unread)
    assert part[1].detail == (
        "beyond the first 7,000 bytes of text: the files have 12,000, more than max_text_bytes (11,999)"
    )


def test_a_short_document_takes_room_too(tmp_path: Path) -> None:
    found = rows(tmp_path, *[{"text": "Rain fell."}] * 7, max_text_bytes=10_000)
    assert [isinstance(one, Document) for one in found] == [True] * 6 + [False]


def test_what_finds_no_room_is_named_one_by_one_and_then_at_once(tmp_path: Path) -> None:
    found = rows(tmp_path, *[{"text": "Rain fell."}] * (NAMED + 50), max_text_bytes=1)
    assert len(found) == NAMED + 1
    assert found[-1].detail.startswith("it and all that comes after it in the file are beyond")  # type: ignore[union-attr]


def test_files_for_which_there_is_no_room_are_counted_and_not_opened(tmp_path: Path) -> None:
    for n in range(NAMED + 20):
        (tmp_path / f"{n:03}.txt").write_text("Rain fell.")
    os.truncate(tmp_path / f"{NAMED + 1:03}.txt", 0)  # which nobody learns
    found = read(tmp_path, ".", max_text_bytes=1500)
    assert (len(found), isinstance(found[0], Document)) == (NAMED + 2, True)
    assert isinstance(found[-1], Unread)
    assert found[-1].source.path == f"{NAMED + 1:03}.txt"
    assert found[-1].detail.startswith("it and 18 more files are beyond the 1,500 bytes of text of one run")
