"""An invented letter, feeds of every kind, and the news in them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

ALMA = (
    "The ferry Alma ran aground off Skerry Point on Monday, and 14 people were hurt, officials said. "
    "The operator has not responded to questions about the age of the vessel and of its radar."
)
VOTE = (
    "The council of Harle voted by nine to four on Tuesday to close the old bridge for a year, so that its "
    "piers can be rebuilt before the winter storms arrive again in November."
)
LONG = " ".join([ALMA] * 5)
MOMENT = datetime(2031, 3, 2, 17, 30, tzinfo=UTC)
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour &amp; Sea</title><language>en-gb</language>
<item><title>Ferry &lt;b&gt;aground&lt;/b&gt;</title><link>https://p.example/1</link><guid>g1</guid>
<pubDate>Sun, 02 Mar 2031 18:30:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{LONG}</p><p>It <i>was</i> foggy &amp; dark.</p>
<div style="display:none">hidden</div>]]></content:encoded></item>
<item><title>Two</title><link>https://p.example/2</link><description>Only this</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide</title><entry><title>Ferry</title><id>a1</id>
<link href="https://t.example/1"/><published>2031-03-02T18:30:00+01:00</published>
<author><name>Mara Quill</name></author>
<content type="html">&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Wire",
        "language": "en",
        "items": [
            {"id": "j1", "url": "https://w.example/1", "content_html": f"<p>{LONG}",
             "authors": [{"name": "A B"}], "date_published": "2031-03-02T17:30:00Z"},
            "no item",
        ],
    }
)  # fmt: skip


def message(body: str, kind: str = "text/html", head: str = "") -> bytes:
    return (
        "From: =?utf-8?q?Morning_Tide?= <hi@tide.example>\r\nSubject: =?utf-8?q?Tide=3A_two_things?=\r\n"
        "Date: Sun, 02 Mar 2031 18:30:00 +0100\r\nMessage-ID: <abc@tide.example>\r\nMIME-Version: 1.0\r\n"
        f"{head}Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n"
    ).encode()


LETTER = f"""<html><body><p><a href="https://x.example">View this email in your browser</a></p>
<h2><a href="https://tide.example/ferry">Ferry aground</a></h2><p>{ALMA}</p><p><a href="x">Read more</a></p>
<h2>Council votes</h2><p>{VOTE}</p>
<p>You are receiving this because you asked. <a href="u">Unsubscribe</a></p></body></html>"""
