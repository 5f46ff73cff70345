"""How each source of a series stands: how far it was read, since when it fails, and whether that was told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from briefing.pipeline import answered, settled
from briefing.types import Channel, Document, Source, Unread

SEVEN = datetime(2031, 3, 4, 7, tzinfo=UTC)
DAY = timedelta(days=1)


def read(published: datetime | None = None) -> Document:
    return Document(Source("S1", "Outlet", published=published, channel="feed"), "text")


def failed(detail: str = "the server answers 500") -> Unread:
    return Unread(Source("S1", "Outlet", channel="feed"), "unreadable", detail)


def test_the_cut_off_is_the_newest_published_time_and_never_falls_back() -> None:
    _, first = settled([read(SEVEN - DAY), read(SEVEN - 2 * DAY)], {}, SEVEN)
    assert first == {"feed": Channel(SEVEN - DAY)}
    _, second = settled([read(SEVEN - 3 * DAY), read()], first, SEVEN)
    assert second == first


def test_a_publisher_s_wrong_year_does_not_close_the_window() -> None:
    _, channels = settled([read(SEVEN + 9999 * DAY)], {}, SEVEN)
    assert channels["feed"].cutoff is None
    _, later = settled([read(SEVEN), read(SEVEN + 9999 * DAY)], channels, SEVEN)
    assert later["feed"].cutoff == SEVEN


def test_a_source_without_dates_has_no_cut_off_but_is_known() -> None:
    assert settled([read()], {}, SEVEN)[1] == {"feed": Channel()}


def test_a_source_that_fails_is_named_each_day_until_it_is_told_once_as_dead() -> None:
    channels: dict[str, Channel] = {}
    told = []
    for day in range(6):
        items, channels = settled([failed()], channels, SEVEN + day * DAY)  # type: ignore[assignment]
        assert isinstance(items[0], Unread)
        told.append("repeated" if items[0].repeated else items[0].detail.partition(":")[0])
    fails = "the server answers 500"
    assert told == [fails, fails, fails, "dead", "repeated", "repeated"]
    assert channels["feed"].failing_since == SEVEN


def test_a_source_that_answers_again_is_alive_and_keeps_its_cut_off() -> None:
    dead = Channel(SEVEN - 9 * DAY, SEVEN - 5 * DAY, SEVEN - 2 * DAY)
    _, channels = settled([read()], {"feed": dead}, SEVEN)
    assert channels == {"feed": Channel(SEVEN - 9 * DAY)}
    items, _ = settled([failed()], channels, SEVEN + DAY)
    assert items == (failed(),)


def test_one_page_of_a_feed_that_fails_does_not_make_the_feed_fail() -> None:
    _, channels = settled([read(SEVEN), failed("404")], {"feed": Channel(None, SEVEN - 9 * DAY)}, SEVEN)
    assert channels == {"feed": Channel(SEVEN)}


def test_what_is_old_or_in_another_language_is_an_answer() -> None:
    source = Source("S1", "Outlet", channel="feed")
    assert answered([failed(), Unread(source, "off_window", "old")])
    assert not answered([failed()])
    assert not answered([])
