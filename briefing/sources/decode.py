"""Bytes to text: UTF-8 first, else what the bytes say; nothing is cleaned away."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_SAMPLE = 64 * 1024
_BOMS = (  # UTF-32 before UTF-16, whose little-endian mark begins its own
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (  # which of four bytes in a row are NUL where each stands for one Latin letter
    ((False, True, True, True), "utf-32-le"),
    ((True, True, True, False), "utf-32-be"),
    ((False, True, False, True), "utf-16-le"),
    ((True, False, True, False), "utf-16-be"),
)
_LEGACY = (
    "cp1251 koi8_r cp1250 iso8859_2 cp1252 cp1253 cp1254 cp1255 cp1256 cp932 euc_jp gb18030 big5 cp949"
).split()
_CONTROL_BYTES = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\b\x1b")) + b"\x7f"
_HIGH_BYTES = bytes(range(0x80, 0x100))

_BINARY_UTF8 = 0.3
"""Share of control bytes from which valid UTF-8 is no text: Perl's -B and `file` draw it there too."""

_BINARY_LEGACY = 0.02
"""The same for other bytes: random ones have 10 %, legacy text none at all."""

_WESTERN = 0.2
"""Share of bytes above 127 up to which they are taken for cp1252: charset-normalizer took all five English,
French and Spanish sentences tried for other code pages ("£50" became "Ł50"), but knew those in other scripts,
which have 50 % and more; the Spanish one had 13 %."""


_UNSAFE = frozenset("utf7 utf16 utf32 hz idna punycode unicodeescape rawunicodeescape".split())
"""Codecs in which markup can be written as something else; browsers read no page by them."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text as it stands, byte-order mark included; `note` where it was not plain UTF-8."""

    text: str
    note: str | None = None


def decode(raw: bytes) -> Decoded | None:
    """The text that these bytes spell, or None where they are no text.

    Valid UTF-8 decodes as itself, character for character. Never raises.
    """
    wide = _wide(raw)
    if wide:
        return Decoded(raw.decode(wide, "replace"), f"read as {wide.upper()}")
    controls = _controls(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None if controls > _BINARY_LEGACY else _damaged_utf8(raw) or _legacy(raw)
    return None if controls > _BINARY_UTF8 else Decoded(text)


def by_charset(raw: bytes, charset: str) -> str | None:
    """The text by the charset that a document declares; None where it is unknown, unsafe or false."""
    try:
        codec = codecs.lookup(charset)
        return None if codec.name.replace("-", "").replace("_", "") in _UNSAFE else raw.decode(codec.name)
    except (LookupError, ValueError):
        return None


def _controls(raw: bytes) -> float:
    return 1 - len(raw.translate(None, _CONTROL_BYTES)) / len(raw) if raw else 0.0


def _wide(raw: bytes) -> str | None:
    """UTF-16 or UTF-32, by its mark or by where its NULs stand."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return encoding
    sample = raw[:_SAMPLE]
    if sample.count(0) < len(sample) / 4:
        return None
    columns = [sample[i::4] for i in range(4)]
    nul = tuple(bool(column) and column.count(0) > 0.7 * len(column) for column in columns)
    found = next((encoding for pattern, encoding in _WIDE if pattern == nul), None)
    return found if found and _spells(raw, found) else None


def _spells(raw: bytes, encoding: str) -> bool:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return _controls(text.encode("utf-8")) <= _BINARY_LEGACY


def _damaged_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes (cut short, pasted together): they become U+FFFD."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    if good < 4 * bad:
        return None
    return Decoded(text, f"{bad} places are not UTF-8" if bad > 1 else "one place is not UTF-8")


def _legacy(raw: bytes) -> Decoded:
    """Text in an older encoding; one byte that fits nowhere makes it Latin-1, which fits all."""
    sample = raw[:_SAMPLE]
    encodings = ["cp1252", "latin-1"]
    if len(sample) - len(sample.translate(None, _HIGH_BYTES)) > _WESTERN * len(sample):
        encodings[:0] = _guess(sample)
    for encoding in encodings[:-1]:
        try:
            return Decoded(raw.decode(encoding), f"read as {encoding}")
        except UnicodeDecodeError:
            continue
    return Decoded(raw.decode(encodings[-1]), f"read as {encodings[-1]}")


def _guess(sample: bytes) -> list[str]:
    from charset_normalizer import from_bytes  # 60 ms: only for bytes that need it

    best = from_bytes(sample, cp_isolation=_LEGACY).best()
    return [best.encoding] if best else []
