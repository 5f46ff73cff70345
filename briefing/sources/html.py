"""A page: its main text, cleaned once, and what it says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.sources.clean import clean
from briefing.sources.decode import decode
from briefing.sources.depth import depth
from briefing.sources.entry import Entry
from briefing.sources.limits import DEPTH, MARKUP
from briefing.sources.page_metadata import PageMetadata, page_metadata
from briefing.sources.refusal import Refusal, too_large, unreadable
from briefing.sources.stubs import stub

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096


def read(raw: bytes, name: str) -> Iterator[Entry]:
    """The one document of a page."""
    if len(raw) > MARKUP:
        yield Entry(too_large(MARKUP))
        return
    markup = _decoded(raw)
    if markup is None:
        yield Entry(unreadable("it is no text"))
    elif depth(markup) > DEPTH:
        yield Entry(unreadable(f"its elements are nested deeper than {DEPTH}"))
    else:
        yield page(markup)


def page(markup: str) -> Entry:
    """The document of a page of bounded size and depth."""
    import lxml.html  # with what follows 0.3 s
    import trafilatura

    try:
        tree = lxml.html.fromstring(
            markup.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (lxml.etree.LxmlError, ValueError):
        return Entry(unreadable("it is no page: nothing in it is an element"))
    told = page_metadata(tree)
    shown = tree.text_content() if len(tree) else ""
    found = trafilatura.extract(
        tree, fast=True, include_comments=False, include_tables=False, deduplicate=False, output_format="txt"
    )
    text = clean("\n\n".join((found or "").splitlines()))
    return _entry(told, text, shown)


def _entry(told: PageMetadata, text: str, shown: str) -> Entry:
    why = stub(text, shown, told.free) if text else None
    content: str | Refusal = Refusal("incomplete", why) if why else text
    return Entry(
        content if text else Refusal("empty", "no main text in the page"),
        name=told.publisher,
        title=told.title,
        author=told.author,
        url=told.url,
        published=told.published,
        language=told.language,
    )


def _decoded(raw: bytes) -> str | None:
    """The page as text: by its own declaration where that holds, else as any file."""
    declared = _CHARSET.search(raw[:_HEAD])
    if declared and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode(declared[1].decode("ascii"), "strict")
        except (LookupError, UnicodeDecodeError):
            pass  # a false declaration: the bytes themselves know better
    found = decode(raw)
    return found.text if found else None
