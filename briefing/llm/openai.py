"""A model behind an OpenAI-compatible server: the only user of openai, which takes 0.5 s to import."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx2
import openai

from briefing.errors import ModelError, ModelRefused, UsageError
from briefing.llm.dialect import Dialect, Format
from briefing.llm.endpoint import Endpoint
from briefing.llm.errors import Lost, Silent, SteppedDown, TimedOut, Unreachable
from briefing.llm.reply import completion, listed
from briefing.llm.status import complaint, fault, line
from briefing.types import Completion, Request

_NO_KEY = "none"
"""The client raises without a key, for which most servers on this machine do not ask."""

_HEADERS = frozenset(
    "host accept accept-encoding connection user-agent content-type content-length authorization"
    " x-stainless-raw-response".split()  # by the last one the client knows that the body is read in pieces
)
_OPENAI_HEADERS = frozenset({"openai-organization", "openai-project"})
"""What is sent; the client reads more from the environment, some of it secret, for any server."""

_NO_LIST = frozenset({404, 405, 501})
"""How servers answer that serve a model, or several, and list none."""

_REAL_KEY = 16
"""Characters from which a key is a secret; shorter ones ("none", "sk-local") may be a word of any reply."""

_LONGEST_BODY = 16_000_000
"""Bytes; what sends more is no model."""


class OpenAIModel:
    """Chat completions at `base_url` (None or empty: OpenAI's); one call is one request.

    What a server refuses (a schema, `max_tokens`, a temperature) is left out of all later requests; that
    call raises SteppedDown and is to be repeated at once, so that retries and limits see every request.
    `timeout` bounds one request, in seconds. May be used from many threads.
    """

    def __init__(self, name: str, base_url: str | None, api_key: str | None, timeout: float) -> None:
        self._name = name
        self._endpoint = Endpoint.of(base_url)
        self._key = _key(api_key, self._endpoint)
        self._timeout = timeout
        self._dialect = Dialect(limit="max_completion_tokens" if self._endpoint.openai else "max_tokens")
        self._lock = threading.Lock()
        client = _client(self._endpoint, self._key or _NO_KEY, timeout)
        weakref.finalize(self, client.close)  # the client does not close a transport that it was given
        self._create: Any = client.chat.completions.with_streaming_response.create
        self._list: Any = client.models.with_streaming_response.list

    def complete(self, request: Request) -> Completion:
        """The server's reply; raises a ModelError, or one of the kinds drawn in llm/errors.py."""
        dialect = self._dialect
        with self._told(dialect):
            body = self._read(self._create, **dialect.body(self._name, request))
            return completion(body, request, self._endpoint.host)

    @property
    def form(self) -> Format:
        """How it is asked for JSON now, after what the server refused."""
        return self._dialect.format

    def served(self) -> Mapping[str, int | None]:
        """The models that the server lists, each with its window in tokens or None; none without a list.

        No text is sent and nothing is paid; raises as `complete` does.
        """
        with self._told(self._dialect):
            try:
                return listed(self._read(self._list), self._endpoint.host)
            except openai.APIStatusError as error:
                if error.status_code in _NO_LIST:
                    return {}
                raise

    @contextmanager
    def _told(self, dialect: Dialect) -> Iterator[None]:
        """What goes wrong, as a ModelError without a secret in it."""
        try:
            yield
            return
        except openai.APIStatusError as error:
            found = self._refusal(error, dialect)
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError) as error:
            found = self._broken(error)
        except ModelError as error:
            found = error
        # Not chained: the client's errors hold the headers; and servers echo what they were sent.
        found.args = tuple(self._without_key(str(a)) for a in found.args)
        raise found from None

    def _read(self, ask: Any, **body: Any) -> bytes:
        started = time.monotonic()
        with ask(**body) as response:
            whole = b"".join(self._bounded(response.iter_bytes(), started))
        # Replies are kept, and some servers repeat what they were sent.
        return whole.replace(self._key.encode(), b"...") if len(self._key) >= _REAL_KEY else whole

    def _bounded(self, chunks: Iterator[bytes], started: float) -> Iterator[bytes]:
        """The chunks, unless they are too many or trickle on: the client bounds only the wait for each."""
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if size > _LONGEST_BODY:
                raise Lost(f"{self._endpoint.host} sent more than {_LONGEST_BODY:,} bytes")
            if time.monotonic() - started > self._timeout:
                raise self._timed_out()
            yield chunk

    def _refusal(self, error: openai.APIStatusError, dialect: Dialect) -> ModelError:
        refusal = fault(error.status_code, error.response.headers, error.body, self._endpoint.host)
        lower = dialect.without(complaint(error.body)) if type(refusal) is ModelRefused else None
        if lower is None:
            return refusal
        with self._lock:
            if self._dialect is dialect:
                self._dialect = lower
        return SteppedDown(str(refusal))

    def _broken(self, error: Exception) -> ModelError:
        cause = error.__cause__ if isinstance(error, openai.OpenAIError) else error
        if isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout):
            return Unreachable(
                f"nobody answers at {self._endpoint.url} ({line(cause)}); is the server running?"
            )
        if isinstance(error, openai.APITimeoutError):  # before the body: within it, the error is httpx2's own
            return self._timed_out(Silent)
        if isinstance(cause, httpx2.TimeoutException):
            return self._timed_out()
        return Lost(f"the connection to {self._endpoint.host} broke: {line(cause)}")

    def _timed_out(self, kind: type[TimedOut] = TimedOut) -> TimedOut:
        return kind(f"no reply from {self._endpoint.host} within {self._timeout:g} s")

    def _without_key(self, text: str) -> str:
        return text.replace(self._key, "…") if self._key else text


def _client(endpoint: Endpoint, key: str, timeout: float) -> openai.OpenAI:
    """Text and key go to the host that was named and to no other: no redirect, no proxy before loopback."""
    known = _HEADERS | _OPENAI_HEADERS if endpoint.openai else _HEADERS

    def strip(request: httpx2.Request) -> None:
        for name in set(request.headers) - known:
            del request.headers[name]
        request.headers["authorization"] = f"Bearer {key}"

    transport = openai.DefaultHttpxClient(
        follow_redirects=False, trust_env=not endpoint.loopback, event_hooks={"request": [strip]}
    )
    return openai.OpenAI(
        api_key=key, base_url=endpoint.url, timeout=timeout, max_retries=0, http_client=transport
    )


def _key(api_key: str | None, endpoint: Endpoint) -> str:
    key = (api_key or "").strip()
    if not key and endpoint.openai:
        raise UsageError(
            f"no key for {endpoint.host}: set OPENAI_API_KEY, or OPENAI_BASE_URL to use another server"
        )
    if not (key.isascii() and key.isprintable()):
        raise UsageError("the API key has characters that no header can carry: look at where it is kept")
    return key
