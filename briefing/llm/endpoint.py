"""Where text goes: the address of a model, its host, and whether that is this machine."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing import web_address
from briefing.errors import UsageError
from briefing.settings.model import gguf_file

OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server: `url` without a trailing slash, `host` without user or port."""

    url: str
    host: str

    @classmethod
    def of(cls, base_url: str | None) -> Endpoint:
        """The endpoint at this address; an empty one is unset, and means OpenAI's.

        Raises UsageError where it is not an http(s) address, or has a user or password in it.
        """
        url = (base_url or "").strip().rstrip("/") or OPENAI
        parts = web_address.parts(url)
        if parts is None or not url.isprintable():
            raise UsageError(f"not an address of a model server: {url!r}; write http://HOST:PORT/v1")
        host = str(parts.hostname)
        if parts.username or parts.password:
            raise UsageError(
                f"the address of {host} has a user name in it; give the key in OPENAI_API_KEY instead"
            )
        return cls(url, host)

    @property
    def loopback(self) -> bool:
        """Whether text sent there stays on this machine."""
        return is_loopback(self.host)

    @property
    def openai(self) -> bool:
        """Whether it is OpenAI's own server."""
        return is_openai(self.host)


def host(name: str, base_url: str | None) -> str:
    """The host that will receive text for a model of this name; `gguf:FILE` runs in this process."""
    return "127.0.0.1" if gguf_file(name) else Endpoint.of(base_url).host


def is_openai(host: str) -> bool:
    """Whether the host is OpenAI's own."""
    return host == urlsplit(OPENAI).hostname


def is_loopback(host: str) -> bool:
    """Whether the host is this machine: `localhost`, 127.0.0.0/8 or ::1, spelt out."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
