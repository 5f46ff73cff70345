"""What a server may do instead of its work: each lie answers in place of an honest document."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler

from loopback import Answer, drips, home, moves, sends

Lie = Callable[[bytes, threading.Event], Answer]
"""From the honest document, and what is set when the server closes, to the answer that is given."""

HARMLESS = frozenset(
    "wrong_type html_as_image other_charset latin_1 utf_16 packed moved_once slow_but_whole no_length".split()
)
"""Lies that hide nothing: the document is read as it is."""
_ERROR = """<!doctype html><html lang=en><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p>
<p><a href="/">Back to the front page</a></p></body></html>"""
_PIXEL = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89"


def _always(answer: Answer) -> Lie:
    return lambda honest, ended: answer


def _page(title: str, text: str) -> Lie:
    return _always(sends(_ERROR.format(title, text).encode(), Content_Type="text/html"))


def _silent(honest: bytes, ended: threading.Event) -> Answer:
    return lambda request: ended.wait() and None


def _slowly(pause: float) -> Lie:
    def lie(honest: bytes, ended: threading.Event) -> Answer:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.end_headers()
            for at in range(0, len(honest), 1 + len(honest) // 4):
                request.wfile.write(honest[at : at + 1 + len(honest) // 4])
                request.wfile.flush()
                ended.wait(pause)

        return answer

    return lie


def _hangs_up(before: bytes) -> Lie:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(before)
        request.close_connection = True

    return _always(answer)


def _once_moved(honest: bytes, ended: threading.Event) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        whole = request.path.endswith("?moved")
        (sends(honest) if whole else moves(f"{home(request)}{request.path}?moved"))(request)

    return answer


def _round(request: BaseHTTPRequestHandler) -> None:
    moves(f"{home(request)}{request.path.partition('?')[0]}?{len(request.path)}")(request)


def _recoded(to: str, told: str) -> Lie:
    return lambda honest, ended: sends(honest.decode().encode(to, "xmlcharrefreplace"), Content_Type=told)


LIES: Mapping[str, Lie] = {
    "silent": _silent,
    "drip": lambda honest, ended: drips(b"<p>", 0.05, ended),
    "endless": lambda honest, ended: drips(b"<p>news" * 20_000, 0.0, ended),
    "hangs_up": _hangs_up(b""),
    "no_http": _hangs_up(b"220 mail.example ESMTP\r\n"),
    "half": lambda honest, ended: sends(honest[: len(honest) // 2], Content_Length=str(len(honest))),
    "half_packed": lambda honest, ended: sends(gzip.compress(honest)[:-200], Content_Encoding="gzip"),
    "not_packed": lambda honest, ended: sends(honest, Content_Encoding="gzip"),
    "strangely_packed": lambda honest, ended: sends(honest, Content_Encoding="br"),
    "bomb": _always(sends(gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")),
    "redirect_loop": _always(_round),
    "redirect_inside": _always(moves("http://127.0.0.2:1/secret")),
    "redirect_nowhere": _always(moves("http://[")),
    "unauthorised": _always(sends(b"<p>Log in", 401)),
    "gone": _always(sends(b"", 410)),
    "failing": _always(sends(_ERROR.format("Error", "It failed.").encode(), 500)),
    "unchanged_unasked": _always(sends(b"", 304)),
    "no_content": _always(sends(b"", 204)),
    "empty": _always(sends(b"")),
    "picture": _always(sends(_PIXEL, Content_Type="text/html")),
    "error_page": _page(
        "Something went wrong", "We are sorry, an error has occurred. Please try again later."
    ),
    "not_found_page": _page(
        "Page not found", "The page that you are looking for does not exist or was moved."
    ),
    "busy_page": _page("503 Service Unavailable", "The server is temporarily unable to serve your request."),
    "closed_page": _page("Down for maintenance", "We are back soon. Thank you for your patience."),
    "login_page": _page("Sign in", "Please log in to continue reading this article."),
    "parked_page": _page("tide.example", "This domain is for sale. Buy this domain now at a good price."),
    "robot_page": _page("Just a moment...", "Checking your browser before you continue. Ray ID: 7f2a."),
    "json_error": _always(sends(b'{"error": {"code": 429, "message": "rate limit"}}')),
    "xml_error": _always(sends(b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')),
    "plain_error": _always(sends(b"Internal Server Error\n")),
    "wrong_type": lambda honest, ended: sends(honest, Content_Type="application/octet-stream"),
    "html_as_image": lambda honest, ended: sends(honest, Content_Type="image/png"),
    "other_charset": lambda honest, ended: sends(honest, Content_Type="text/html; charset=utf-16"),
    "latin_1": _recoded("latin-1", "text/html; charset=utf-8"),
    "utf_16": _recoded("utf-16", "text/html; charset=us-ascii"),
    "packed": lambda honest, ended: sends(gzip.compress(honest), Content_Encoding="gzip"),
    "moved_once": _once_moved,
    "slow_but_whole": _slowly(0.05),
    "no_length": _slowly(0.0),
}
"""By name; all but the harmless ones leave a gap that has to be named."""
