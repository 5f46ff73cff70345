"""What a feed only announces is read in its place: once, in turns, from within the window, the first ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_cases import PARAGRAPHS

from briefing.settings import SourceSetting
from briefing.sources import read
from briefing.sources.feed import read as read_feed
from briefing.sources.reading import LINKED, in_turns
from briefing.sources.refusal import Refusal
from briefing.types import Document, Unread

HOME = "https://tide.example"
TEXT = " ".join(PARAGRAPHS)
PAGE = f"<html><body><article>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article></body></html>".encode()


def item(number: int | str, body: str = "News.", day: int = 3) -> str:
    return (
        f"<item><title>Item {number}</title><link>/p/{number}</link><guid>{number}</guid>"
        f"<pubDate>{day:02} Mar 2031 08:00:00 +0200</pubDate>{body}</item>"
    )


def rss(*items: str) -> bytes:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {space}><channel><title>Tide</title>{"".join(items)}</channel></rss>'.encode()


class Network:
    """Documents by address; `asked` in order."""

    def __init__(self, documents: Mapping[str, bytes | Refusal]) -> None:
        self.documents = {HOME + path: found for path, found in documents.items()}
        self.asked: list[str] = []

    def fetch(self, url: str) -> bytes | Refusal:
        self.asked.append(url.removeprefix(HOME))
        return self.documents.get(url, PAGE)

    def read(self, *paths: str, **given: object) -> tuple[Document | Unread, ...]:
        return read([HOME + path for path in paths], stdin=None, fetch=self.fetch, **given)  # type: ignore[arg-type]


def whys(items: Iterable[Document | Unread]) -> list[str]:
    return [found.why if isinstance(found, Unread) else "read" for found in items]


def test_pages_stand_where_their_feed_announced_them() -> None:
    network = Network({"/f": rss(item(1), item(2, f"<description>{TEXT}</description>"), item(3))})
    found = network.read("/f")
    assert [(f.source.id, f.source.key, f.source.name) for f in found] == [
        ("S1", "1", "Tide"),
        ("S2", "2", "Tide"),
        ("S3", "3", "Tide"),
    ]
    assert whys(found) == ["read"] * 3
    assert found[0].source.url == f"{HOME}/p/1"
    assert found[0].source.published == datetime(2031, 3, 3, 6, tzinfo=UTC)
    assert network.asked == ["/f", "/p/1", "/p/3"]


def test_a_page_that_two_feeds_announce_is_fetched_once() -> None:
    network = Network({"/f": rss(item(1)), "/g": rss(item(1))})
    assert whys(network.read("/f", "/g")) == ["read", "read"]
    assert network.asked == ["/f", "/g", "/p/1"]


def test_what_was_published_before_the_window_is_not_fetched() -> None:
    network = Network({"/f": rss(item(1, day=3), item(2, day=1))})
    found = network.read("/f", since=datetime(2031, 3, 2, tzinfo=UTC))
    assert whys(found) == ["read", "off_window"]
    assert network.asked == ["/f", "/p/1"]


def test_the_first_pages_of_a_feed_are_fetched_and_the_others_named() -> None:
    network = Network({"/f": rss(*(item(n) for n in range(LINKED + 2)))})
    assert whys(network.read("/f")) == ["read"] * LINKED + ["low_rank"] * 2


def test_a_page_that_fails_is_named_with_its_address() -> None:
    network = Network({"/f": rss(item(1)), "/p/1": Refusal("unreadable", "its server answers 404")})
    (found,) = network.read("/f")
    assert isinstance(found, Unread)
    assert found.detail == f"its server answers 404 ({HOME}/p/1)"
    assert (found.source.name, found.source.title) == ("Tide", "Item 1")


def test_feeds_of_a_list_have_the_names_of_the_list() -> None:
    outlines = "".join(f"<outline text='Feed {n}' xmlUrl='{HOME}/f{n}'/>" for n in range(30))
    feeds = {f"/f{n}": rss(item(n)) for n in range(30)}
    found = Network({"/list": f"<opml><body>{outlines}</body></opml>".encode(), **feeds}).read("/list")
    assert [f.source.name for f in found] == [f"Feed {n}" for n in range(30)]
    assert whys(found) == ["read"] * 30


def test_a_feed_that_announces_itself_ends() -> None:
    network = Network({"/f": rss(item(1)), "/p/1": rss(item(1))})
    assert whys(network.read("/f")) == ["incomplete"]


def test_a_configured_name_is_every_entrys() -> None:
    network = Network({"/f": rss(item(1), item(2))})
    setting = SourceSetting(url=f"{HOME}/f", name="Mine", private=True)
    found = network.read(configured=[setting])
    assert [(f.source.name, f.source.private) for f in found] == [("Mine", True)] * 2


def test_a_page_without_a_name_is_called_by_its_host() -> None:
    (found,) = Network({}).read("/p/long-name-of-a-page.html?x=1")
    assert found.source.name == "tide.example"


def test_an_announced_page_of_a_local_feed_is_no_voice(tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_bytes(rss(item(1)).replace(b"<link>", b"<link>https://tide.example"))
    assert whys(read(["f.xml"], stdin=None, cwd=tmp_path)) == ["incomplete"]


SHORT = " ".join(PARAGRAPHS[:2])


@pytest.mark.parametrize(
    ("summary", "why"),
    [
        (SHORT, "read"),
        ("Item 1", "unreadable"),
        ("Read all about the ferry", "unreadable"),
        ("With video.", "unreadable"),
        (f"{SHORT} …", "read"),
        (f"{SHORT} Continue reading Item 1 →", "read"),
        (f"{SHORT} The master of the ferry, Mr. Otto Bra... [...] Read more", "read"),
        (f"{SHORT[:90]} […]", "unreadable"),
        (f"{SHORT} Subscribe to continue reading.", "unreadable"),
    ],
)
def test_a_summary_of_whole_sentences_stands_where_its_page_cannot_be_read(summary: str, why: str) -> None:
    network = Network(
        {
            "/f": rss(item(1, f"<description>{summary}</description>")),
            "/p/1": Refusal("unreadable", "its server answers 404"),
        }
    )
    (found,) = network.read("/f")
    assert whys([found]) == [why]
    if isinstance(found, Document):
        assert (found.text, found.source.key) == (SHORT, "1")
        assert found.source.lacking == (
            f"only a summary of it; its page was not read: its server answers 404 ({HOME}/p/1)"
        )


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (f"<content:encoded>{SHORT}</content:encoded>", True),
        (f"<description>{SHORT}</description>", False),
        (f"<description>{TEXT}</description>", True),
        (f"<content:encoded>{SHORT} […]</content:encoded>", False),
        (f"<content:encoded>{SHORT} Continue reading The ferry</content:encoded>", False),
        (f"<content:encoded>{TEXT[:900]} Subscribe to continue reading.</content:encoded>", False),
        (f"<description>{TEXT} The post Item 1 appeared first on Tide.</description>", True),
    ],
)
def test_an_entry_is_whole_or_announces_its_page(body: str, whole: bool) -> None:
    (found,) = read_feed(rss(item(1, body)), f"{HOME}/f")
    assert found.summary is not whole
    assert "appeared first" not in str(found.content)


def test_a_stub_without_a_page_is_incomplete() -> None:
    row = f"<item><title>x</title><description>{SHORT}… Read more</description></item>"
    (found,) = read_feed(rss(row), f"{HOME}/f")
    assert isinstance(found.content, Refusal)
    assert found.content.why == "incomplete"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)), unique=True))
def test_hosts_take_turns_and_no_address_is_lost(rows: list[tuple[str, int]]) -> None:
    urls = [f"https://{host}.example/{number}" for host, number in rows]
    turns = in_turns(urls)
    assert sorted(turns) == sorted(urls)
    for host in "abc":
        own = [u for u in urls if u.startswith(f"https://{host}.")]
        assert [u for u in turns if u in own] == own
    counts = [sum(u.startswith(f"https://{h}.") for u in urls) for h in "abc"]
    first = {u[8] for u in turns[: sum(count > 0 for count in counts)]}
    assert len(first) == sum(count > 0 for count in counts)


def test_a_page_of_a_day_alone_is_fetched_where_that_day_reaches_into_the_window() -> None:
    entry = item(1).replace("03 Mar 2031 08:00:00 +0200", "2031-03-03")
    network = Network({"/f": rss(entry)})
    network.read("/f", since=datetime(2031, 3, 3, 7, tzinfo=UTC))
    assert network.asked == ["/f", "/p/1"]
