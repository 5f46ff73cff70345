"""What parses each kind of untrusted document, from its bytes; run in a child process only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from briefing.sources import feed, mail, opml, pdf
from briefing.sources.entry import Entry
from briefing.sources.page import html

Parser = Callable[[bytes, str], Iterator[Entry]]
"""From a file's bytes and its name to its documents."""

PARSERS: Mapping[str, tuple[Parser, tuple[str, ...]]] = {
    "html": (html.read, ("lxml.html", "trafilatura", "htmldate", "ftfy")),
    "pdf": (pdf.read, ("pypdfium2", "ftfy")),
    "feed": (feed.read, ("feedparser", "lxml.html", "ftfy")),
    "opml": (opml.read, ("lxml.etree",)),
    "eml": (mail.read, ("lxml.html", "ftfy")),
    "mbox": (mail.read_mailbox, ("lxml.html", "ftfy")),
}
"""What parses each kind, and the libraries that it imports where it needs them."""


def parser(kind: str) -> Parser:
    """The parser of this kind, its libraries loaded: their time and memory are not the document's."""
    found, libraries = PARSERS[kind]
    for library in libraries:
        import_module(library)
    return found
