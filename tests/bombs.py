"""Documents that are made to cost more than they are worth: small to write, dear to parse."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

from page_cases import PARAGRAPHS

_PROSE = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
_HEAD = "<!doctype html><html lang=en><head><title>Bomb</title>{}</head><body><article>"
_MAIL = b"From: a@b.example\r\nSubject: Bomb\r\nMIME-Version: 1.0\r\nMessage-ID: <b@b.example>\r\n"
_RSS = '<?xml version="1.0"?>{}<rss version="2.0"><channel><title>Bomb</title>{}</channel></rss>'
_LAUGHS = "".join(f'<!ENTITY x{n + 1} "{f"&x{n};" * 10}">' for n in range(9))
_POST = b"From a@b.example Mon Mar  3 10:00:00 2031\n"
_SIZE = 1_900_000  # just below what is read of a page


def page(body: str, head: str = "") -> bytes:
    return (_HEAD.format(head) + body + _PROSE + "</article></body></html>").encode()


def pdf(*objects: bytes, root: str = "1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    body, at = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        at.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    size = len(objects) + 1
    tail = b"trailer << /Size %d /Root %s >>\nstartxref\n%d\n%%%%EOF" % (size, root.encode(), len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


def stream(content: bytes, told: bytes = b"", times: int = 1) -> bytes:
    filters = b"/FlateDecode " * times
    for _ in range(times):
        content = zlib.compress(content, 9)
    return b"<< /Length %d /Filter [%s] %s >>\nstream\n%s\nendstream" % (len(content), filters, told, content)


def one_page(content: bytes, *more: bytes, resources: bytes = b"", kids: bytes = b"3 0 R") -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, kids.count(b"R")),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> %s >> >>" % resources,
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )


def _doubling() -> bytes:
    """A form that draws the next one twice, thirty deep: a thousand million drawings."""
    forms = [
        stream(
            b"/X%d Do /X%d Do" % (n + 1, n + 1),
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X%d %d 0 R >> >>"
            % (n + 1, n + 7),
        )
        for n in range(30)
    ]
    last = stream(b"BT /F1 9 Tf (x) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return one_page(stream(b"/X0 Do"), *forms, last, resources=b"/XObject << /X0 6 0 R >>")


def _parts(count: int) -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    return _MAIL + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part * count


def _nested(count: int) -> bytes:
    return _MAIL + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(count)
    )


def _row(items: str) -> bytes:
    return b'{"text": "A ferry.", "more": ' + items.encode() + b"}\n"


_TEXT_PDF = b"BT /F1 1 Tf 72 720 Td " + b"(The ferry ran aground.) Tj T* " * 30_000 + b"ET"
_EMPTY = "<item></item>"
_FEED = b'{"version": "https://jsonfeed.org/version/1", "items": '
_SELECTORS = ",".join(f".a{n}" for n in range(20_000))

BOMBS: Mapping[str, Callable[[], bytes]] = {
    "deep.html": lambda: page("<div>" * 100_000),
    "deep-tables.html": lambda: page("<table><tr><td>" * 50_000),
    "deep-formatting.html": lambda: page("<b><i><p>" * 100_000),
    "unclosed.html": lambda: page("<a href=x><font>" * 80_000),
    "unclosed-tag.html": lambda: page("<a " * 600_000),
    "angles.html": lambda: page("<" * _SIZE),
    "comments.html": lambda: page("<!--" * 400_000),
    "huge-attribute.html": lambda: page(f"<p title='{'x' * _SIZE}'>"),
    "huge-style.html": lambda: page(f"<p style='{'font-size:' * 180_000}'>"),
    "many-attributes.html": lambda: page("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">"),
    "many-classes.html": lambda: page(f"<p class='{'x ' * 900_000}'>"),
    "style-sheet.html": lambda: page(
        "<p class=a1>x</p>" * 60_000, f"<style>{_SELECTORS}{{display:none}}</style>"
    ),
    "style-blocks.html": lambda: page("", f"<style>{'@media x{' * 20_000}{'}' * 20_000}</style>"),
    "json-ld-deep.html": lambda: page("", f"<script type='application/ld+json'>{'[' * 190_000}</script>"),
    "json-ld-many.html": lambda: page("", "<script type='application/ld+json'>{}</script>" * 35_000),
    "json-ld-wide.html": lambda: page(
        "", f'<script type="application/ld+json">[{"[{}]," * 38_000}{{}}]</script>' * 9
    ),
    "entities.html": lambda: f"<!DOCTYPE html [{_LAUGHS}]>".encode() + page("&x9;&amp;" * 200_000),
    "links.html": lambda: page("<a href=/x>x</a> " * 110_000),
    "paragraphs.html": lambda: page("<p>A ferry.</p>" * 120_000),
    "breaks.html": lambda: page("<br>" * 450_000),
    "times.html": lambda: page("<time datetime=x>y</time>" * 70_000),
    "headings.html": lambda: page("<h1>A ferry</h1>" * 110_000),
    "one-word.html": lambda: page("<p>" + "x" * _SIZE),
    "combining.html": lambda: page("<p>" + "e" + "\u0301" * (_SIZE // 2)),
    "mojibake.html": lambda: page("<p>" + "â€œÃ©Ã¢â‚¬â„¢ " * 50_000),
    "nul.html": lambda: b"<html>" + b"\0" * _SIZE,
    "utf-7.html": lambda: page("<p>+ADw-script+AD4-", "<meta charset=utf-7>"),
    "escapes.html": lambda: page("\\x41" * 400_000, "<meta charset=unicode_escape>"),
    "zipped.html": lambda: page("x", "<meta charset=zlib_codec>"),
    "utf-16.html": lambda: "<html><p>\ud83d".encode("utf-16", "surrogatepass") * 50_000,
    "laughs.xml": lambda: _RSS.format(f'<!DOCTYPE a [<!ENTITY x0 "ha">{_LAUGHS}]>', "&x9;").encode(),
    "blowup.xml": lambda: _RSS.format(
        f'<!DOCTYPE a [<!ENTITY x "{"x" * 90_000}">]>', f"<item><title>{'&x;' * 30_000}</title></item>"
    ).encode(),
    "outside.xml": lambda: _RSS.format(
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "<item><title>&x;</title></item>"
    ).encode(),
    "deep.xml": lambda: _RSS.format("", "<item>" * 100_000).encode(),
    "items.xml": lambda: _RSS.format("", _EMPTY * 700_000).encode(),
    "markup.xml": lambda: _RSS.format(
        "", f"<item><description><![CDATA[{'<b>' * 600_000}]]></description></item>"
    ).encode(),
    "names.xml": lambda: _RSS.format(
        "", "<item " + " ".join(f'xmlns:n{n}="u{n}"' for n in range(50_000)) + "/>"
    ).encode(),
    "deep-feed.json": lambda: _FEED + b"[" * 1_000_000,
    "wide-feed.json": lambda: _FEED + b"[" + b"{}," * 5_000_000 + b"{}]}",
    "number-feed.json": lambda: _FEED + b"9" * 5_000_000,
    "deep.opml": lambda: b'<opml version="2.0"><body>' + b"<outline>" * 200_000,
    "laughs.opml": lambda: f'<!DOCTYPE a [<!ENTITY x0 "ha">{_LAUGHS}]><opml><body>&x9;'.encode(),
    "outlines.opml": lambda: b"<opml><body>" + b'<outline xmlUrl="javascript:x"/>' * 60_000,
    "loop.pdf": lambda: pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"
    ),
    "pages.pdf": lambda: one_page(stream(b""), kids=b"3 0 R " * 100_000),
    "flate.pdf": lambda: one_page(stream(bytes(400_000_000))),
    "flate-twice.pdf": lambda: one_page(stream(bytes(400_000_000), times=2)),
    "text.pdf": lambda: one_page(stream(_TEXT_PDF), kids=b"3 0 R " * 400),
    "arrays.pdf": lambda: pdf(b"[" * 500_000),
    "doubling.pdf": _doubling,
    "objects.pdf": lambda: one_page(
        stream(b""),
        stream(b" ".join(b"%d 0" % n for n in range(500_000)), b"/Type /ObjStm /N 500000 /First 9"),
        kids=b"6 0 R",
    ),
    "cut.pdf": lambda: one_page(stream(b"x"))[:300],
    "recipients.eml": lambda: _MAIL + b"To: " + b"a@b.example, " * 300_000 + b"\r\n\r\nText.",
    "senders.eml": lambda: b"From: " + b"(a" * 300_000 + b"\r\nSubject: x\r\nDate: x\r\n\r\nText.",
    "words.eml": lambda: b"Subject: " + b"=?utf-8?q?x?= " * 300_000 + b"\r\nFrom: a@b.example\r\n\r\nText.",
    "headers.eml": lambda: _MAIL + b"X: y\r\n" * 1_000_000 + b"\r\nText.",
    "parameters.eml": lambda: _MAIL
    + b"Content-Type: text/plain;"
    + b"".join(b' a*%d="x";\r\n' % n for n in range(60_000))
    + b"\r\n\r\nText.",
    "parts.eml": lambda: _parts(200_000),
    "deep.eml": lambda: _nested(20_000),
    "forwarded.eml": lambda: _MAIL + b"Content-Type: message/rfc822\r\n\r\n" * 20_000,
    "markup.eml": lambda: _MAIL + b"Content-Type: text/html; charset=utf-7\r\n\r\n" + b"<b>" * 600_000,
    "charset.eml": lambda: _MAIL
    + b"Content-Type: text/plain; charset=unicode_escape\r\n\r\n"
    + b"\\x41" * 100_000,
    "quotes.eml": lambda: _MAIL + b"\r\n" + b"On x\nFrom: x\n> wrote:\n" * 200_000,
    "from.mbox": lambda: (_POST + b"a: b\n\n") * 400_000,
    "from-unparted.mbox": lambda: _POST + b"a: b\n" + _POST * 450_000,
    "deep.json": lambda: b"[" * 5_000_000,
    "wide.json": lambda: b"[" + b"[]," * 6_000_000 + b"[]]",
    "rows.jsonl": lambda: _row("[" * 500_000) + _row("[" + "[]," * 3_000_000 + "[]]") + _row("9" * 500_000),
}  # fmt: skip
