"""An e-mail address: who is named, and the ASCII in which it goes over the wire."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STATED = re.compile(r"(?P<name>[^<>@]*)<(?P<named>[^\s<>]+)>|(?P<bare>[^\s<>,]+)")
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_AMBIGUOUS = re.compile("[ßς\u200c\u200d]")
"""Letters that Python's codec (IDNA 2003) takes for others: the mail would go to another domain."""
_LOCAL_LIMIT, _LIMIT = 64, 254


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A reader or a sender: `name` as given, or empty; `local` and `domain` in ASCII (punycode)."""

    name: str
    local: str
    domain: str

    @property
    def address(self) -> str:
        """The bare address."""
        return f"{self.local}@{self.domain}"


def mailbox(stated: str) -> Mailbox:
    """The mailbox of `address` or `Name <address>`; raises ValueError with what is wanted."""
    found = _STATED.fullmatch(stated)
    local, at, domain = ((found["named"] or found["bare"]) if found else "").rpartition("@")
    if found is None or not at or not local or not domain:
        raise ValueError("must be an e-mail address")
    if not local.isascii():
        raise ValueError(f"must be an e-mail address in ASCII before its @: not every server takes {local}")
    box = Mailbox((found["name"] or "").strip().strip('"').strip(), local, _ascii(domain))
    if not _LOCAL.fullmatch(local) or len(local) > _LOCAL_LIMIT or len(box.address) > _LIMIT:
        raise ValueError("must be an e-mail address")
    return box


def _ascii(domain: str) -> str:
    if _AMBIGUOUS.search(domain):
        raise ValueError(f"must have its domain in ASCII (xn--…): {domain} can be read in two ways")
    try:
        wire = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        wire = ""
    if not all(_LABEL.fullmatch(label) for label in wire.split(".")):
        raise ValueError("must be an e-mail address")
    return wire
