"""Which documents count as new, and how a series remembers what it has read."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from briefing.errors import TryLater
from briefing.state import TRUSTED, State
from briefing.state.lock import alone
from briefing.types import Channel, Document, Edition, Source, Window

SEVEN = datetime(2031, 3, 4, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)


def document(text: str, published: datetime | None = None, channel: str = "feed") -> Document:
    return Document(Source("S1", "Outlet", published=published, channel=channel), text)


def test_a_window_goes_by_published_time() -> None:
    window = Window(SEVEN)
    assert window.excludes(document("a", SEVEN - HOUR)) == "published 2031-03-04 06:00, before the window"
    assert window.excludes(document("a", SEVEN)) is None


def test_a_moment_before_the_window_is_told_in_the_windows_zone() -> None:
    early = datetime(2031, 3, 4, 1, tzinfo=timezone(timedelta(hours=5)))
    excluded = Window(datetime(2031, 3, 4, tzinfo=UTC)).excludes(document("a", early))
    assert excluded == "published 2031-03-03 20:00, before the window"


def test_a_document_of_a_day_alone_counts_where_that_day_reaches_into_the_window() -> None:
    day = datetime(2031, 3, 4, tzinfo=UTC)
    west, east = (timezone(timedelta(hours=hours)) for hours in (-5, 14))
    for zone in (west, UTC, east):
        assert Window(datetime(2031, 3, 4, tzinfo=zone)).excludes(document("a", day)) is None
        assert Window(datetime(2031, 3, 4, 7, tzinfo=zone)).excludes(document("a", day)) is None
        assert Window(datetime(2031, 3, 5, tzinfo=zone)).excludes(document("a", day))
    assert Window(datetime(2031, 3, 4, 7, tzinfo=UTC)).excludes(document("a", day + HOUR))


def test_without_a_published_time_it_goes_by_when_the_text_was_first_seen() -> None:
    old, new = document("old"), document("new")
    window = Window(SEVEN, first_seen={old.id: SEVEN - HOUR})
    assert window.excludes(old) == "first seen 2031-03-04 06:00, before the window"
    assert window.excludes(new) is None


def test_since_last_leaves_out_what_was_read_whatever_its_date() -> None:
    read = document("read", SEVEN + HOUR)
    window = Window(SEVEN, cutoffs={"feed": SEVEN}, first_seen={read.id: SEVEN})
    assert window.excludes(read) == "read for an earlier brief"


def test_since_last_has_what_its_feed_listed_late_but_no_old_story_that_comes_back() -> None:
    window = Window(SEVEN, cutoffs={"feed": SEVEN})
    assert window.excludes(document("listed late", SEVEN - 5 * HOUR)) is None
    assert window.excludes(document("evergreen", SEVEN - 50 * HOUR)) is not None


def test_since_last_gives_a_channel_that_is_new_the_window_of_the_brief() -> None:
    window = Window(SEVEN, cutoffs={"feed": SEVEN + HOUR})
    assert window.excludes(document("x", SEVEN - HOUR, "another")) is not None
    assert window.excludes(document("x", SEVEN, "another")) is None


def test_a_series_is_recorded_whole_and_found_again(tmp_path: Path) -> None:
    brief = '{"as_of": "2031-03-04T07:00:00+00:00", "title": "Morning", "stories": [], "sources": []}'
    channels = {"feed": Channel(SEVEN), "dead": Channel(None, SEVEN - HOUR, SEVEN)}
    with State(tmp_path) as state:
        series = state.series("mine")
        assert (series.last(), series.briefs(9), series.first_seen()) == (None, (), {})
        run = series.record(Edition(SEVEN, brief, None, {"a" * 64: "text"}, (), ("a" * 64,), channels))
        assert series.record(Edition(SEVEN + HOUR, read=("a" * 64, "b" * 64))) is None
        assert series.last() == SEVEN
        assert series.briefs(9) == ((run, brief),)
        assert series.first_seen() == {"a" * 64: SEVEN, "b" * 64: SEVEN + HOUR}
        assert series.channels() == channels
        assert state.series("yours").last() is None


def test_what_no_source_has_any_more_is_forgotten_in_time(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        series = state.series("mine")
        series.record(Edition(SEVEN, read=("a" * 64, "b" * 64)))
        series.record(Edition(SEVEN + timedelta(days=80), read=("b" * 64,)))
        for day in range(100, 100 + TRUSTED):
            assert "a" * 64 in series.first_seen(), "one run alone may have its clock wrong"
            series.record(Edition(SEVEN + timedelta(days=day)))
        assert list(series.first_seen()) == ["b" * 64]


def test_a_second_run_of_a_series_is_turned_away_and_another_series_is_not(tmp_path: Path) -> None:
    with alone(tmp_path, "mine"):
        with pytest.raises(TryLater, match="another run"), alone(tmp_path, "mine"):
            pass
        with alone(tmp_path, "yours"):
            pass
    with alone(tmp_path, "mine"):
        pass


def test_after_a_clock_was_set_back_a_new_source_is_read_up_to_now(tmp_path: Path) -> None:
    """A window that begins in the future would leave everything of it out."""
    ahead = datetime(2031, 6, 20, 7, tzinfo=UTC)
    with State(tmp_path) as state:
        series = state.series("mine")
        brief = json.dumps({"as_of": ahead.isoformat(), "title": "M", "stories": [], "sources": []})
        series.record(Edition(ahead, brief))
        assert series.window(ahead - timedelta(days=30)).since == ahead - timedelta(days=30)
