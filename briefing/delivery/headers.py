"""The lines above a message: nothing in them but ASCII of our own making, however hostile the words."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from briefing.render.escape import clean
from briefing.settings import Mailbox

_WIDTH = 76
_PAYLOAD = 75 - len("=?utf-8?q??=")
"""Characters that one encoded word can carry (RFC 2047, section 2)."""
_PLAIN = re.compile(r"[!-~]{1,60}(?: [!-~]{1,60})*")
_ENCODED = "=?"
_PHRASE = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?: [\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
_QUOTABLE = re.compile(r"[ -!#-\[\]-~]{1,60}")
_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")


@dataclass(frozen=True, slots=True)
class Header:
    """One header: `text` is what its reader is shown, `words` are written, parted by a space or a fold."""

    name: str
    text: str
    words: tuple[str, ...]

    @property
    def lines(self) -> str:
        """The header as it is sent, folded, with its CRLF."""
        folded = line = f"{self.name}:"
        for word in self.words:
            if len(line) + 1 + len(word) > _WIDTH and line.strip() != f"{self.name}:":
                folded, line = f"{folded}\r\n", ""
            folded, line = f"{folded} {word}", f"{line} {word}"
        return f"{folded}\r\n"


def ours(name: str, value: str) -> Header:
    """A header whose value is of our making: identifiers, addresses, keywords."""
    words = tuple(value.split(" "))
    if not all(re.fullmatch("[!-~]{1,900}", word) for word in words):
        raise ValueError(f"{name} cannot hold this value")
    return Header(name, value, words)


def worded(name: str, text: str) -> Header:
    """A header of free text."""
    shown = clean(text).strip()
    return Header(name, shown, _written(shown))


def boxed(name: str, box: Mailbox) -> Header:
    """A header with one mailbox, its address in angle brackets behind its name if it has one."""
    named = clean(box.name).strip()
    address = f"<{box.address}>" if named else box.address
    return Header(name, f"{named} {address}".strip(), (*_phrase(named), address))


def listed(name: str, title: str, identifier: str) -> Header:
    """A header of words and an identifier in angle brackets, as List-Id is."""
    named = clean(title).strip()
    return Header(name, f"{named} <{identifier}>".strip(), (*_phrase(named), f"<{identifier}>"))


def dated(moment: datetime) -> Header:
    """The Date, in the moment's own zone."""
    return ours("Date", format_datetime(moment))


def _written(text: str) -> tuple[str, ...]:
    # An encoded word in the text itself must not be taken for one of ours: it is encoded once more.
    if _PLAIN.fullmatch(text) and _ENCODED not in text:
        return tuple(text.split(" "))
    return tuple(_encoded(text))


def _phrase(name: str) -> tuple[str, ...]:
    if not name:
        return ()
    if _ENCODED not in name and len(name) <= _WIDTH and _PHRASE.fullmatch(name):
        return tuple(name.split(" "))
    if _ENCODED not in name and _QUOTABLE.fullmatch(name):
        return (f'"{name}"',)
    return tuple(_encoded(name))


def _encoded(text: str) -> Iterator[str]:
    """Encoded words of whole characters, in the shorter of the two encodings of RFC 2047."""
    quoted, based = list(_pieces(text, _q)), list(_pieces(text, _b))
    mark, pieces = ("q", quoted) if len("".join(quoted)) <= len("".join(based)) else ("b", based)
    return (f"=?utf-8?{mark}?{piece}?=" for piece in pieces)


def _pieces(text: str, encoding: Callable[[str], str]) -> Iterator[str]:
    piece = ""
    for character in text:
        if len(encoding(piece + character)) > _PAYLOAD:
            yield encoding(piece)
            piece = ""
        piece += character
    if piece:
        yield encoding(piece)


def _q(text: str) -> str:
    return "".join(
        "_" if c == " " else c if c in _BARE else "".join(f"={byte:02X}" for byte in c.encode()) for c in text
    )


def _b(text: str) -> str:
    return b64encode(text.encode()).decode()
