"""Ways to break a valid document so that it still looks like one: all chance comes from one `Random`."""

from __future__ import annotations

import base64
import json
import quopri
import re
from collections.abc import Callable, Mapping
from random import Random

from bombs import one_page, stream

from .seeds import DRAWN, POST, SEEDS
from .twisting import twisted

_WORDS = b"""
    < > </ <!-- --> <![CDATA[ ]]> & &#0; &#1; &#55357; &#x110000; &nbsp &x; <!ENTITY <?xml <!DOCTYPE
    xmlns:x= xml:base= xml:lang= = ' " ; { } [ ] null 1e999 -1 99999999999 0 65536 -2147483648 1e308
    NaN %s {0} [... ... <div> </div> <p> <table> <td> <script> <style> <title> <base> <svg>
    <template> <meta> <html> <body> <frameset> <select> <h1> <h2> <time> <outline> <item> <entry>
    <rss> <feed> <content> itemprop=author style=display:none hidden --b --b-- boundary= charset=x
    charset=utf-16 charset=utf-7 =?x?b??= =?utf-8?q?=00?= =?utf-8?b?/w==?= Content-Type: Date: From:
    Subject: \\u0000 \\ud800 http://[ http://a:b http://a:99999/ https:///x //[::1 javascript:x <<
    >> obj endobj stream endstream /Kids /Count /Length /Filter /Type /Contents D:99999999
    2031-13-45T99:99 0000-00-00 9999-12-31T23:59:59-14:00 +99:99 \xe2\x80\xa6 \xe2\x80\x9c
    \xe2\x80\x9d \xc3\xa2\xe2\x82\xac\xe2\x84\xa2 \xef\xac\x81
"""
_CHARACTERS = "\u202e\u2066\u200b\u00ad\u2028\u0085\u061c\ue000\ue001\ufffe\ufffd\U000e0041\u0301\u3164İ"
_SIGNS = (
    *(b"\0", b"\x1b[31m", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r\n", b"\n\n", b"\r", b"\x0c"),
    *(b" \n", b"\t"),
    *(character.encode() for character in _CHARACTERS),
)
_TOKENS = (*_WORDS.split(), *_SIGNS)
_MARKUP = rb"<[^<>]*>|[^<>]+|."
_LINES = rb"[^\n]*\n|[^\n]+"
_JSON = rb'"(?:\\.|[^"\\])*"|[-+.\w]+|\s+|.'
_OBJECTS = rb"[^\s/<>\[\]()]+|\s+|."
_PIECES = {
    **dict.fromkeys(("html", "feed", "opml"), _MARKUP),
    **dict.fromkeys(("json_feed", "brief"), _JSON),
    "pdf": _OBJECTS,
}
_CHARSETS = "utf-8 latin-1 cp1252 utf-16 utf-7 koi8-r x-unknown big5 iso-2022-jp hz unicode_escape".split()


def broken(kind: str, random: Random) -> bytes:
    """A document of the kind, as valid as chance leaves it."""
    make = _STRUCTURE.get(kind)
    raw = make(random) if make and random.random() < 0.6 else random.choice(SEEDS[kind])
    for _ in range(random.choice((0, 1, 1, 1, 2, 3, 6, 12))):
        raw = _shuffled(raw, kind, random) if random.random() < 0.7 else _bitten(raw, random)
    return raw


def _shuffled(raw: bytes, kind: str, random: Random) -> bytes:
    """Whole pieces of it (tags, lines, values) moved, repeated, dropped, or taken from another document."""
    pieces = re.findall(_PIECES.get(kind, _LINES), raw, re.DOTALL) or [b""]
    at, other = random.randrange(len(pieces)), random.randrange(len(pieces))
    run = pieces[at : at + random.choice((1, 1, 2, 5, 20))]
    match random.choice(("cut", "repeat", "insert", "replace", "move", "splice", "nest")):
        case "cut":
            del pieces[at : at + len(run)]
        case "repeat":
            pieces[at:at] = run * random.choice((1, 2, 9, 40))
        case "insert":
            pieces[at:at] = [random.choice(_TOKENS)] * random.choice((1, 1, 2, 9))
        case "replace":
            pieces[at] = random.choice(_TOKENS)
        case "move":
            del pieces[at : at + len(run)]
            pieces[other:other] = run
        case "splice":
            foreign = re.findall(_PIECES.get(kind, _LINES), random.choice(SEEDS[kind]), re.DOTALL)
            start = random.randrange(len(foreign))
            pieces[at:other] = foreign[start : start + random.choice((1, 5, 40))]
        case _:
            pieces[at:at] = [pieces[at]] * random.choice((3, 30, 150))
    return b"".join(pieces)[:200_000]


def _bitten(raw: bytes, random: Random) -> bytes:
    """Bytes of it changed, dropped, put in or cut off, without a thought."""
    at = random.randint(0, len(raw))
    match random.choice(("flip", "drop", "insert", "token", "end")):
        case "flip" if at < len(raw):
            return raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :]
        case "drop":
            return raw[:at] + raw[at + random.randint(1, 40) :]
        case "insert":
            return raw[:at] + random.randbytes(random.randint(1, 12)) + raw[at:]
        case "token":
            return raw[:at] + random.choice(_TOKENS) + raw[at:]
        case _:
            return raw[:at]


def _as_json(kind: str) -> Callable[[Random], bytes]:
    def make(random: Random) -> bytes:
        value = json.loads(SEEDS[kind][0])
        for _ in range(random.choice((1, 1, 2, 4))):
            value = twisted(value, random)
        return json.dumps(value, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")

    return make


def _rows(random: Random) -> bytes:
    rows = [json.loads(row) for row in SEEDS["jsonl"][0].split(b"\n")]
    told = [
        json.dumps(twisted(random.choice(rows), random), ensure_ascii=False)
        for _ in range(random.randint(1, 6))
    ]
    return "\n".join(told).encode("utf-8", "surrogatepass")


_LINKED = {
    "@graph": [
        {"@type": "NewsArticle", "@id": "a", "headline": "A", "author": [{"name": "B"}, {"@id": "a"}],
         "publisher": {"@id": "p", "name": "P"}, "datePublished": "2031-03-02", "isAccessibleForFree": False},
        {"@type": ["WebSite"], "name": "S"},
        {"@type": "WebPage", "url": "https://p.example/"},
    ]
}  # fmt: skip


def _page(random: Random) -> bytes:
    """A page whose JSON-LD is twisted."""
    told = json.dumps(twisted(twisted(_LINKED, random), random)).encode()
    script = b'<script type="application/ld+json">%s</script></head>' % told
    return random.choice(SEEDS["html"]).replace(b"</head>", script, 1)


def _feed(random: Random) -> bytes:
    """A feed that carries a broken page, escaped or not."""
    inner = broken("html", random)[:20_000]
    if random.random() < 0.5:
        inner = inner.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
    elif random.random() < 0.8:
        inner = b"<![CDATA[" + inner + b"]]>"
    return re.sub(
        rb"<!\[CDATA\[.*?\]\]>|Only this\.|&lt;p&gt;",
        lambda _: inner,
        random.choice(SEEDS["feed"]),
        flags=re.DOTALL,
    )


def _message(random: Random) -> bytes:
    """A message that carries a broken page or text, in any encoding."""
    kind = random.choice(("html", "text"))
    body = broken(kind, random)[:20_000]
    ways = (
        ("8bit", body),
        ("base64", base64.encodebytes(body)),
        ("quoted-printable", quopri.encodestring(body)),
    )
    encoding, body = random.choice(ways)
    told = f"{'html' if kind == 'html' else 'plain'}; charset={random.choice(_CHARSETS)}"
    head, _, _ = random.choice(SEEDS["eml"]).replace(b"\r\n", b"\n").partition(b"Content-")
    told += f"\nContent-Transfer-Encoding: {encoding}\n\n"
    part = b"Content-Type: text/" + told.encode() + body + b"\n"
    if random.random() < 0.4:
        part = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + part + b"--b\n" + part + b"--b--\n"
    return head + part


def _pdf(random: Random) -> bytes:
    """A PDF whose drawing is broken before it is compressed."""
    content = DRAWN * random.choice((1, 3))
    for _ in range(random.randint(1, 4)):
        content = _shuffled(content, "pdf", random) if random.random() < 0.7 else _bitten(content, random)
    return one_page(
        stream(content, times=random.choice((1, 1, 2))), kids=b"3 0 R " * random.choice((1, 1, 3))
    )


_STRUCTURE: Mapping[str, Callable[[Random], bytes]] = {
    "html": _page,
    "pdf": _pdf,
    "feed": _feed,
    "json_feed": _as_json("json_feed"),
    "eml": _message,
    "mbox": lambda random: b"\n".join(POST + _message(random) for _ in range(random.randint(1, 3))),
    "jsonl": _rows,
    "brief": _as_json("brief"),
}  # fmt: skip
