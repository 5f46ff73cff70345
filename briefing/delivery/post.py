"""The seam of the mail: what carries letters, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, Self

from briefing.delivery.sendmail import SendmailPost
from briefing.delivery.server import server
from briefing.delivery.smtp import SmtpPost
from briefing.errors import UsageError
from briefing.settings import MailSetting, mailbox
from briefing.types import Letter, Receipt


class Post(Protocol):
    """Carries letters; within its `with` one connection serves several."""

    def send(self, letter: Letter, committing: Callable[[], None]) -> Receipt:
        """One attempt, never a second.

        `committing` is called once the recipient is accepted, before any of the content goes: so never
        where the outcome is known without it, and never twice. What it raises passes, and nothing is sent.
        "later" may follow it too: the connection broke before the message was whole.
        Raises PostError where no letter can be sent this way: nothing of this one was.
        """
        ...  # pragma: no cover - a protocol

    def trial(self) -> str:
        """Everything but sending: connects, logs in; returns what stands, in one line.

        Raises PostError, which says what failed and what to mend.
        """
        ...  # pragma: no cover - a protocol

    def __enter__(self) -> Self: ...  # pragma: no cover - a protocol

    def __exit__(self, *_: object) -> None: ...  # pragma: no cover - a protocol


def open_post(mail: MailSetting, password: str | None) -> Post:
    """What carries this configuration's letters; nothing is connected before the first.

    Raises UsageError where the configuration names no way to send.
    """
    if mail.smtp == "sendmail:":
        return SendmailPost()
    to = server(mail.smtp)
    if to.user is not None and password is None:
        raise UsageError(f"mail: no password for {to.user}: name it by password_env, _file or _command")
    if to.user is None and password is not None:
        raise UsageError(
            f'mail: a password, but no user: write smtp = "{"smtps" if to.tls else "smtp"}://USER@{to}"'
        )
    return SmtpPost(to, password, mailbox(mail.sender).domain)
