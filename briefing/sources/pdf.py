"""A PDF: its pages' text in reading order, words joined over line ends, its title and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.sources.clean import clean
from briefing.sources.entry import Entry
from briefing.sources.metadata import line, title
from briefing.sources.refusal import Refusal, unreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PAGES = 500
_DAMAGED = "it is a damaged PDF"
_HYPHEN = re.compile(r"[\x02\ufffe\u00ad][\r\n]*")
"""What PDFium gives for a hyphen at a line's end: the word goes on."""
_HARD_HYPHEN = re.compile(r"(?<=[a-z])-\r?\n(?=[a-z])")
"""A hyphen that PDFium leaves is one of the text's own ("well-known")."""
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?")
_END = re.compile(r"[.!?:;…][\"'”’)]*$")
_SHORT = 0.75
"""Of the usual length of a line, which three in four do not exceed, for one page may have many short ones: a
shorter line ends its paragraph."""


def read(raw: bytes, name: str) -> Iterator[Entry]:
    """The one document of a PDF."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        yield Entry(unreadable(_why(str(error))))
        return
    try:
        yield _entry(document)
    finally:
        document.close()


def _why(error: str) -> str:
    return "it is locked by a password" if "password" in error.lower() else _DAMAGED


def _entry(document: PdfDocument) -> Entry:
    if len(document) > _PAGES:
        return Entry(Refusal("too_large", f"more than {_PAGES} pages"))
    pages = [_page(document, number) for number in range(len(document))]
    text = clean("\n\n".join(page for page in pages if page is not None))
    lost = pages.count(None)
    told = document.get_metadata_dict()
    nothing = unreadable(_DAMAGED) if lost else Refusal("empty", "no text in it: its pages are pictures")
    return Entry(
        text or nothing,
        title=_named(told.get("Title")) or title(text),
        author=line(told.get("Author")),
        published=_moment(told.get("CreationDate")),
        notes=(f"{lost} of its {len(pages)} pages cannot be read",) if lost else (),
    )


def _page(document: PdfDocument, number: int) -> str | None:
    """The page's text; None where the page is damaged."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    try:
        shown = page.get_textpage()
        try:
            return joined(shown.get_text_bounded())
        finally:
            shown.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def joined(text: str) -> str:
    """Lines made paragraphs: words cut at a line's end are whole, and lines run on until one falls short."""
    whole = _HARD_HYPHEN.sub("-", _HYPHEN.sub("", text)).replace("\r\n", "\n")
    lines = [one.strip() for one in whole.split("\n")]
    lengths = sorted(len(one) for one in lines if one) or [0]
    usual = lengths[3 * len(lengths) // 4]
    pieces = [lines[0]]
    for before, after in pairwise(lines):
        ends = not before or not after or (_END.search(before) and len(before) < _SHORT * usual)
        heads = len(before) < _SHORT * usual and after[:1].isupper()
        pieces.append(("\n\n" if ends or heads else " ") + after)
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces))


def _named(value: str | None) -> str | None:
    """The title, unless it is a program's name for a file."""
    found = line(value)
    return (
        None
        if found and re.search(r"\.(?:docx?|indd|pdf|qxd|tex)$|^(?:untitled|microsoft word)", found, re.I)
        else found
    )


def _moment(value: str | None) -> datetime | None:
    """The moment of a PDF date ("D:20310302183000+01'00'")."""
    found = _DATE.match(value or "")
    if not found:
        return None
    year, month, day, hour, minute, second = (
        int(part or default) for part, default in zip(found.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)
    )
    offset = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    try:
        zone = timezone(-offset if found[7] == "-" else offset)
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except (ValueError, OverflowError):
        return None
