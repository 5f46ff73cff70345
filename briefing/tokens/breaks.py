"""Where a text can be cut so that both sides tokenise as they do together."""

from __future__ import annotations

WINDOW = 16_384
"""Characters encoded at once. tiktoken's regex raises on a million spaces ("max stack size exceeded")
and slows on a run of a million letters (n log n); windows end where no token can cross."""

_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’…–—")
"""Not every other character: an accent of its own goes on with its letter."""


def break_before(text: str, start: int, end: int) -> int:
    """The last space in text[start + 1:end] that follows a character other than white space, else -1.

    No piece of the pattern goes on over such a space, so both sides tokenise as they do alone.
    """
    at = text.rfind(" ", start + 1, end)
    while at > 0 and text[at - 1].isspace():
        at = text.rfind(" ", start + 1, at)
    return at


def break_after(text: str, start: int, end: int) -> int:
    """The first such space in text[start + 1:end], else -1."""
    at = text.find(" ", start + 1, end)
    while at > 0 and text[at - 1].isspace():
        at = text.find(" ", at + 1, end)
    return at


def begins_anew(text: str, start: int) -> bool:
    """Whether what is before `start` does not change how the text from there on tokenises.

    After a line end a piece begins, but for a stroke, which goes on with a mark before the line end.
    """
    return start == 0 or (
        text[start - 1] in "\r\n" and not text[start : start + 1].isspace() and text[start : start + 1] != "/"
    )


def ends_apart(text: str, end: int) -> bool:
    """Whether what is after `end` does not change how the text before it tokenises.

    A line end goes on from marks (".\\n" is one token), from a letter or digit never.
    """
    if end in (0, len(text)):
        return end > 0 or not text
    before, after = text[end - 1], text[end]
    return not before.isspace() if after == " " else after in "\r\n" and before.isalnum()


def marks_before(text: str, start: int, end: int) -> int:
    """Where in text[start + 1 : end] the marks begin that stand between a letter or digit and white space.

    Else -1. A piece begins there: letters go on over a mark to letters only, as in "crew's".
    """
    at = end if text[end : end + 1].isspace() else start
    while at > start and text[at - 1] in _MARKS:
        at -= 1
    return at if start < at < end and text[at - 1].isalnum() else -1
