"""Markup to a tree: without comments, instructions, and characters that no tree can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[12]|1[4-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]))(?:;|(?![\da-fA-F]))"
)
"""Controls, half characters and non-characters, as themselves or as references: lxml reads them, but takes
them in no text, so that whatever moves text within the tree fails."""


def parse(markup: str) -> HtmlElement:
    """The tree of a whole page; raises LxmlError or ValueError where no element is in it."""
    import lxml.html

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return lxml.html.document_fromstring(_CONTROL.sub(" ", markup).encode("utf-8", "replace"), parser=parser)
