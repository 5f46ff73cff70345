"""Messages and mailboxes: a newsletter's text item by item, without its furniture; a page saved as one."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parseaddr
from itertools import islice

from briefing.printable import numbered
from briefing.sources.decode import by_charset, decode
from briefing.sources.entry import Entry
from briefing.sources.forwarded import Forwarded, without_prefix
from briefing.sources.kinds import FROM_LINE
from briefing.sources.limits import MARKUP
from briefing.sources.mail_body import mail_body
from briefing.sources.metadata import address, line, moment
from briefing.sources.page.html import page
from briefing.sources.refusal import Refusal, too_large, unreadable

_FROM_LINE = re.compile(b"^" + FROM_LINE.encode(), re.MULTILINE)
_PARTS = 200
_NAMED = 3
"""Attachments named in a note."""
_HEADER = 10_000
"""Bytes of one header that are looked at: a list of 300,000 recipients takes minutes to parse."""


def read(raw: bytes, name: str) -> Iterator[Entry]:
    """The documents of one message."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    if saved := _saved(message):
        yield saved
        return
    shown, sender = _sender(message)
    subject = line(_header(message, "Subject"))
    told = Entry(
        Refusal("empty", "no text in the message"),
        name=line(shown) or line(sender),
        key=line(_header(message, "Message-ID").strip("<>")),
        title=without_prefix(subject),
        published=moment(_header(message, "Date")),
        notes=_unread(message),
    )
    found = mail_body(*_bodies(message), subject)
    if found is None:
        yield replace(told, content=unreadable("its markup is too large or nested too deeply"))
        return
    if found.passed_on:
        told = _passed_on(told, found.passed_on)
    if len(found.items) < 2:
        yield replace(told, content=found.items[0].text if found.items else told.content)
        return
    for number, item in enumerate(found.items, 1):
        key = f"{told.key}#{number}" if told.key else None
        yield replace(told, content=item.text, key=key, title=item.title, url=item.url)


def _passed_on(by: Entry, other: Forwarded) -> Entry:
    """The entry of a letter that another only forwards: what it says, its own writer says."""
    if not other.name:
        return by
    return replace(
        by,
        name=other.name,
        title=other.title or by.title,
        published=other.published or by.published,
        notes=(*by.notes, *([f"forwarded by {by.name}"] if by.name else [])),
    )


def read_mailbox(raw: bytes, name: str) -> Iterator[Entry]:
    """The documents of all messages of an mbox file, in its order."""
    starts = [m for m in _FROM_LINE.finditer(raw) if m.start() == 0 or _is_parted(raw, m.start())]
    if not starts:
        yield Entry(unreadable("no message begins in it"))
    for number, start in enumerate(starts, 1):
        end = starts[number].start() if number < len(starts) else len(raw)
        yield from read(re.sub(rb"(?m)^>(>*From )", rb"\1", raw[start.end() : end]), name)


def _is_parted(raw: bytes, at: int) -> bool:
    """Whether an empty line stands before: else "From " only opens a sentence of the text."""
    return raw.endswith((b"\n\n", b"\r\n\r\n"), 0, at)


def _header(message: email.message.Message, name: str) -> str:
    """The header, decoded, on one line; nothing where it is absent or cannot be decoded."""
    value = str(message.get(name, ""))[:_HEADER]
    try:
        parts = email.header.decode_header(value)
        text = "".join(p.decode(c or "utf-8", "replace") if isinstance(p, bytes) else p for p, c in parts)
    except (LookupError, ValueError, email.errors.HeaderParseError):
        text = value
    return " ".join(text.split())


def _sender(message: email.message.Message) -> tuple[str, str]:
    """Name and address of who sent it; empty where groups are nested beyond reading."""
    try:
        return parseaddr(_header(message, "From"))
    except RecursionError:
        return "", ""


def _bodies(message: email.message.Message) -> tuple[str, str]:
    """The message's HTML and its plain text, forwarded messages and attachments left out."""
    markup: list[str] = []
    plain: list[str] = []
    for number, part in enumerate(_walk(message)):
        if number == _PARTS:
            break
        if _is_attached(part):
            continue
        if part.get_content_type() == "text/html":
            markup.append(_text(part))
        elif part.get_content_type() == "text/plain":
            plain.append(_unflowed(_text(part), part))
    return "\n".join(markup), "\n\n".join(plain)


def _saved(message: email.message.Message) -> Entry | None:
    """The page that a browser saved as a message (RFC 2557), which nobody sent; None for any other."""
    if message.get_content_type() != "multipart/related" or message.get("Message-ID"):
        return None
    root = next((p for p in islice(_walk(message), _PARTS) if p.get_content_type() == "text/html"), None)
    if root is None or not (
        place := message.get("Snapshot-Content-Location") or root.get("Content-Location")
    ):
        return None
    markup = _text(root)
    if len(markup) > MARKUP:
        return Entry(too_large(MARKUP))
    found = page(markup, str(place))
    return replace(found, url=found.url or address(str(place)))


def _unread(message: email.message.Message) -> tuple[str, ...]:
    """That its attachments were not read, where it has any."""
    parts = islice(_walk(message), _PARTS)
    names = [_file_name(part) or "" for part in parts if _is_attached(part)]
    listed = ", ".join(filter(None, names[:_NAMED]))
    return (f"{numbered(len(names), 'attachment')} not read{listed and f': {listed}'}",) if names else ()


def _file_name(part: email.message.Message) -> str | None:
    try:
        return line(part.get_filename())
    except (LookupError, ValueError):  # a charset that is none
        return None


def _is_attached(part: email.message.Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _walk(message: email.message.Message) -> Iterator[email.message.Message]:
    pending = [message]
    while pending:
        part = pending.pop(0)
        if part.is_multipart():
            inner = part.get_payload()
            if part.get_content_type() != "message/rfc822" and isinstance(inner, list):
                pending = [p for p in inner if isinstance(p, email.message.Message)] + pending
        else:
            yield part


def _text(part: email.message.Message) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    told = by_charset(raw, part.get_content_charset() or "")
    found = decode(raw) if told is None else None
    return told if told is not None else found.text if found else raw.decode("latin-1")


def _unflowed(text: str, part: email.message.Message) -> str:
    """Lines that end in a space go on in the next one, where the part says so (RFC 3676)."""
    text = text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    return re.sub(r"(?<!--) \n(?!>)", " ", text)
