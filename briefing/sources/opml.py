"""OPML: the feeds that it lists, by folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.sources.entry import Entry
from briefing.sources.limits import DEPTH, MARKUP
from briefing.sources.metadata import address, line
from briefing.sources.page.depth import is_too_deep
from briefing.sources.refusal import Refusal, too_large, unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(raw: bytes, name: str) -> Iterator[Entry]:
    """An entry for each feed, to be followed; its name is the list's."""
    from lxml import etree

    if len(raw) > MARKUP:
        yield Entry(too_large(MARKUP))
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        tree = etree.fromstring(raw, parser)
    except etree.LxmlError:
        yield Entry(unreadable("it is not XML"))
        return
    if tree is not None and is_too_deep(tree):
        yield Entry(unreadable(f"its elements are nested deeper than {DEPTH}"))
        return
    rows = [] if tree is None else list(tree.iter("outline"))
    feeds = [row for row in rows if _told(row, "xmlUrl")]
    if not feeds:
        yield Entry(Refusal("empty", "a list without feeds"))
    for row in feeds:
        url = address(_told(row, "xmlUrl"))
        title = line(_told(row, "title")) or line(_told(row, "text"))
        if url is None:
            yield Entry(unreadable("its address is not an http(s) address"), name=title)
        else:
            yield Entry("a feed", name=title, url=url, summary=True, listed=True, group=_folder(row))


def _folder(row: _Element) -> str | None:
    """The names of the folders around the row, from the outermost in."""
    around = (line(_told(one, "title")) or line(_told(one, "text")) for one in row.iterancestors("outline"))
    return line(" / ".join(reversed([name for name in around if name])))


def _told(row: _Element, attribute: str) -> str | None:
    """The attribute's value; U+FFFD where it has half a character, which a recovering parser lets through."""
    try:
        value: str | None = row.get(attribute)
    except UnicodeDecodeError:
        return "\ufffd"
    return value
