"""A message as bytes (RFC 5322, MIME): the same from the same input, and read back before it is used."""

from __future__ import annotations

import re
from binascii import b2a_qp
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from briefing.delivery.headers import Header, ours
from briefing.delivery.proof import prove

_FROM = re.compile(rb"(?m)^From ")


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a message: text/`subtype`; one with a file's name is an attachment."""

    subtype: str
    text: str
    filename: str = ""


def message(headers: Sequence[Header], alternatives: Sequence[Part], attached: Sequence[Part] = ()) -> bytes:
    """The whole message; of the alternatives the last is the fullest.

    Raises DeliveryError where it would not be read back with these headers and parts, and no others.
    """
    inner = [_leaf(part) for part in alternatives]
    body = _multipart("alternative", inner) if len(inner) > 1 else inner[0]
    if attached:
        body = _multipart("mixed", [body, *(_leaf(part) for part in attached)])
    above = (*headers, ours("MIME-Version", "1.0"))
    content = "".join(header.lines for header in above).encode("ascii") + body
    prove(content, above, [(part.subtype, part.filename, part.text) for part in (*alternatives, *attached)])
    return content


def _leaf(part: Part) -> bytes:
    """One part with its own headers; no line of it is longer than 76 bytes."""
    lines = [
        f"Content-Type: text/{part.subtype}; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    ]
    if part.filename:
        lines.append(f'Content-Disposition: attachment; filename="{part.filename}"')
    head = "\r\n".join([*lines, "", ""]).encode("ascii")
    encoded = b2a_qp(part.text.encode(), istext=True)
    # A line that begins so is changed by mailboxes of the format mbox.
    return head + _FROM.sub(b"=46rom=20=\n", encoded).replace(b"\n", b"\r\n")


def _multipart(kind: str, parts: Sequence[bytes]) -> bytes:
    """The parts under a boundary that quoted-printable cannot contain ("=" before "_")."""
    boundary = f"=_{sha256(b''.join(parts)).hexdigest()[:32]}"
    head = f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n\r\n'.encode("ascii")
    edge = f"--{boundary}".encode("ascii")
    between = b"".join(edge + b"\r\n" + part + b"\r\n" for part in parts)
    return head + between + edge + b"--\r\n"
