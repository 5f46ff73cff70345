"""The door to the network, opened by the first address that is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from briefing.settings import Settings
from briefing.state import open_state, state_folder

if TYPE_CHECKING:
    from briefing.sources.refusal import Refusal
    from briefing.sources.web.client import Web

AT_ONCE = 8
"""Addresses that are fetched at once; of one host, one after the other."""


class Door:
    """Fetches addresses, keeps in the state what may be asked for again, and closes what it opened."""

    def __init__(
        self,
        settings: Settings,
        as_of: datetime,
        told: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._settings = settings
        self._as_of = as_of
        self._told = told
        self._open = ExitStack()
        self._web: Web | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def fetch(self, url: str) -> bytes | Refusal:
        """The document at the address, or why it cannot be had."""
        return self._opened().fetch(url)

    def each(self, fetch: Callable[[str], bytes | Refusal], urls: Iterable[str]) -> Iterator[bytes | Refusal]:
        """`map`, several at once; each address is told in turn."""
        from briefing.pipeline.concurrency import mapped

        self._opened()
        return mapped(fetch, urls, AT_ONCE, self._told)

    @property
    def ahead(self) -> Mapping[str, timedelta]:
        """How far the clock of each server that was asked is ahead of this machine's."""
        return self._web.ahead if self._web else {}

    def _opened(self) -> Web:
        if self._web is None:
            from briefing.sources.web.client import Web

            state = None
            if self._settings.cache:
                # A state that is not to be had is told by the run, once.
                state = open_state(state_folder(self._settings.state), lambda _: None)
            if state:
                self._open.callback(state.close)
            allowed = [
                urlsplit(s.url).hostname or ""
                for s in self._settings.sources
                if s.url and s.allow_private_address
            ]
            shelf = state.pages(self._as_of) if state else None
            self._web = Web(allowed, shelf, max_bytes=self._settings.max_bytes)
            self._open.callback(self._web.close)
        return self._web
