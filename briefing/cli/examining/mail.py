"""The mail: its server is connected, and logged in to; nothing is sent."""

from __future__ import annotations

from briefing.cli.diagnosis import Diagnosis
from briefing.cli.mailing import password
from briefing.errors import PostError, UsageError
from briefing.render.wording import listed
from briefing.settings import MailSetting


def mail(setting: MailSetting) -> Diagnosis:
    """The way of the mail, gone as far as where a message would begin: connected, in TLS, logged in."""
    from briefing.delivery.post import open_post

    try:
        secret = password(setting)
    except UsageError as error:
        return Diagnosis("fault", "mail", str(error), "mend where the password is kept")
    try:
        with open_post(setting, secret) as post:
            stands = post.trial()
    except (PostError, UsageError) as error:
        return Diagnosis("fault", "mail", str(error))
    return Diagnosis("ok", "mail", f"to {listed(setting.to)} by {stands}")
