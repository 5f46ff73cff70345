"""JSON Lines: every row a document, or named; a file of any size, piece by piece."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read

from briefing.settings import SourceSetting
from briefing.sources import files
from briefing.sources.allowance import NAMED
from briefing.types import Document, Unread


def rows(folder: Path, *lines: bytes | str | dict[str, Any], **options: Any) -> tuple[Document | Unread, ...]:
    encoded = [
        line if isinstance(line, bytes) else _line(line).encode("utf-8", "surrogatepass") for line in lines
    ]
    (folder / "rows.jsonl").write_bytes(b"\n".join(encoded))
    return read(folder, "rows.jsonl", **options)


def _line(line: str | dict[str, Any]) -> str:
    return line if isinstance(line, str) else json.dumps(line)


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
        ('{"text": "a', "unreadable", "line 2 is not JSON: Unterminated string starting at column 10"),
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


def test_a_short_document_takes_room_too(tmp_path: Path) -> None:
    found = rows(tmp_path, *[{"text": "Rain fell."}] * 7, max_text_bytes=10_000)
    assert [isinstance(one, Document) for one in found] == [True] * 6 + [False]


def test_what_finds_no_room_is_named_one_by_one_and_then_at_once(tmp_path: Path) -> None:
    found = rows(tmp_path, *[{"text": "Rain fell."}] * (NAMED + 50), max_text_bytes=1)
    assert len(found) == NAMED + 1
    assert found[-1].detail.startswith("it and all that comes after it in the file are beyond")  # type: ignore[union-attr]
