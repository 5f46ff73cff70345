"""The network's documents: fetched politely, within a deadline and a size, never from an address inside."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Protocol
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from briefing import __version__
from briefing.sources.refusal import Refusal, too_large, unreadable
from briefing.sources.shown import shown
from briefing.sources.web.clock import ahead
from briefing.sources.web.guard import Blocked, Guard, Resolve, Transport, resolve
from briefing.sources.web.robots import Robots
from briefing.sources.web.unpack import ACCEPTED, unpacked
from briefing.types import Fetched

AGENT = f"briefing/{__version__} (reads pages and feeds for a cited news brief; obeys robots.txt)"
DEADLINE = 30.0
"""Seconds for one document, all its redirects included."""
_STEP = 10.0  # seconds for one step: a connection, the next bytes
_REDIRECTS = 5
_ROBOTS_BYTES = 500 << 10
"""As much of a robots.txt as RFC 9309, section 2.5, has a crawler read at least."""
_MOVED = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_ACCEPT = "text/html, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"


class Shelf(Protocol):
    """Where fetched documents are kept, by address. Raises BriefingError where it cannot read or write."""

    def kept(self, url: str) -> Fetched | None:
        """What was fetched from there last."""
        ...  # pragma: no cover - a protocol

    def keep(self, url: str, document: Fetched) -> None:
        """Keeps what was fetched."""
        ...  # pragma: no cover - a protocol


class Web:
    """Fetches documents; one request at a time to each host. May be used from many threads."""

    def __init__(
        self,
        allowed: Collection[str] = (),
        shelf: Shelf | None = None,
        *,
        max_bytes: int,
        deadline: float = DEADLINE,
        resolve: Resolve = resolve,
    ) -> None:
        self._client = httpx2.Client(
            transport=Transport(Guard(allowed, resolve)),
            headers={
                "User-Agent": AGENT,
                "Accept": _ACCEPT,
                "Accept-Language": "en, *;q=0.1",
                "Accept-Encoding": ACCEPTED,
            },
            timeout=httpx2.Timeout(_STEP),
            trust_env=False,
        )
        self._shelf = shelf
        self._max_bytes = max_bytes
        self._deadline = deadline
        self.ahead: dict[str, timedelta] = {}
        """How far the clock of each server that was asked is ahead of this machine's."""
        self._robots: dict[str, Robots | Refusal] = {}
        self._turns: dict[str, threading.Lock] = {}

    def fetch(self, url: str) -> bytes | Refusal:
        """The document at the address, or why it cannot be had."""
        end = time.monotonic() + self._deadline
        kept = self._shelf.kept(url) if self._shelf and shown(url) == url else None
        here = url
        for _ in range(_REDIRECTS + 1):
            try:
                found = self._once(here, kept if here == url else None, end)
                here = urljoin(here, found) if isinstance(found, str) else here
            except Blocked as error:
                return Refusal("blocked_address", f"{error} leads to an address that is not public")
            except TimeoutError:
                return Refusal("time_out", f"no whole answer within {self._deadline:g} s")
            except (httpx2.HTTPError, httpcore2.ConnectError, httpx2.InvalidURL, ValueError) as error:
                return unreadable(f"it cannot be fetched: {_said(error)}")
            if not isinstance(found, str):
                return self._shelved(url, found) if isinstance(found, Fetched) else found
        return unreadable(f"more than {_REDIRECTS} redirects")

    def close(self) -> None:
        """Closes every connection."""
        self._client.close()

    def _once(self, url: str, kept: Fetched | None, end: float) -> Fetched | Refusal | str:
        """The document, why there is none, or where it has moved to."""
        place = urlsplit(url)
        if place.scheme not in ("http", "https"):
            return unreadable(f"{place.scheme or 'no'} address: only http and https are read")
        if not place.hostname:
            return unreadable("its address has no host in it")
        with self._turns.setdefault(place.netloc, threading.Lock()):
            if forbidden := self._forbidden(url, end):
                return forbidden
            return self._asked(url, kept, end)

    def _asked(self, url: str, kept: Fetched | None, end: float) -> Fetched | Refusal | str:
        headers = {}
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept and kept.modified:
            headers["If-Modified-Since"] = kept.modified
        with self._answer(url, headers, end) as response:
            told = ahead(response.headers, datetime.now(UTC))  # the real clock: it is the one compared
            if told is not None:
                self.ahead[urlsplit(url).netloc] = told
            if response.status_code == _UNCHANGED and kept:
                return kept
            if response.status_code in _MOVED and "location" in response.headers:
                return str(response.headers["location"])
            if not response.is_success:
                return unreadable(f"its server answers {response.status_code}")
            body = _body(response, self._max_bytes, end)
            if len(body) > self._max_bytes:
                return too_large(self._max_bytes)
            return Fetched(body, response.headers.get("etag"), response.headers.get("last-modified"))

    def _forbidden(self, url: str, end: float) -> Refusal | None:
        """Why the host's robots.txt keeps us from an address; None where it does not."""
        place = urlsplit(url)
        home = f"{place.scheme}://{place.netloc}"
        if home not in self._robots:
            self._robots[home] = self._rules(f"{home}/robots.txt", end)
        rules = self._robots[home]
        if isinstance(rules, Refusal):
            return rules
        return None if rules.allows(url) else unreadable("robots.txt of its host does not allow it")

    def _rules(self, url: str, end: float) -> Robots | Refusal:
        """The rules of a robots.txt as RFC 9309, section 2.3.1, has them.

        One that is not there allows everything, one that its server fails to give nothing; of one that is
        too long, the beginning counts.
        """
        here = url
        for _ in range(_REDIRECTS + 1):
            with self._answer(here, {}, end) as response:
                if response.status_code in _MOVED and "location" in response.headers:
                    here = urljoin(here, response.headers["location"])
                    continue
                if response.is_server_error:
                    why = f"robots.txt of its host cannot be read: its server answers {response.status_code}"
                    return unreadable(why)
                return Robots.of(_body(response, _ROBOTS_BYTES, end) if response.is_success else b"")
        return Robots.of(b"")

    @contextmanager
    def _answer(self, url: str, headers: Mapping[str, str], end: float) -> Iterator[httpx2.Response]:
        if time.monotonic() >= end:
            raise TimeoutError
        with self._client.stream("GET", url, headers=headers) as response:
            yield response

    def _shelved(self, url: str, found: Fetched) -> bytes:
        if self._shelf and shown(url) == url and (found.etag or found.modified):  # addresses are its keys
            self._shelf.keep(url, found)
        return found.body


def _body(response: httpx2.Response, most: int, end: float) -> bytes:
    """The body, read no further than to where it has more than `most` bytes."""
    body = bytearray()
    for piece in unpacked(response.iter_raw(), response.headers.get("content-encoding", "")):
        body += piece
        if len(body) > most:
            break
        if time.monotonic() >= end:
            raise TimeoutError
    return bytes(body)


def _said(error: Exception) -> str:
    """The error in one short line."""
    return (str(error).splitlines() or [""])[0][:200] or type(error).__name__
