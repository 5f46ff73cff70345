"""A piece of markup (a feed's entry, a mail's body) as text, block by block."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.sources.clean import clean
from briefing.sources.limits import MARKUP
from briefing.sources.page.depth import is_too_deep
from briefing.sources.page.hidden import SILENT, is_hidden
from briefing.sources.page.markup import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    """
    address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul
    """.split()
)
_UNMARKED: Mapping[HtmlElement, str] = MappingProxyType({})
_MARKUP = re.compile(r"<[a-zA-Z!/]|&#?\w+;")


def text_of(markup: str) -> str | None:
    """What a reader sees of the markup, cleaned; None where it is too large or too deep to be read."""
    if not _MARKUP.search(markup):
        return clean(markup)
    tree = parsed(markup)
    return None if tree is None else clean("".join(pieces(tree)))


def parsed(markup: str) -> HtmlElement | None:
    """The tree of a page of the markup; None where it is too large or too deep."""
    if len(markup) > MARKUP:
        return None
    tree = parse(f"<html><body><div>{markup}</div></body></html>")
    return None if is_too_deep(tree) else tree


def pieces(
    element: HtmlElement,
    marks: Mapping[HtmlElement, str] = _UNMARKED,
    without: Container[HtmlElement] = (),
) -> Iterator[str]:
    """The element's text in order: blocks apart by an empty line; hidden ones and `without` are left out.

    Where an element of `marks` begins, its mark stands.
    """
    name = element.tag if isinstance(element.tag, str) else ""
    if not name or name in SILENT or element in without or is_hidden(element):
        return
    around = "\n\n" if name in _BLOCKS else "\n" if name == "br" else ""
    yield around + marks.get(element, "") + _flat(element.text)
    for child in element:
        yield from pieces(child, marks, without)
        yield _flat(child.tail)
    yield around


def _flat(text: str | None) -> str:
    """The text on one line, without the characters that marks are made of."""
    return re.sub(r"[\s\ue000\ue001]+", " ", text or "")
