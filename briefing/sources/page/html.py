"""A page: its main text, cleaned once, and what it says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.printable import numbered
from briefing.sources.decode import by_charset, decode
from briefing.sources.entry import Entry
from briefing.sources.limits import DEPTH, MARKUP
from briefing.sources.page.depth import is_too_deep
from briefing.sources.page.embedded import drop_embedded
from briefing.sources.page.hidden import drop_hidden
from briefing.sources.page.main_text import main_text
from briefing.sources.page.markup import parse
from briefing.sources.page.page_metadata import page_metadata
from briefing.sources.page.stubs import stub, surroundings
from briefing.sources.refusal import Refusal, too_large, unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page declares its encoding: HTML asks for the first 1,024, not every page obeys."""


def read(raw: bytes, name: str) -> Iterator[Entry]:
    """The one document of a page; `name`: its address or its file's name."""
    if len(raw) > MARKUP:
        yield Entry(too_large(MARKUP))
        return
    markup = _decoded(raw)
    yield page(markup, name) if markup else Entry(unreadable("it is not text"))


def page(markup: str, name: str = "") -> Entry:
    """The document of a page of bounded size."""
    from lxml import etree  # with what follows 0.3 s

    try:
        tree = parse(markup)
    except (etree.LxmlError, ValueError):
        return Entry(unreadable("it is not a page: there is no element in it"))
    if is_too_deep(tree):
        return Entry(unreadable(f"its elements are nested deeper than {DEPTH}"))
    return _entry(tree, name)


def _entry(tree: HtmlElement, name: str) -> Entry:
    told = page_metadata(tree, name)
    drop_hidden(tree)
    posts = drop_embedded(tree)
    around = surroundings(tree)
    text = main_text(tree, told.title)
    entry = Entry(
        text or Refusal("empty", "no main text in the page"),
        name=told.publisher,
        title=told.title,
        author=told.author,
        url=told.url,
        published=told.published,
        language=told.language,
        notes=(f"{numbered(posts, 'embedded post')} left out",) if posts else (),
    )
    why = stub(text, around, told.free) if text else None
    return replace(entry, content=Refusal("incomplete", why)) if why else entry


def _decoded(raw: bytes) -> str | None:
    """The page as text: by its own declaration where that holds, else as any file."""
    declared = _CHARSET.search(raw[:_HEAD])
    if declared and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        told = by_charset(raw, declared[1].decode("ascii"))
        if told is not None:
            return told
    found = decode(raw)  # without a declaration, or with a false one, the bytes themselves know better
    return found.text if found else None
