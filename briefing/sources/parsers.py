"""What parses each kind of untrusted document, from its bytes; run in a child process only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefing.sources import feed, html, mail, opml, pdf
from briefing.sources.entry import Entry
from briefing.sources.kinds import Kind

Parser = Callable[[bytes, str], Iterator[Entry]]
"""From a file's bytes and its name to its documents."""

PARSERS: Mapping[Kind, Parser] = {
    "html": html.read,
    "pdf": pdf.read,
    "feed": feed.read,
    "opml": opml.read,
    "eml": mail.read,
    "mbox": mail.read_mailbox,
}
