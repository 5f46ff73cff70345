"""What an address must be: of a page, of a reader, of a mail server, of a list; none holds a secret."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from briefing import web_address
from briefing.settings.checks import Base, text
from briefing.settings.mailbox import mailbox


def web(value: object, base: Base) -> str:
    """An http(s) address without a user name or password: addresses are printed, secrets never are."""
    url = text(value, base)
    parts = web_address.parts(url)
    if parts is None or re.search(r"\s", url):
        raise ValueError("must be an http or https address")
    if "@" in parts.netloc:
        raise ValueError("must not hold a user name or a password")
    return url


def reader(value: object, base: Base) -> str:
    """An e-mail address, alone or as `Name <address>`."""
    stated = text(value, base)
    mailbox(stated)
    return stated


def readers(value: object, base: Base) -> tuple[str, ...]:
    """At least one e-mail address, each once."""
    if not isinstance(value, list | tuple) or not value:
        raise ValueError("must be a list of e-mail addresses")
    stated = tuple(reader(item, base) for item in value)
    seen: set[str] = set()
    for one in stated:
        if (address := mailbox(one).address) in seen:
            raise ValueError(f"must not name {address} twice")
        seen.add(address)
    return stated


def server(value: object, base: Base) -> str:
    """A mail server's address, or "sendmail:" for the local program."""
    url = text(value, base)
    try:
        parts = urlsplit(url)
        sound = url == "sendmail:" or (
            parts.scheme in {"smtp", "smtps"} and parts.hostname and parts.port != 0
        )
    except ValueError:
        sound = False
    if not sound:
        raise ValueError('must be smtp://HOST, smtps://HOST or "sendmail:"')
    if parts.password is not None:
        raise ValueError("must not hold a password: it belongs in password_env, _file or _command")
    return url


def list_id(value: object, base: Base) -> str:
    """The name of a list (RFC 2919): words parted by dots, as a domain has them."""
    stated = text(value, base)
    if not re.fullmatch(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+", stated) or len(stated) > 255:
        raise ValueError('must be a name such as "morning.example.org"')
    return stated
