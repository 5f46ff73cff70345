"""Valid documents of every kind that is read, and a whole brief: what a fuzzer starts from."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bombs import one_page, stream
from faultless import faultless
from feeds_and_letters import ATOM, JSON_FEED, LETTER, RSS, message
from page_cases import PARAGRAPHS, page_cases

POST = b"From a@b.example Mon Mar  3 10:00:00 2031\n"
DRAWN = b"BT /F1 12 Tf 72 720 Td 14 TL (The ferry ran) Tj T* (aground on Mon\\255) Tj T* (day.) Tj ET"
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
_FORWARDED = (
    "See below.\r\n\r\n---------- Forwarded message ---------\r\nFrom: A <a@b.example>\r\nDate: Mon\r\n"
    f"Subject: Ferry\r\n\r\n{PARAGRAPHS[0]}\r\n> quoted\r\n-- \r\nA B\r\n"
)
_RDF = f"""<?xml version="1.0" encoding="iso-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://p.example/">
<title>Tide</title></channel>
<item rdf:about="https://p.example/1"><title>Ferry</title><link>https://p.example/1</link>
<dc:creator>Mara Quill</dc:creator><dc:date>2031-03-02T18:30+01:00</dc:date>
<description>{PARAGRAPHS[0]}</description>
</item></rdf:RDF>"""
_XHTML = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://t.example/" xml:lang="en"><title
type="html">Tide &amp;amp; <![CDATA[<b>]]></title><updated>2031-03-02T18:30Z</updated><entry><title>A</title>
<link rel="alternate" href="a/b"/><link rel="enclosure" href="x.mp3" length="9"/><id>urn:uuid:1</id>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PARAGRAPHS[1]}</p></div></summary>
<updated>2031-03-02T18:30:00.25Z</updated></entry></feed>"""
_OPML = """<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="North"><outline type="rss" text="Tide" title="Tide today" xmlUrl="https://t.example/f"
htmlUrl="https://t.example/"/><outline text="Inner"><outline text="Post"
xmlUrl="http://p.example:8080/f?a=1&amp;b=2"/></outline></outline><outline text="Wire" xmlUrl="https://w.example/f"/></body></opml>"""
_ROWS = "\n".join(
    json.dumps(row, ensure_ascii=False)
    for row in (
        {"text": PARAGRAPHS[0], "id": 7, "title": "Ferry", "url": "https://p.example/1", "source": "Post",
         "published": "2031-03-02T18:30:00+01:00", "author": "Mara Quill", "language": "en-GB"},
        {"text": f"# A\n\n{PARAGRAPHS[1]}\r\n\u200b{PARAGRAPHS[2]}", "published": "2 Mar 2031 18:30:00 GMT"},
        {"id": "x", "text": "\ufeff\x00 \u202e", "more": {"a": [1, 2.5, None, True, "\U0001f6a2"]}},
    )
)  # fmt: skip
_MARKDOWN = f"""Home | News | Sport

# Ferry *aground*

{PARAGRAPHS[0]}

- one: 14.5 m
- two; a

Under
-----

| a | b |
|---|---|
| 1 | 2 |

> “Quoted.” — Dr. A. B. Smith Jr., 3 p.m.

```
code
```
"""
_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange 4 beginbfchar
<41> <D83D> <42> <202E> <43> <200B0041> <44> <E000> endbfchar
1 beginbfrange <61> <7A> <0061> endbfrange endcmap end end"""
_MAPPED = one_page(stream(DRAWN + b" BT /F1 9 Tf (ABCD abcd) Tj ET"), stream(_CMAP)).replace(
    b"/BaseFont /Helvetica", b"/BaseFont /Helvetica /ToUnicode 6 0 R"
)
_PLAIN_PDF = one_page(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(DRAWN), DRAWN))
_TOLD = _PLAIN_PDF.replace(
    b"trailer <<",
    b"trailer << /Info << /Title (Ferry) /Author (Mara) /CreationDate (D:20310302183000+01'00') >>",
)
SEEDS: Mapping[str, list[bytes]] = {
    "html": [case.raw for case in page_cases()],
    "pdf": [one_page(stream(DRAWN)), _PLAIN_PDF, _MAPPED, _TOLD],
    "feed": [RSS.encode(), ATOM.encode(), _RDF.encode("latin-1"), _XHTML.encode()],
    "json_feed": [JSON_FEED.encode()],
    "opml": [_OPML.encode()],
    "eml": [message(LETTER), message(LETTER, "text/plain"), message(_FORWARDED, "text/plain"), _MIXED],
    "mbox": [POST + message(LETTER) + b"\n" + POST + _MIXED],
    "jsonl": [_ROWS.encode()],
    "text": [_MARKDOWN.encode(), "\n\n".join(PARAGRAPHS).encode(), _MARKDOWN.encode("utf-16")],
    "brief": [json.dumps(faultless()).encode()],
}
"""By what reads them."""
