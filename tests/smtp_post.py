"""A post to a server of the test, quick to give up."""

from __future__ import annotations

from mail_servers import PASSWORD

from briefing.delivery.connection import Patience
from briefing.delivery.post import Post, open_post
from briefing.delivery.server import Server
from briefing.delivery.smtp import SmtpPost
from briefing.settings import MailSetting

QUICK = Patience(connect=2.0, answer=0.3, last=0.3, total=2.0)


class Commits:
    """Counts how often something was committed."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.count, self._error = 0, error

    def __call__(self) -> None:
        self.count += 1
        if self._error:
            raise self._error


def posted(url: str, password: str | None = None) -> Post:
    return open_post(MailSetting("brief@example.org", ("reader@example.org",), url), password)


def quick(port: int, user: str | None = None, tls: bool = False) -> SmtpPost:
    return SmtpPost(Server("127.0.0.1", port, tls, user), PASSWORD if user else None, "example.org", QUICK)
