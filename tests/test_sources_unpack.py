"""What a server packed is unpacked whole, or not at all."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.web.unpack import unpacked


def cut(raw: bytes, size: int) -> list[bytes]:
    return [raw[at : at + size] for at in range(0, len(raw), size)]


@given(st.lists(st.binary(max_size=300), max_size=3), st.integers(1, 50), st.binary(max_size=9))
def test_a_packed_body_is_had_whole_however_it_is_cut(
    members: list[bytes], size: int, padding: bytes
) -> None:
    """Several members are one body (RFC 1952); zeros after them are padding."""
    raw = b"".join(map(gzip.compress, members)) + bytes(len(padding) if members else 0)
    assert b"".join(unpacked(cut(raw, size), "gzip")) == b"".join(members)
    assert b"".join(unpacked(cut(raw, size), "")) == raw


@given(st.binary(min_size=1, max_size=300), st.data())
def test_a_body_that_stops_early_is_none(body: bytes, data: st.DataObject) -> None:
    raw = gzip.compress(body, mtime=0)
    end = data.draw(st.integers(1, len(raw) - 1))
    with pytest.raises(ValueError, match="stops before its end"):
        list(unpacked(cut(raw[:end], 7), "gzip"))


@pytest.mark.parametrize(
    ("raw", "coding", "told"),
    [
        (b"news", "gzip", "damaged"),
        (gzip.compress(b"news", mtime=0)[:-8] + bytes(8), "x-gzip", "damaged"),
        (zlib.compress(b"news"), "deflate", "not asked for"),
        (b"news", "gzip, gzip", "not asked for"),
        (b"news", "rot13", "not asked for"),
    ],
)
def test_a_body_that_cannot_be_unpacked_says_so(raw: bytes, coding: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        list(unpacked([raw], coding))


def test_a_small_piece_that_holds_much_comes_in_small_pieces() -> None:
    found = [len(piece) for piece in unpacked([gzip.compress(bytes(5_000_000))], "gzip")]
    assert max(found) <= 1 << 20
    assert sum(found) == 5_000_000
