"""How a command mails: what the configuration says of it, and the password for its server."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import UsageError
from briefing.settings import MailSetting, Settings, mailbox


def mailing(settings: Settings, to: Sequence[str] = ()) -> MailSetting:
    """The mail that is configured, only `to` these where any are named; UsageError where none is."""
    if settings.mail is None:
        raise UsageError(
            "no mail is configured: write [mail] with from, to and smtp into a briefing.toml (-c FILE), "
            "which `briefing init` begins"
        )
    try:
        for one in to:
            mailbox(one)
    except ValueError as error:
        raise UsageError(f"--to {error}") from error
    return replace(settings.mail, to=tuple(dict.fromkeys(to))) if to else settings.mail


def password(mail: MailSetting) -> str | None:
    """The password of the mail server, None where none is configured; UsageError where it is not set."""
    if mail.password is None:
        return None
    found = mail.password.fetch(os.environ)
    if found is None:
        raise UsageError(f"${mail.password.env} is not set: set it to the password of the mail server")
    return found
