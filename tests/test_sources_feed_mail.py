"""Feeds, messages and mailboxes become documents: whole texts, without what only serves the carrier."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.sources import read
from briefing.sources.feed import read as read_feed
from briefing.sources.mail import read as read_mail
from briefing.sources.mail import read_mailbox
from briefing.sources.opml import read as read_list
from briefing.sources.page.fragment import text_of
from briefing.sources.parsing.apart import Apart
from briefing.sources.refusal import Refusal
from briefing.types import Document, Unread

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
DEEP_MIME = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3_000)
)
ENTITIES = b"".join(b'<!ENTITY x%d "%s">' % (n + 1, b"&x%d;" % n * 10) for n in range(9))


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    with Apart(seconds=3) as found:
        yield found


@pytest.mark.parametrize(
    ("raw", "name", "key", "author"),
    [
        (RSS, "Harbour & Sea", "g1", None),
        (ATOM, "Tide", "a1", "Mara Quill"),
        (JSON_FEED, "Wire", "j1", "A B"),
    ],
)
def test_an_entry_is_a_document_with_its_feeds_name(
    raw: str, name: str, key: str, author: str | None
) -> None:
    first = next(iter(read_feed(raw.encode(), "feed")))
    assert isinstance(first.content, str)
    assert first.content.startswith("The ferry Alma")
    assert "hidden" not in first.content
    assert (first.name, first.key, first.author) == (name, key, author)
    assert first.published == MOMENT
    assert not first.summary


def test_a_summary_that_is_no_sentence_is_no_voice(tmp_path: Path) -> None:
    (tmp_path / "feed.txt").write_text(RSS)
    first, second = read(["feed.txt"], stdin=None, cwd=tmp_path)
    assert isinstance(first, Document)
    assert first.source.title == "Ferry aground"
    assert isinstance(second, Unread)
    assert (second.why, second.source.title) == ("incomplete", "Two")


@pytest.mark.parametrize(
    "raw",
    [
        b"<rss></rss>",
        b"{}",
        b'{"items": []}',
        b"no feed",
        b"<rss><channel><title>x</title></channel></rss>",
        b"",
    ],
)
def test_what_is_no_feed_says_so(raw: bytes) -> None:
    (only,) = read_feed(raw, "x")
    assert isinstance(only.content, Refusal)


def test_half_a_character_in_a_list_costs_its_own_row() -> None:
    raw = b"<opml><outline xmlUrl='https://a.example/&#55357;'/><outline text='&#xD83D;' xmlUrl='https://b.example/'/>"
    damaged, other = read_list(raw, "x")
    assert isinstance(damaged.content, Refusal)
    assert (other.url, other.name) == ("https://b.example/", "\ufffd")


def test_a_letter_of_several_items_is_several_documents_of_one_sender() -> None:
    first, second = read_mail(message(LETTER), "x")
    assert (first.content, second.content) == (ALMA, VOTE)
    assert (first.title, second.title) == ("Ferry aground", "Council votes")
    assert (first.name, first.key, first.url) == (
        "Morning Tide",
        "abc@tide.example#1",
        "https://tide.example/ferry",
    )
    assert first.published == second.published == MOMENT


def test_a_plain_message_is_one_document_without_what_it_quotes() -> None:
    body = f"{ALMA}\r\n\r\nOn Sun, 1 Mar 2031, Otto wrote:\r\n> Was there a ferry?\r\n> Yes.\r\n"
    (only,) = read_mail(message(body, "text/plain"), "x")
    assert only.content == ALMA
    assert only.title == "Tide: two things"


def test_a_sender_in_groups_within_groups_is_nobody_and_the_letter_is_read() -> None:
    raw = f"From: {'a:' * 5_000}\r\nSubject: Ferry\r\n\r\n{LONG}".encode()
    (letter,) = read_mail(raw, "a.eml")
    assert (letter.name, letter.title, letter.content) == (None, "Ferry", LONG)


def test_a_message_that_only_forwards_is_what_it_forwards() -> None:
    body = (
        f"fyi\n\n---------- Forwarded message ----------\nFrom: Wire <w@x.example>\nSubject: Alma\n\n{ALMA}\n"
    )
    (only,) = read_mail(message(body, "text/plain"), "x")
    assert only.content == ALMA


def test_flowed_lines_run_on() -> None:
    body = "The ferry Alma \r\nran aground.\r\n"
    (only,) = read_mail(message(body, "text/plain; format=flowed"), "x")
    assert only.content == "The ferry Alma ran aground."


def test_a_mailbox_is_cut_at_its_from_lines_only() -> None:
    post = b"From a@b Mon Mar  3 10:00:00 2031\n"
    body = f"{ALMA}\nFrom Monday on, Mon Mar  3 10:00:00 2031 is the date.\n"
    box = post + message(body, "text/plain") + b"\n" + post + message(LETTER)
    assert [e.title for e in read_mailbox(box, "x")] == ["Tide: two things", "Ferry aground", "Council votes"]


def test_kinds_are_known_by_their_content(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(message(LETTER))
    (tmp_path / "b.txt").write_text(JSON_FEED)
    found = read(["a.pdf", "b.txt"], stdin=None, cwd=tmp_path)
    assert [item.source.name for item in found] == ["Morning Tide", "Morning Tide", "Wire"]


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("eml", b"To: " + b"a@b.example, " * 300_000 + b"\r\n\r\nText."),
        ("eml", DEEP_MIME),
        ("eml", message("<b>" * 50_000)),
        ("feed", b"<rss><channel>" + b"<item>" * 50_000),
        ("feed", b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000),
        (
            "feed",
            b'<!DOCTYPE a [<!ENTITY x0 "xxxxxxxxxx">' + ENTITIES + b"]><rss><channel><title>&x9;</title>",
        ),
    ],
    ids=["recipients", "deep MIME", "deep markup", "deep feed", "deep JSON", "entities"],
)
def test_a_bomb_costs_its_own_document(apart: Apart, kind: str, raw: bytes) -> None:
    start = time.monotonic()
    assert list(apart.parse(raw, kind, "bomb"))  # type: ignore[arg-type]
    assert time.monotonic() - start < 10
    assert next(apart.parse(RSS.encode(), "feed", "x")).key == "g1"


@given(st.text(st.sampled_from("<>&;/abp=\"' \n"), max_size=120))
def test_markup_of_any_shape_is_text_or_nothing(markup: str) -> None:
    assert text_of(markup) is not None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=200))
def test_no_bytes_raise(apart: Apart, raw: bytes) -> None:
    for kind, head in (
        ("feed", b"<rss>"),
        ("eml", b"Subject: x\n"),
        ("mbox", b"From a Mon Mar  3 10:00:00 2031\n"),
    ):
        assert isinstance(list(apart.parse(head + raw, kind, "x")), list)  # type: ignore[arg-type]
