"""The network's documents over real connections: what is fetched, what is refused, and what it may cost."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpcore2
import pytest
from loopback import Answer, drips, moves, sends, serving

from briefing.sources.refusal import Refusal
from briefing.sources.web.client import AGENT, Web
from briefing.types import Fetched


def conditional(request: BaseHTTPRequestHandler) -> None:
    known = request.headers.get("If-None-Match") == '"v1"'
    sends(b"" if known else b"news", 304 if known else 200, ETag='"v1"')(request)


DONE = threading.Event()
ANSWERS: Mapping[str, Answer] = {
    "/robots.txt": sends(b"User-agent: *\nDisallow: /private\n\nUser-agent: briefing\nDisallow: /closed\n"),
    "/page": sends(b"news"),
    "/zipped": sends(gzip.compress(b"news"), Content_Encoding="gzip"),
    "/torn": sends(gzip.compress(b"news")[:-9], Content_Encoding="gzip"),
    "/conditional": conditional,
    "/moved": moves("/page"),
    "/round": moves("/round"),
    "/inside": moves("http://127.0.0.1:1/secret"),
    "/rebound": moves("http://rebinding.example/"),
    "/nowhere": moves("http://["),
    "/file": moves("file:///etc/passwd"),
    "/missing": sends(b"gone", 404),
    "/drip": drips(b"x", 0.05, DONE),
    "/bomb": sends(gzip.compress(bytes(30_000_000)), Content_Encoding="gzip"),
    "/closed": sends(b"not for robots"),
    "/private": sends(b"others' rule"),
}
AGENTS: set[str] = set()


def site(path: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        AGENTS.add(request.headers.get("User-Agent", ""))
        ANSWERS[path](request)

    return answer


class Shelf:
    """What was fetched, in memory."""

    def __init__(self) -> None:
        self.documents: dict[str, Fetched] = {}

    def kept(self, url: str) -> Fetched | None:
        return self.documents.get(url)

    def keep(self, url: str, document: Fetched) -> None:
        self.documents[url] = document


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with serving(site) as address:
        yield address.replace("127.0.0.1", "news.example")
    DONE.set()


def resolve(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.fixture
def web() -> Iterator[Web]:
    found = Web(["news.example"], Shelf(), max_bytes=1_000_000, deadline=1.0, resolve=resolve)
    yield found
    found.close()


@pytest.mark.parametrize("path", ["/page", "/zipped", "/moved", "/conditional", "/private"])
def test_a_document_is_fetched(web: Web, home: str, path: str) -> None:
    assert web.fetch(home + path) in (b"news", b"others' rule")
    assert {AGENT} == AGENTS


def test_what_has_not_changed_is_not_sent_again(home: str) -> None:
    shelf = Shelf()
    for _ in range(2):
        web = Web(["news.example"], shelf, max_bytes=1_000, resolve=resolve)
        assert web.fetch(f"{home}/conditional") == b"news"
        web.close()
    assert shelf.documents[f"{home}/conditional"].etag == '"v1"'


def test_an_address_without_a_host_is_told_so(web: Web) -> None:
    found = web.fetch("https:///fair")
    assert isinstance(found, Refusal)
    assert (found.why, found.detail.split(" (")[0]) == ("unreadable", "its address has no host in it")


@pytest.mark.parametrize(
    ("path", "why", "detail"),
    [
        ("/missing", "unreadable", "404"),
        ("/torn", "unreadable", "stops before its end"),
        ("/round", "unreadable", "redirects"),
        ("/inside", "blocked_address", "127.0.0.1"),
        ("/rebound", "blocked_address", "rebinding.example"),
        ("/nowhere", "unreadable", "cannot be fetched"),
        ("/file", "unreadable", "only http and https"),
        ("/drip", "time_out", "no whole answer"),
        ("/bomb", "too_large", "1,000,000"),
        ("/closed", "unreadable", "robots.txt"),
    ],
)
def test_what_cannot_be_had_says_why(web: Web, home: str, path: str, why: str, detail: str) -> None:
    start = time.monotonic()
    found = web.fetch(home + path)
    assert isinstance(found, Refusal)
    assert found.why == why
    assert detail in found.detail
    assert time.monotonic() - start < 8


CLOSED = b"User-agent: *\nDisallow: /closed\n"


@pytest.mark.parametrize(
    ("robots", "path", "refused"),
    [
        (sends(b"", 404), "/closed", None),
        (moves("/rules"), "/closed", "does not allow it"),
        (moves("/rules"), "/page", None),
        (moves("/robots.txt"), "/closed", None),  # it leads nowhere, as one that is not there
        (sends(b"", 503), "/page", "answers 503"),
        (sends(CLOSED + b"#" * 600_000), "/closed", "does not allow it"),
        (sends(CLOSED + b"#" * 600_000 + b"\nDisallow: /page"), "/page", None),
    ],
)
def test_a_robots_txt_that_is_moved_long_or_out_of_order(
    robots: Answer, path: str, refused: str | None
) -> None:
    answers = {
        "/robots.txt": robots,
        "/rules": sends(CLOSED),
        "/page": sends(b"news"),
        "/closed": sends(b"news"),
    }
    with serving(answers.get) as address:
        web = Web(["news.example"], max_bytes=1_000, resolve=resolve)
        found = web.fetch(address.replace("127.0.0.1", "news.example") + path)
        web.close()
    if refused is None:
        assert found == b"news"
    else:
        assert isinstance(found, Refusal)
        assert refused in found.detail


def test_a_host_that_nobody_knows_is_named(home: str) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(f"no {host}")

    web = Web(max_bytes=1_000, resolve=unknown)
    found = web.fetch("http://nowhere.example/")
    web.close()
    assert isinstance(found, Refusal)
    assert "nowhere.example is not known" in found.detail


def test_a_name_that_resolves_inside_when_it_is_redirected_to_itself_is_refused(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Public at first, where the test's own internet leads to the server, then 127.0.0.1: both are judged."""
    port = int(home.rpartition(":")[2])
    reached: list[str] = []
    connect = httpcore2.SyncBackend.connect_tcp

    def internet(backend: httpcore2.SyncBackend, host: str, _: int, *rest: Any) -> httpcore2.NetworkStream:
        reached.append(host)
        return connect(backend, "127.0.0.1", port, *rest)

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", internet)
    answers = iter(["8.8.8.8", "8.8.8.8", "127.0.0.1"])  # for robots.txt, the page, and where it leads
    web = Web(max_bytes=1_000, resolve=lambda host, port: [next(answers)])
    found = web.fetch(f"http://rebinding.example:{port}/round")
    web.close()
    assert isinstance(found, Refusal)
    assert (found.why, reached) == ("blocked_address", ["8.8.8.8", "8.8.8.8"])
