"""The mail server that a configuration names."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from briefing.errors import UsageError

SUBMISSION, SUBMISSIONS = 587, 465
"""The ports for mail programs: STARTTLS, and TLS from the start (RFC 8314)."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where to connect; `tls` from the first byte on, else by STARTTLS; `user` None: no login."""

    host: str
    port: int
    tls: bool
    user: str | None

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def server(url: str) -> Server:
    """The server of `smtp://[USER@]HOST[:PORT]` or `smtps://…`; raises UsageError where none is named so."""
    parts = urlsplit(url)
    tls = parts.scheme == "smtps"
    user = unquote(parts.username) if parts.username else None
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        raise UsageError(f"mail.smtp: {parts.hostname} is not a host name: correct it") from None
    if user is not None and not (user.isascii() and user.isprintable()):
        raise UsageError("mail.smtp: the user's name must be printable ASCII")
    return Server(host, parts.port or (SUBMISSIONS if tls else SUBMISSION), tls, user)
