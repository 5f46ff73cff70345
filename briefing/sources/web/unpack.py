"""A body as its server packed it, unpacked piece by piece: half of one is never taken for the whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

ACCEPTED = "gzip"
"""What a server may pack a body with; httpx2 unpacks more ways, and takes half a body for a whole one."""
_WITH_HEADER = 16 + zlib.MAX_WBITS
_PIECE = 1 << 20
_MAGIC = b"\x1f\x8b"


def unpacked(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The body, in pieces of at most a megabyte where it was packed; `coding` as the server tells it.

    Raises ValueError where it is packed in another way, is damaged, or stops before its end.
    """
    match coding.strip().lower():
        case "" | "identity":
            yield from pieces
        case "gzip" | "x-gzip":
            yield from _gunzipped(pieces)
        case other:
            raise ValueError(f"its server packs it in a way that was not asked for ({other[:40]})")


def _gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    member = None
    for piece in pieces:
        rest = piece
        while rest:
            if member is None or member.eof:
                if member and not rest.startswith(_MAGIC[: len(rest)]):
                    return  # padding, which every reader of gzip leaves alone
                member = zlib.decompressobj(_WITH_HEADER)
            try:
                yield from _inflated(member, rest)
            except zlib.error as error:
                raise ValueError("it is packed, and damaged") from error
            rest = member.unused_data
    if member and not member.eof:
        raise ValueError("it is packed, and stops before its end")


def _inflated(member: zlib._Decompress, piece: bytes) -> Iterator[bytes]:
    """What the piece holds; a small one may hold much."""
    found = member.decompress(piece, _PIECE)
    while found:
        yield found
        found = member.decompress(member.unconsumed_tail, _PIECE) if len(found) == _PIECE else b""
