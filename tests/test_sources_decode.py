"""Bytes become text, character for character, in any encoding."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.sources.decode import decode

ENGLISH = "The harbour’s owner said: “We’re open – at £50 a berth.”\r\nThe café stays shut."
RUSSIAN = "Правительство во вторник решило закрыть порт до конца недели, сообщил представитель."
CHINESE = "政府周二决定将港口关闭至本周末，一位发言人表示，所有船只必须离开港口。"
JAPANESE = "政府は火曜日、週末まで港を閉鎖することを決めたと報道官が発表した。"

printable = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t"))


def text_of(raw: bytes) -> str:
    decoded = decode(raw)
    assert decoded is not None
    return decoded.text


@given(printable)
@example("\ufeffBOM, CRLF\r\nand no final newline")
@example("")
def test_utf8_is_kept_as_python_reads_it_with_newline_empty(tmp_path_factory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "utf8.txt"
    file.write_bytes(text.encode())
    with Path(file).open(encoding="utf-8", newline="") as stream:
        assert text_of(file.read_bytes()) == stream.read() == text


@given(st.binary())
def test_no_bytes_make_it_raise_and_what_it_gives_can_be_hashed(raw: bytes) -> None:
    decoded = decode(raw)
    if decoded is not None:
        decoded.text.encode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides_and_stays_in_the_text(encoding: str, text: str) -> None:
    assert text_of(("\ufeff" + text).encode(encoding)) == "\ufeff" + text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_without_a_mark_are_known_by_their_nuls(encoding: str) -> None:
    assert text_of(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", ENGLISH),
        ("cp1252", "It’s over."),
        ("cp1252", "El niño comió mañana en España."),
        ("cp1251", RUSSIAN),
        ("koi8_r", RUSSIAN),
        ("gb18030", CHINESE),
        ("cp932", JAPANESE),
    ],
)
def test_older_encodings_are_told_from_the_bytes(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text
    assert decoded.note == f"read as {encoding}"


def test_a_byte_that_fits_nowhere_costs_no_character() -> None:
    raw = b"The harbour\x81s gate is shut, and so is the caf\xe9."
    assert text_of(raw) == raw.decode("latin-1")


def test_utf8_that_was_cut_keeps_all_that_is_whole_and_says_so() -> None:
    decoded = decode("Порт закрыт".encode()[:-1] + b"\n")
    assert decoded is not None
    assert decoded.text == "Порт закры\ufffd\n"
    assert decoded.note == "one place is not UTF-8"


def test_a_stray_nul_is_part_of_a_text() -> None:
    assert text_of(b"The gate\x00 is shut.") == "The gate\x00 is shut."


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)) * 20,
        b"\x00" * 1000,
        b"\x01\x02\x03abc" * 50,
        b"\x80\x81\x00\x01\x02" * 40,
        b"a\x00" * 40 + b"\x00\xd8",
    ],
    ids=["all bytes", "NULs", "controls", "high bytes and controls", "broken UTF-16"],
)
def test_what_is_mostly_controls_is_no_text(raw: bytes) -> None:
    assert decode(raw) is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_an_odd_byte_at_the_end_of_utf16_costs_nothing_else(encoding: str) -> None:
    assert text_of("\ufeffThe gate".encode(encoding) + b"x") == "\ufeffThe gate\ufffd"
