"""One connection to a mail server, on which no wait is without end.

Not smtplib's: that one knows no total deadline, sends the final dot with the content, so that a broken
connection leaves open whether it went, and tries a wrong password three times over.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass

from briefing.delivery.server import Server
from briefing.render.escape import clean

_CHUNK = 1 << 14
"""Bytes of one send: a record of TLS, which is one wait."""
_ANSWER = 1 << 16
"""Bytes of one answer at most; the longest that servers give, to EHLO, have a few hundred."""
_LINE = re.compile(rb"([2-5]\d\d)(?:([ -])(.*))?", re.DOTALL)
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait: to connect, for an answer, for the answer to a whole message; for one letter in all.

    Those of RFC 5321, section 4.5.3.2: who hangs up before the last one has mail delivered twice.
    """

    connect: float = 30.0
    answer: float = 300.0
    last: float = 600.0
    total: float = 1200.0


@dataclass(frozen=True, slots=True)
class SmtpReply:
    """What a server says to one command: its code, and its lines without it."""

    code: int
    lines: tuple[str, ...]

    @property
    def kind(self) -> int:
        """2: done; 3: go on; 4: not now; 5: never."""
        return self.code // 100

    def __str__(self) -> str:
        said = clean(" ".join(self.lines)).strip()
        return f"{self.code} {said[:_SHOWN]}".strip()


class Connection:
    """An open connection; what breaks it is an OSError."""

    def __init__(self, server: Server, patience: Patience, context: ssl.SSLContext) -> None:
        self._server, self._patience, self._context = server, patience, context
        self._rest = b""
        self._hidden: tuple[str, ...] = ()
        self.allow()
        self._socket = socket.create_connection((server.host, server.port), self._left(patience.connect))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # a lone dot is not held back
        if server.tls:
            self.secure()

    def allow(self) -> None:
        """From now on, all that follows is due within the patience for one letter."""
        self._end = time.monotonic() + self._patience.total

    @property
    def local(self) -> bool:
        """Whether the other end is this machine."""
        address = ipaddress.ip_address(self._socket.getpeername()[0].partition("%")[0])
        return bool((getattr(address, "ipv4_mapped", None) or address).is_loopback)

    @property
    def tls(self) -> str | None:
        """The version of TLS that is spoken, or None."""
        return self._socket.version() if isinstance(self._socket, ssl.SSLSocket) else None

    def secure(self) -> None:
        """Goes on in TLS, with the certificate checked for the server's name."""
        if self._rest:  # what came before TLS must not pass for an answer within it
            raise ConnectionError("it says more than was asked before TLS begins")
        try:
            self._socket.settimeout(self._left(self._patience.connect))
            self._socket = self._context.wrap_socket(self._socket, server_hostname=self._server.host)
        except BaseException:
            self.close()
            raise

    def hide(self, *secrets: str) -> None:
        """From now on no answer has these in it, should the server repeat what it was sent."""
        self._hidden = secrets

    def command(self, words: str) -> SmtpReply:
        """The answer to this command."""
        self.send(words.encode("ascii") + b"\r\n")
        return self.answer()

    def answer(self, seconds: float | None = None) -> SmtpReply:
        """The server's next answer, all of it within these seconds."""
        due = time.monotonic() + self._left(self._patience.answer if seconds is None else seconds)
        lines: list[str] = []
        size = 0
        while True:
            raw = self._line(due)
            found = _LINE.fullmatch(raw)
            size += len(raw)
            if not found or size > _ANSWER:
                raise ConnectionError("its answer is not SMTP: see host and port")
            lines.append(self._open((found[3] or b"").decode("utf-8", "replace")))
            if found[2] != b"-":
                return SmtpReply(int(found[1]), tuple(lines))

    def send(self, content: bytes) -> None:
        """Sends all of it, however slowly it is taken."""
        for start in range(0, len(content), _CHUNK):
            self._socket.settimeout(self._left(self._patience.answer))
            self._socket.sendall(content[start : start + _CHUNK])

    def close(self) -> None:
        """Hangs up, without a word."""
        with suppress(OSError):
            self._socket.close()

    def _line(self, due: float) -> bytes:
        while b"\n" not in self._rest:
            left = due - time.monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            self._socket.settimeout(left)
            more = self._socket.recv(4096)
            if not more or len(self._rest) > _ANSWER:
                raise ConnectionError("it hung up" if not more else "its answer has no end")
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        return line.rstrip(b"\r")

    def _open(self, text: str) -> str:
        for secret in self._hidden:
            text = text.replace(secret, "…")
        return text

    def _left(self, seconds: float) -> float:
        """These seconds, or as many as are left of all."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return min(seconds, left)
