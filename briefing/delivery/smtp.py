"""The post by SMTP: one connection for several letters, one attempt for each."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Self

from briefing.delivery.connection import Connection, Patience, SmtpReply
from briefing.delivery.server import Server
from briefing.delivery.session import NotNow, open_session
from briefing.errors import PostError
from briefing.types import Letter, Outcome, Receipt

_CLOSING = 421
_FAREWELL = 5.0
"""Seconds for the answer to QUIT, on which nothing hangs."""
_TRIAL = 30.0
"""Seconds for an answer where somebody sits before the screen."""


class SmtpPost:
    """Letters go to one server; a connection that broke is opened anew for the next letter."""

    def __init__(
        self, server: Server, password: str | None, name: str, patience: Patience | None = None
    ) -> None:
        self._server, self._password, self._name = server, password, name
        self._patience = patience or Patience()
        self._connection: Connection | None = None

    def send(self, letter: Letter, committing: Callable[[], None]) -> Receipt:
        """See Post."""
        try:
            return self._send(letter, committing)
        except BaseException:
            self._hang_up()
            raise

    def trial(self) -> str:
        """See Post."""
        try:
            brief = replace(self._patience, answer=min(self._patience.answer, _TRIAL))
            connection = open_session(self._server, self._password, self._name, brief)
        except NotNow as error:
            raise PostError(f"{error}; try again later") from None
        except OSError as error:
            raise PostError(f"{self._lost(error)}: see host and port in mail.smtp") from None
        told = [str(self._server), connection.tls or "in the clear, on this machine"]
        told.append("no login" if self._server.user is None else f"logged in as {self._server.user}")
        _leave(connection)
        return ", ".join(told)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection:
            _leave(self._connection)
        self._connection = None

    def _send(self, letter: Letter, committing: Callable[[], None]) -> Receipt:
        try:
            connection = self._ready()
            if receipt := self._offered(connection, letter):
                return receipt
        except NotNow as error:
            return Receipt("later", str(error))
        except OSError as error:
            return self._broken("later", error)
        committing()
        try:
            connection.send(_stuffed(letter.content))
        except OSError as error:  # without the final dot nothing was sent (RFC 5321, section 4.1.1.4)
            return self._broken("later", error)
        try:
            connection.send(b".\r\n")
            answer = connection.answer(self._patience.last)
        except OSError as error:
            return self._broken("unknown", error)
        return self._receipt(answer)

    def _ready(self) -> Connection:
        """The open connection, if it still is one, or a new one."""
        if self._connection:
            with suppress(OSError):
                self._connection.allow()
                if self._connection.command("RSET").kind == 2:
                    return self._connection
            self._hang_up()
        self._connection = open_session(self._server, self._password, self._name, self._patience)
        return self._connection

    def _offered(self, connection: Connection, letter: Letter) -> Receipt | None:
        """None where the server now waits for the content, else why it does not."""
        answer = connection.command(f"MAIL FROM:<{letter.sender}>")
        if answer.kind == 5 and answer.code != 552:  # 552: this letter is too large
            raise PostError(f"{self._server} takes no mail from {letter.sender} ({answer}): see mail.from")
        if answer.kind == 2:
            answer = connection.command(f"RCPT TO:<{letter.recipient}>")
        if answer.kind == 2:
            answer = connection.command("DATA")
        return None if answer.code == 354 else self._receipt(answer, before=True)

    def _receipt(self, answer: SmtpReply, before: bool = False) -> Receipt:
        """What the answer means; `before`: no content was sent."""
        if answer.code == _CLOSING:
            self._hang_up()
        if answer.kind == 5:
            return Receipt("refused", str(answer))
        if answer.kind == 4:
            return Receipt("later", str(answer))
        if answer.kind == 2 and not before:
            return Receipt("accepted", str(answer))
        self._hang_up()
        return Receipt("later" if before else "unknown", f"unexpected: {answer}")

    def _broken(self, outcome: Outcome, error: OSError) -> Receipt:
        self._hang_up()
        return Receipt(outcome, self._lost(error))

    def _lost(self, error: OSError) -> str:
        why = "no answer in time" if isinstance(error, TimeoutError) else error.strerror or str(error)
        return f"{self._server}: {why}"

    def _hang_up(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None


def _leave(connection: Connection) -> None:
    """Says goodbye, and does not wait for long."""
    with suppress(OSError):
        connection.send(b"QUIT\r\n")
        connection.answer(_FAREWELL)
    connection.close()


def _stuffed(content: bytes) -> bytes:
    """The content in whole lines; a dot that opens one is doubled (RFC 5321, section 4.5.2)."""
    doubled = re.sub(rb"(?m)^\.", b"..", content)
    return doubled if doubled.endswith(b"\r\n") else doubled + b"\r\n"
