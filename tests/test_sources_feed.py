"""Feeds become documents: whole texts, each entry under its feed's name; and a bomb costs only itself."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from feeds_and_letters import ATOM, JSON_FEED, LETTER, MOMENT, RSS, message
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.sources import read
from briefing.sources.entry import Entry
from briefing.sources.feed import read as read_feed
from briefing.sources.opml import read as read_list
from briefing.sources.page.fragment import text_of
from briefing.sources.parsing.apart import Apart
from briefing.sources.refusal import Refusal
from briefing.types import Document, Unread

DEEP_MIME = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3_000)
)
ENTITIES = b"".join(b'<!ENTITY x%d "%s">' % (n + 1, b"&x%d;" % n * 10) for n in range(9))


def test_an_entry_of_the_evening_keeps_its_own_day() -> None:
    item = "<item><title>Ferry</title><pubDate>Thu, 19 Nov 2026 23:30:00 -0500</pubDate></item>"
    (entry,) = read_feed(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode(), "feed")
    assert entry.published is not None
    assert entry.published.isoformat() == "2026-11-19T23:30:00-05:00"


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


def entries(raw: str) -> list[Entry]:
    return list(read_feed(raw.encode(), "https://tide.example/feed"))


def rss(item: str) -> str:
    return f"<rss version='2.0'><channel><title>Tide</title><item>{item}</item></channel></rss>"


def test_an_author_behind_an_address_is_called_by_name() -> None:
    told = ["ann@tide.example (Ann Bee)", "Ann Bee", "ann@tide.example"]
    found = [entries(rss(f"<title>One</title><author>{a}</author>"))[0].author for a in told]
    assert found == ["Ann Bee", "Ann Bee", "ann@tide.example"]


def test_an_id_that_is_no_address_leads_nowhere() -> None:
    ids = ["g-3", "https://tide.example/3"]
    found = [entries(rss(f"<title>One</title><guid>{i}</guid>"))[0] for i in ids]
    assert [(e.key, e.url) for e in found] == [("g-3", None), (ids[1], ids[1])]


def test_an_id_of_a_json_feed_may_be_a_number() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 7, "content_text": "One."}]}
    assert entries(json.dumps(feed))[0].key == "7"


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


def test_of_all_that_an_entry_has_the_longest_text_is_read() -> None:
    """Some feeds put a picture or a teaser into the content, and the article into the description."""
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    teaser = "<content:encoded>Aground.</content:encoded><description>It ran aground at dawn.</description>"
    raw = f"<rss version='2.0' {space}><channel><item><title>Ferry</title>{teaser}</item></channel></rss>"
    assert entries(raw)[0].content == "It ran aground at dawn."
