"""What a file is: told from its content first, from its name second."""

from __future__ import annotations

import codecs
import json
import re
from itertools import islice
from pathlib import PurePath
from typing import Literal

FileKind = Literal["text", "jsonl", "html", "pdf", "feed", "opml", "eml", "mbox", "json", "xml"]

NAMES: dict[FileKind, str] = {
    "text": "plain text",
    "jsonl": "JSON Lines",
    "html": "HTML",
    "pdf": "PDF",
    "feed": "a feed",
    "opml": "OPML",
    "eml": "an e-mail message",
    "mbox": "a mailbox",
    "json": "JSON",
    "xml": "XML",
}

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"ID3\x03", "sound"),
    (b"ID3\x04", "sound"),
    (b"OggS\x00", "sound or video"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x00\x01\x00\x00\x00", "a font"),
)
HEAD = 4096
"""Characters of a text, or bytes of a file, whose look tells its kind."""
_ROWS_TRIED = 5
"""Rows of which one must be a JSON object, for a file to be JSON Lines: the first may be damaged."""
_LONG = 1_000_000
"""Characters from which a text is not parsed only to see whether it is JSON."""
_JSON = re.compile(r"[\ufeff\s]*[\[{]\s*(?:[\[{\]}\"\d-]|true|false|null)")
_LINE = re.compile(r"[^\n]+")
_BEFORE_ROOT = re.compile(
    r"<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>|\s+", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(r"<([a-z][\w:.-]*)", re.IGNORECASE)
_PROLOG = ("<?xml", "<!doctype", "<!--")
_PROLOGUE = 65_536
"""Characters in which a document's root is looked for: licences and declarations stand before it."""
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml"})
_HTML_DOCTYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_ROOTS: dict[str, FileKind] = {
    "rss": "feed", "feed": "feed", "rdf:rdf": "feed", "opml": "opml",
    **dict.fromkeys("html head body title meta link script style".split(), "html"),
    **dict.fromkeys("main article section nav header div p span table ul ol h1 h2 h3 center".split(), "html"),
}  # fmt: skip
FROM_LINE = r"From \S+ +\w{3} \w{3} [ \d]\d \d\d:\d\d(?::\d\d)?[^\r\n]* \d{4}[^\r\n]*\r?\n"
"""The line before each message of a mailbox (RFC 4155, appendix A)."""
_MBOX = re.compile(f"{FROM_LINE}[A-Za-z-]+:", re.ASCII)
_HEADER = re.compile(r"(?:[!-9;-~]+:[^\n]*|[ \t][^\n]*)")
_ONLY_MAIL = re.compile(r"^(?:message-id|received|mime-version|return-path|dkim-signature):", re.I | re.M)
_ANY_MAIL = re.compile(r"^(?:from|to|subject|date):", re.IGNORECASE | re.MULTILINE)


def magic(raw: bytes) -> str | None:
    """What a file that is no text seems to be, from the bytes that it opens with."""
    if raw[:3] == b"\x00\x00\x00" and raw[4:8] == b"ftyp":
        return "a video or a picture"
    return next((name for mark, name in _MAGIC if raw.startswith(mark)), None)


def opens_like_rows(head: bytes) -> bool:
    """Whether a file that opens like this may be JSON Lines."""
    return head.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{" and 0 not in head  # nor UTF-16


def kind(text: str, name: str) -> FileKind:
    """The kind of a decoded file called `name`."""
    opening = text[:HEAD].lstrip("\ufeff \t\r\n")
    suffix = PurePath(name).suffix.lower()
    if opening.startswith("<"):
        return _markup(text[:_PROLOGUE].lstrip("\ufeff \t\r\n"), suffix)
    if opening.startswith(("{", "[")) or suffix in {".jsonl", ".ndjson"}:
        return _json(text, opening, suffix)
    return _mail(opening, suffix) or "text"


def _markup(opening: str, suffix: str) -> FileKind:
    root = _root(opening)
    if not root and not opening.lower().startswith(_PROLOG):
        return "text"
    if not root:
        return "html" if _HTML_DOCTYPE.search(opening) or suffix in _HTML_NAMES else "xml"
    if known := _ROOTS.get(root[1].lower()):
        return known
    if suffix in _HTML_NAMES or _HTML_DOCTYPE.search(opening, 0, root.start(1)):
        return "html"
    return "xml" if opening.startswith("<?xml") or suffix == ".xml" else "text"


def _root(opening: str) -> re.Match[str] | None:
    """The name of the first element, behind declarations and comments.

    A loop, not one expression: repeated groups with lazy parts would try each of 2ⁿ ways to end n comments.
    """
    place = 0
    while before := _BEFORE_ROOT.match(opening, place):
        place = before.end()
    return _ROOT.match(opening, place)


def _json(text: str, opening: str, suffix: str) -> FileKind:
    if opening.startswith("{") and "jsonfeed.org/version/" in opening:
        return "feed"
    rows = islice((row[0] for row in _LINE.finditer(text) if row[0].strip("\ufeff \t\r")), _ROWS_TRIED)
    lines_named = suffix in {".jsonl", ".ndjson"}
    if (lines_named or opening.startswith("{")) and any(
        r.lstrip("\ufeff \t").startswith("{") and _is_json(r) for r in rows
    ):
        return "jsonl"
    if lines_named and opening.startswith("{"):
        return "jsonl"
    return "json" if _is_json(text) else "text"


def _mail(opening: str, suffix: str) -> FileKind | None:
    if _MBOX.match(opening):
        return "mbox"
    headers = opening.replace("\r\n", "\n").partition("\n\n")[0]
    if not all(_HEADER.fullmatch(row) for row in headers.split("\n")[:-1]):
        return None
    certain = suffix == ".eml" or _ONLY_MAIL.search(headers)
    return "eml" if certain and _ANY_MAIL.search(headers) else None


def _is_json(text: str) -> bool:
    """Whether it is an object or a list; of a long text its two ends are looked at, for it may be a bomb."""
    if len(text) > _LONG:
        return bool(_JSON.match(text[:HEAD])) and text[-HEAD:].rstrip()[-1:] in ("}", "]", "[", "{")
    try:
        return isinstance(json.loads(text.lstrip("\ufeff")), dict | list)
    except ValueError:
        return False
    except RecursionError:
        return True
