"""Where a text can be cut so that both sides tokenise as they do together."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.arrays import Numbers

WINDOW = 16_384
"""Characters encoded at once. tiktoken's regex raises on a million spaces ("max stack size exceeded")
and slows on a run of a million letters (n log n); windows end where no token can cross."""

LONG = 8
"""Bytes that hardly any token has more of."""

Breaks = tuple[Numbers, Numbers]
"""Code points of a text that no token crosses, from 0 to its length, and the tokens before each."""


def parts(text: str, most: int) -> Iterator[str]:
    """The text in parts of at most so many characters, that end where no token can cross if they can."""
    start = 0
    while len(text) - start > most:
        end = _break(text, start, start + most)
        end = end if end > start else start + most
        yield text[start:end]
        start = end
    yield text[start:]


def _break(text: str, start: int, end: int) -> int:
    """The last space in text[start + 1:end] that follows a character other than white space, else -1.

    No piece of the pattern goes on over such a space, so both sides tokenise as they do alone.
    """
    at = text.rfind(" ", start + 1, end)
    while at > 0 and text[at - 1].isspace():
        at = text.rfind(" ", start + 1, at)
    return at
