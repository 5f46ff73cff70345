"""A web server on loopback: an answer for each path, honest or not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]
Site = Callable[[str], Answer | bytes | None]
"""From a path to its answer; bytes are sent as they are, and what is None is not there."""


def sends(body: bytes, status: int = 200, **headers: str) -> Answer:
    """An answer with this body; `headers` with "_" for "-"."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def moves(address: str) -> Answer:
    """A redirect."""
    return sends(b"", 302, Location=address)


def drips(piece: bytes, pause: float, ended: threading.Event) -> Answer:
    """The piece again and again, with a pause after each, until it has `ended` or nobody listens."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while not ended.wait(pause):
            request.wfile.write(piece)
            request.wfile.flush()

    return answer


def home(request: BaseHTTPRequestHandler) -> str:
    """The address under which the server was asked."""
    return f"http://{request.headers['Host']}"


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """The server's address, as long as it is open."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = site(self.path)
            answer = sends(b"", 404) if found is None else sends(found) if isinstance(found, bytes) else found
            with suppress(ConnectionError):  # whoever asked has heard enough
                answer(self)

        def log_message(self, *_: object) -> None:
            """Nothing: tests look at what is made of the answers."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
