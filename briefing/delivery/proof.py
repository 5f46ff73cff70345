"""A message is read back as its receiver will read it, before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser

from briefing.delivery.headers import Header
from briefing.errors import DeliveryError

_LINE_LIMIT = 998
_MECHANICAL = frozenset({"content-type", "content-transfer-encoding"})
"""The headers that follow from the parts."""

Leaf = tuple[str, str, str]
"""A part as it is meant: subtype, name of the file or "", text."""


def prove(content: bytes, headers: Sequence[Header], parts: Sequence[Leaf]) -> None:
    """Raises DeliveryError where a reader of these bytes would find anything but these headers and parts."""
    read = BytesParser().parsebytes(content)
    found = [(name, _decoded(name, value)) for name, value in read.items() if name.lower() not in _MECHANICAL]
    if found != [(header.name, header.text) for header in headers]:
        raise _unlike("its headers")
    if list(_leaves(read)) != list(parts):
        raise _unlike("its parts")
    if read.defects or any(len(line) > _LINE_LIMIT for line in content.split(b"\r\n")):
        raise _unlike("its lines")
    if not content.isascii() or re.search(rb"\r(?!\n)|(?<!\r)\n|\0", content):
        raise _unlike("its bytes")


def _leaves(read: Message) -> Iterator[Leaf]:
    for part in read.walk():
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            text = payload.decode() if isinstance(payload, bytes) else ""
            yield part.get_content_subtype(), part.get_filename() or "", text.replace("\r\n", "\n")


def _decoded(name: str, value: object) -> str:
    """A header's text, unfolded, each encoded word decoded once."""
    text = re.sub(r"\r?\n(?=[ \t])", "", str(value))
    if name != "Subject":  # marks around a mailbox's name are not part of it: those that are stand encoded
        text = re.sub(r'^"([^"]*)"(?= <)', r"\1", text)
    words = decode_header(text)
    return text if len(words) == 1 and words[0][1] is None else str(make_header(words))


def _unlike(what: str) -> DeliveryError:
    return DeliveryError(
        f"the mail would not arrive as it was written ({what}): it is not sent; please report this as a fault"
    )
