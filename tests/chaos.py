"""A chat completion server on loopback that misbehaves on order.

    with Chaos(status(500), says("{}")) as server:
        OpenAIModel("any", server.url, None, timeout=5).complete(request)

Each request takes the next answer; the last one stays. `server.requests` holds the bodies that came (of a
GET: its path), `server.headers` their headers, by lower-case name.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

Answer = Callable[["Exchange"], None]


class Exchange(BaseHTTPRequestHandler):
    """One request as it came, and ways to answer it."""

    protocol_version = "HTTP/1.1"
    server: Server
    body: dict[str, Any]

    def do_GET(self) -> None:
        self.body = {"path": self.path}
        self._answer()

    def do_POST(self) -> None:
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer()

    def _answer(self) -> None:
        try:
            self.server.next(self)(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send(self, status: int, body: bytes, headers: Mapping[str, str] = {}, missing: int = 0) -> None:
        """Sends a whole answer, or one that lacks its last `missing` bytes."""
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) - missing])
        self.close_connection = self.close_connection or missing > 0

    def log_message(self, *_: object) -> None:
        """Nothing: tests read `requests`."""


class Server(ThreadingHTTPServer):
    """The socket, the answers to come and the requests that came."""

    daemon_threads = True

    def __init__(self, answers: tuple[Answer, ...]) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.answers = list(answers)
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()
        self._lock = threading.Lock()

    def next(self, exchange: Exchange) -> Answer:
        with self._lock:
            self.requests.append(exchange.body)
            self.headers.append({name.lower(): value for name, value in exchange.headers.items()})
            return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def handle_error(self, *_: object) -> None:
        """Nothing: a client that goes away is part of the tests."""


class Chaos:
    """The server, running while the `with` block does."""

    def __init__(self, *answers: Answer) -> None:
        self._server = Server(answers)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        self.requests = self._server.requests
        self.headers = self._server.headers

    def __enter__(self) -> Chaos:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def chat(text: str | None, finish: str = "stop", usage: object = (7, 3), **message: object) -> dict[str, Any]:
    """The body of a chat completion; `usage` is (prompt, completion) tokens, or anything else as it is."""
    if isinstance(usage, tuple):
        usage = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    choice = {
        "index": 0,
        "finish_reason": finish,
        "message": {"role": "assistant", "content": text, **message},
    }
    return {
        "id": "c",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [choice],
        "usage": usage,
    }


def sends(body: object, status: int = 200, **headers: str) -> Answer:
    """A JSON value, or bytes as they are."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return lambda exchange: exchange.send(status, raw, {k.replace("_", "-"): v for k, v in headers.items()})


def says(text: str, **more: Any) -> Answer:
    """One reply, whatever was asked."""
    return sends(chat(text, **more))


def status(code: int, message: str = "", error_code: str | None = None, **headers: str) -> Answer:
    """An error as OpenAI's server words it; without a message, an empty body."""
    error = {"error": {"message": message, "type": "error", "param": None, "code": error_code}}
    return sends(error if message else b"", code, **headers)


def refuses(parameter: str, otherwise: Answer) -> Answer:
    """400 while the request holds this word in its parameters, and then the other answer."""

    def answer(exchange: Exchange) -> None:
        asked = {k: v for k, v in exchange.body.items() if k != "messages"}
        refused = status(400, f"Unsupported parameter: '{parameter}' is not supported here.")
        (refused if f'"{parameter}"' in json.dumps(asked) else otherwise)(exchange)

    return answer
