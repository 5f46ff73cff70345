"""What parses each kind of untrusted document, from its bytes; run in a child process only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from briefing.sources import feed, mail, opml, pdf
from briefing.sources.entry import Entry
from briefing.sources.kinds import Kind
from briefing.sources.page import html

Parser = Callable[[bytes, str], Iterator[Entry]]
"""From a file's bytes and its name to its documents."""

_LIBRARIES: Mapping[Kind, tuple[str, ...]] = {
    "html": ("lxml.html", "trafilatura", "htmldate", "ftfy"),
    "pdf": ("pypdfium2", "ftfy"),
    "feed": ("feedparser", "lxml.html", "ftfy"),
    "opml": ("lxml.etree",),
    "eml": ("lxml.html", "ftfy"),
    "mbox": ("lxml.html", "ftfy"),
}


def load(kind: Kind) -> None:
    """Loads what parses this kind: its time and its memory are not the document's."""
    for library in _LIBRARIES[kind]:
        import_module(library)


PARSERS: Mapping[Kind, Parser] = {
    "html": html.read,
    "pdf": pdf.read,
    "feed": feed.read,
    "opml": opml.read,
    "eml": mail.read,
    "mbox": mail.read_mailbox,
}
