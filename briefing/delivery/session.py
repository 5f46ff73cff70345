"""From a connection to a server that is sure of us, and we of it: greeting, TLS, login."""

from __future__ import annotations

import ssl
from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import md5
from hmac import new as hmac

from briefing.delivery.connection import Connection, Patience, SmtpReply
from briefing.delivery.server import Server
from briefing.errors import PostError

_GO_ON = 334


class NotNow(Exception):
    """The server cannot take mail at present; the message is one line for the user."""


def open_session(server: Server, password: str | None, name: str, patience: Patience) -> Connection:
    """A connection on which mail can be sent; `name` is who we say we are.

    Raises PostError where it never will, NotNow where it may later, and OSError where it breaks.
    """
    try:
        connection = Connection(server, patience, ssl.create_default_context())
        try:
            _agree(connection, server, password, name)
        except BaseException:
            connection.close()
            raise
    except ssl.SSLCertVerificationError as error:
        why = error.verify_message or "it is not valid"
        raise PostError(
            f"the certificate of {server} is not trusted ({why}): name the host as the certificate does, "
            "or have its authority in SSL_CERT_FILE"
        ) from None
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
        raise ConnectionError("it hung up in the middle of TLS") from error
    except ssl.SSLError as error:
        raise PostError(
            f"{server} speaks no TLS that we know ({error.reason or error}): smtps:// is for port 465, "
            "smtp:// for 587"
        ) from None
    return connection


def _agree(connection: Connection, server: Server, password: str | None, name: str) -> None:
    _expect(connection.answer(), server, "takes no mail")
    offers = _offers(connection, server, name)
    if not server.tls and "STARTTLS" in offers:
        _expect(connection.command("STARTTLS"), server, "does not begin TLS")
        connection.secure()
        offers = _offers(connection, server, name)
    if not connection.tls and not connection.local:
        raise PostError(
            f"{server} offers no TLS (STARTTLS): nothing is sent in the clear; use its port 587, or smtps://"
        )
    if server.user is not None and password is not None:
        _log_in(connection, server, server.user, password, offers.get("AUTH", ""))


def _offers(connection: Connection, server: Server, name: str) -> Mapping[str, str]:
    """What the server can, by keyword."""
    answer = connection.command(f"EHLO {name}")
    if answer.kind == 5:
        answer = connection.command(f"HELO {name}")
        _expect(answer, server, f"does not greet {name}")
        return {}
    _expect(answer, server, f"does not greet {name}")
    words = (offer.replace("=", " ", 1).partition(" ") for offer in answer.lines[1:])
    return {keyword.upper(): rest.upper() for keyword, _, rest in words}


def _log_in(connection: Connection, server: Server, user: str, password: str, offered: str) -> None:
    """One attempt in one way: many servers shut a door after three."""
    ways = offered.split()
    known = ("PLAIN", "LOGIN", "CRAM-MD5") if connection.tls else ("CRAM-MD5", "PLAIN", "LOGIN")
    way = next((way for way in known if way in ways), None)
    if way is None:
        raise PostError(
            f"{server} offers no login that we know ({', '.join(ways) or 'none at all'}): use its port 587, "
            "or take the user out of mail.smtp"
        )
    whole = _base64(f"\0{user}\0{password}")
    connection.hide(whole, _base64(password), password)
    if way == "PLAIN":
        answer = connection.command(f"AUTH PLAIN {whole}")
    elif way == "LOGIN":
        answer = connection.command("AUTH LOGIN")
        for word in (user, password):
            answer = connection.command(_base64(word)) if answer.code == _GO_ON else answer
    else:
        answer = connection.command("AUTH CRAM-MD5")
        if answer.code == _GO_ON:
            digest = hmac(password.encode(), _challenge(answer), md5).hexdigest()
            answer = connection.command(_base64(f"{user} {digest}"))
    if answer.kind == 4:
        raise NotNow(f"{server} cannot check the login now: {answer}")
    if answer.kind != 2:
        raise PostError(f"{server} refuses the login of {user} ({answer}): mend the user or the password")


def _challenge(answer: SmtpReply) -> bytes:
    try:
        return b64decode("".join(answer.lines), validate=True)
    except ValueError:
        raise ConnectionError("its question at the login cannot be read") from None


def _base64(text: str) -> str:
    return b64encode(text.encode("ascii")).decode("ascii")


def _expect(answer: SmtpReply, server: Server, otherwise: str) -> None:
    if answer.kind == 4:
        raise NotNow(f"{server} {otherwise} now: {answer}")
    if answer.kind != 2:
        raise PostError(f"{server} {otherwise}: {answer}; see host and port in mail.smtp")
