"""The way to the network: a name is resolved once, its address checked, and that very address connected."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection, Iterable
from typing import Any

import httpcore2
import httpx2

from briefing.sources.web.addresses import is_public

Resolve = Callable[[str, int], list[str]]
"""From a host and a port to its addresses; raises OSError where there are none."""


class Blocked(Exception):
    """The host leads to an address that must not be reached."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of the host, as the system finds them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guard(httpcore2.NetworkBackend):
    """Connects to public addresses only, or to any of the hosts that are allowed by name."""

    def __init__(self, allowed: Collection[str], resolve: Resolve = resolve) -> None:
        self._allowed = frozenset(host.lower().strip("[]") for host in allowed)
        self._resolve = resolve
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the checked address itself: between check and use nothing is resolved again."""
        try:
            found = self._resolve(host.strip("[]"), port)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"{host} is not known ({error})") from error
        if host.lower().strip("[]") not in self._allowed and not all(map(is_public, found)):
            raise Blocked(host)
        return self._inner.connect_tcp(found[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(self, *_args: Any, **_given: Any) -> httpcore2.NetworkStream:
        """Never: no document of the network lies behind a socket of this machine."""
        raise Blocked("a socket of this machine")


class Transport(httpx2.BaseTransport):
    """httpx2's way to the network, through the guard; no proxy, no environment."""

    def __init__(self, guard: Guard) -> None:
        self._inner = httpx2.HTTPTransport(trust_env=False, retries=0)
        self._inner._pool = httpcore2.ConnectionPool(  # the one place where httpx2 lets a backend in
            ssl_context=httpx2.create_ssl_context(trust_env=False), network_backend=guard
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """One exchange; no redirect is followed here."""
        return self._inner.handle_request(request)

    def close(self) -> None:
        """Closes every connection."""
        self._inner.close()
