"""Source text made harmless: cleaned, its addresses defanged, its punctuation escaped.

`clean` and `defang` serve every format; `markdown` escapes too, so that its text can be read back exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from briefing import web_address
from briefing.printable import CONTROLS, FORMATS, encodable

_UNSEEN = re.compile(f"[{CONTROLS}{FORMATS}]")
"""Fillers and variation selectors stay: they steer nothing, and the text is to be read back exactly."""

_SPACE = re.compile(r"\s+")
_RETURN = re.compile(r"\r(?!\n)")  # what follows would be printed over the line

# Possessive quantifiers and look-behinds: each run of characters is scanned once, whatever its length.
_SCHEME = re.compile(r"(?<![A-Za-z0-9+.-])([A-Za-z0-9+.-]++)://")
_MAILTO = re.compile(r"(?<![A-Za-z0-9])mailto(?=:\w)", re.IGNORECASE)
_HOST = re.compile(
    r"://[^\s/]*"
    r"|(?<![A-Za-z0-9])www\.[^\s/]*"
    r"|(?<=[\w.+-])@[\w.-]*"
    r"|(?<![\w.@-])(?:[\w-]++\.)+[A-Za-z]{2,}+(?=/\w)",  # no scheme, but a path: mail programs link it
    re.IGNORECASE,
)
_DOT = re.compile(r"\.(?=[\w-])")

_SPECIAL = re.compile(r"[\\`*\[\]<>|~#]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""What Markdown gives a meaning; an underscore within a word has none (a file's name has many)."""
_BULLET = re.compile(r"(\s*)(?=[-+=])|(\s*\d++)(?=[.)])")
_DEAD = str.maketrans("tT", "xX")


def clean(text: str) -> str:
    """The text without control and format characters, each run of white space one space."""
    return _SPACE.sub(" ", encodable(_UNSEEN.sub("", text)))


def visible(text: str) -> str:
    """The text for a terminal: what would steer it is U+FFFD, one for one, so that offsets still count."""
    return _RETURN.sub("\ufffd", encodable(_UNSEEN.sub("\ufffd", text)))


def defang(text: str) -> str:
    """Cleaned text in which no reader's program finds an address: `hxxp://a[.]b`."""
    return "".join(dead.replace("\\", "") if dead else live for live, dead in _parts(clean(text)))


def markdown(text: str) -> str:
    """Markdown that shows the cleaned, defanged text, within a block, and makes nothing else of it."""
    return "".join(dead or _SPECIAL.sub(r"\\\g<0>", live) for live, dead in _parts(clean(text)))


def opening(text: str) -> str:
    """The same for a text that begins a block, where a dash or a number would begin a list."""
    escaped = markdown(text)
    return _BULLET.sub(r"\g<0>\\", escaped, count=1) if _BULLET.match(escaped) else escaped


def address(url: str | None) -> str | None:
    """A source's own http(s) address, encoded so that it stays one; None for any other."""
    if url is None:
        return None
    plain = clean(url).strip()
    if web_address.parts(plain) is None:
        return None
    return quote(plain, safe="%/:=&?~#+!$,;@()*[]-._")


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The text in order as (live, dead): `dead` replaces `live` where that lets an address live."""
    end = 0
    for at, live, dead in sorted(_weak_points(text)):
        yield text[end:at], ""
        yield live, dead
        end = at + len(live)
    yield text[end:], ""


def _weak_points(text: str) -> Iterator[tuple[int, str, str]]:
    for found in _SCHEME.finditer(text):
        scheme = found[1]
        if scheme.lower() in ("http", "https"):
            yield found.start(), scheme, scheme.translate(_DEAD)
        elif scheme.lower() in ("hxxp", "hxxps"):  # defanged by its author: must not come back alive
            yield found.end(1), ":", r"\:"
        else:
            yield found.end(1), ":", "[:]"
    for found in _MAILTO.finditer(text):
        yield found.end(), ":", "[:]"
    for host in _HOST.finditer(text):
        for dot in _DOT.finditer(text, host.start(), host.end()):
            yield dot.start(), ".", "[.]"
