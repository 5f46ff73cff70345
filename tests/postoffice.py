"""A real SMTP server on loopback that keeps what it is given, and answers as it is told."""

from __future__ import annotations

import email
import email.policy
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any, Self

from aiosmtpd.controller import Controller


@dataclass
class PostOffice:
    """`answers` maps a recipient to the reply to RCPT; `content` is the reply to the message itself.

    `arriving` runs when a message has come whole, before it is answered.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    content: str = "250 OK"
    arriving: Callable[[], None] = lambda: None
    messages: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _o: Any) -> str:  # noqa: N802 - aiosmtpd's name
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.arriving()
        if self.content.startswith("250"):
            parsed = email.message_from_bytes(envelope.content, policy=email.policy.default)
            self.messages.append(parsed)
            self.recipients += envelope.rcpt_tos
        return self.content

    def start(self) -> None:
        """Opens, always at the same port."""
        self._controller = Controller(self, hostname="127.0.0.1", port=self._port)
        self._controller.start()

    def stop(self) -> None:
        """Closes: nobody listens."""
        self._controller.stop()

    def __enter__(self) -> Self:
        with socket.socket() as free:  # the controller connects to its port before anybody else, so not 0
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Its address, as a configuration names it."""
        return f"smtp://127.0.0.1:{self._port}"

    @property
    def ids(self) -> list[str]:
        """The Message-ID of every mail that it took."""
        return [str(message["Message-ID"]) for message in self.messages]
