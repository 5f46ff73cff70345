"""Mail servers of the tests: one that obeys (aiosmtpd), one that answers as it is told, and certificates."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from briefing.types import Letter

USER, PASSWORD = "ada", "s3cret-word"


def letter(to: str = "reader@example.org", content: bytes = b"Subject: a\r\n\r\n.dot\r\nend\r\n") -> Letter:
    return Letter("<1@example.org>", "brief@example.org", to, content)


@dataclass(frozen=True)
class Certificate:
    """A certificate for localhost, its own authority."""

    file: Path
    key: Path

    @classmethod
    def made(cls, folder: Path) -> Self:
        if not shutil.which("openssl"):
            pytest.skip("needs the openssl program to make a certificate")
        made = cls(folder / "cert.pem", folder / "key.pem")
        how = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
        named = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(made.key), "-out", str(made.file)]
        subprocess.run(["openssl", *how.split(), *named], check=True, capture_output=True)
        return made

    @property
    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file, self.key)
        return context


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Mailroom:
    """What arrived: each envelope; `refuse` answers RCPT TO by recipient, `data` the final dot."""

    refuse: Mapping[str, str] = field(default_factory=dict)
    data: str = "250 kept"
    envelopes: list[Envelope] = field(default_factory=list)
    sessions: set[int] = field(default_factory=set)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.envelopes.append(envelope)
        self.sessions.add(id(session))
        return self.data


def _knows(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
) -> AuthResult:
    return AuthResult(success=data == LoginPassword(USER.encode(), PASSWORD.encode()))


@contextmanager
def obedient(room: Mailroom, login: bool = False, **options: Any) -> Iterator[int]:
    """A server that does as RFC 5321 says (aiosmtpd), on a port of this machine."""
    if login:
        options |= {"authenticator": _knows, "auth_required": True}
        options |= {"auth_require_tls": "tls_context" in options}
    controller = Controller(room, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


HANGS_UP = None
SILENT = ""
Answers = Mapping[str, str | None]
"""By the first word of a command, "greeting", "dot" or "*": the answer's lines, HANGS_UP or SILENT."""
PLAIN: Answers = {"greeting": "220 hi", "DATA": "354 go on", "dot": "250 kept", "QUIT": "221 bye"}


class Scripted:
    """A server that says what it is told to say, one connection after the other."""

    def __init__(self, answers: Answers, drip: float = 0.0, leaves_after: str = "") -> None:
        self._answers, self._drip, self._leaves_after = {**PLAIN, **answers}, drip, leaves_after
        self.heard: list[str] = []
        self.content: list[str] = []
        self._stop = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stop.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                wire, _ = self._listening.accept()
                with wire, suppress(OSError):
                    wire.settimeout(5)
                    self._talk(wire)

    def _talk(self, wire: socket.socket) -> None:
        with wire, wire.makefile("r", encoding="latin-1", newline="\r\n") as lines:
            if not self._answer(wire, "greeting"):
                return
            content = False
            for line in lines:
                word = line.split(" ")[0].strip()
                if content:
                    self.content.append(line)
                    if line == ".\r\n":
                        content = False
                        if not self._answer(wire, "dot"):
                            return
                    continue
                self.heard.append(line.strip())
                if not self._answer(wire, word):
                    return
                content = word == "DATA" and str(self._answers["DATA"]).startswith("354")

    def _answer(self, wire: socket.socket, word: str) -> bool:
        answer = self._answers.get(word, self._answers.get("*", "250 ok"))
        if answer is HANGS_UP:
            return False
        if answer == SILENT:
            self._stop.wait(5)
            return False
        whole = answer.replace("\n", "\r\n").encode() + b"\r\n"
        if not self._drip:
            wire.sendall(whole)
            return word != self._leaves_after
        for byte in whole:
            wire.sendall(bytes([byte]))
            if self._stop.wait(self._drip):
                return False
        return True
