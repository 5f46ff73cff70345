"""Valid documents of each kind, and Hypothesis's ways to break them."""

from __future__ import annotations

from collections.abc import Mapping

from bombs import one_page, stream
from hypothesis import strategies as st
from page_cases import page_cases
from test_sources_feed_mail import ATOM, JSON_FEED, LETTER, RSS, message

OPML = (
    b"<opml><body><outline text='N'><outline xmlUrl='https://a.example/f' title='A'/></outline></body></opml>"
)
_MIXED = b"""From: a@b.example
Subject: =?utf-8?b?eA==?=
Date: Sun, 02 Mar 2031 18:30:00 +0100
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8; format=flowed
Content-Transfer-Encoding: quoted-printable

A =66erry=20
ran aground.
--b
Content-Type: text/html
Content-Transfer-Encoding: base64

PGI+QTwvYj4=
--b--
"""
_POST = b"From a@b.example Mon Mar  3 10:00:00 2031\n"
_DRAWN = b"BT /F1 12 Tf 72 720 Td 14 TL (The ferry ran) Tj T* (aground on Monday.) Tj ET"
SAMPLES: Mapping[str, list[bytes]] = {
    "html": [case.raw for case in page_cases()],
    "feed": [RSS.encode(), ATOM.encode(), JSON_FEED.encode()],
    "eml": [message(LETTER), message(LETTER, "text/plain"), _MIXED],
    "mbox": [_POST + message(LETTER) + b"\n" + _POST + _MIXED],
    "opml": [OPML],
    "pdf": [
        one_page(stream(_DRAWN)),
        one_page(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_DRAWN), _DRAWN)),
    ],
}
_WORDS = b"""
    < > </ <!-- --> <![CDATA[ ]]> & &#0; &#1; &#x110000; &nbsp = ' " ; { } [ null 1e999 -1 99999999999
    <div> <p> <table> <td> <script> <style> <title> <base> <svg> <template> <meta> <html> <body> <frameset>
    <select> <h1> <h2> <time> <outline> <item> <entry> <rss> itemprop=author style=display:none hidden %s {0}
    --b boundary= charset=x charset=utf-16 =?x?b??= =?utf-8?q?=00?= Content-Type: \\u0000 \\ud800 http://[
    http://a:b << >> obj endobj stream endstream /Kids /Count /Length /Filter 2031-13-45T99:99 +99:99
"""
_SIGNS = (b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r\n", b"\n\n", b"\xe2\x80\xae")
_MARK = "\ue0000\ue001".encode()
_TOKENS = st.sampled_from([*_WORDS.split(), *_SIGNS, _MARK])


@st.composite
def mutated(draw: st.DrawFn, kind: str) -> bytes:
    """A valid document of the kind, broken in up to six places."""
    raw = draw(st.sampled_from(SAMPLES[kind]))
    for _ in range(draw(st.integers(1, 6))):
        start, end = sorted(draw(st.tuples(st.integers(0, len(raw)), st.integers(0, len(raw)))))
        change = draw(st.sampled_from(("cut", "repeat", "insert", "replace", "move", "bytes")))
        part = raw[start : min(end, start + 400)]
        match change:
            case "cut":
                raw = raw[:start] + raw[start + len(part) :]
            case "repeat":
                raw = raw[:start] + part * draw(st.integers(2, 20)) + raw[start:]
            case "insert":
                raw = raw[:start] + draw(_TOKENS) * draw(st.integers(1, 9)) + raw[start:]
            case "replace":
                raw = raw[:start] + draw(_TOKENS) + raw[start + len(part) :]
            case "move":
                raw = raw[:start] + raw[start + len(part) :] + part
            case _:
                raw = raw[:start] + draw(st.binary(max_size=12)) + raw[start:]
    return raw
