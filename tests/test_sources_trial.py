"""A source is tried as make would read it, but for what it only announces."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing.settings import SourceSetting
from briefing.sources.refusal import Refusal, unreadable
from briefing.sources.trial import Trial, attempt

TEXT = "The ferry Alma ran aground off Skerry Point on Monday, and the harbour was closed for an hour.\n"
FEED = b"""<rss version="2.0"><channel><title>Tide</title>
<item><title>Ferry</title><link>https://tide.example/ferry</link><description>A ferry.</description>
<pubDate>Mon, 03 Mar 2031 07:00:00 +0000</pubDate></item>
<item><title>Fair</title><link>https://tide.example/fair</link><description>A fair.</description>
<pubDate>Sun, 02 Mar 2031 07:00:00 +0000</pubDate></item></channel></rss>"""


def tried(*settings: SourceSetting, cwd: Path, most: int = 10_000) -> list[Trial]:
    def fetch(url: str) -> bytes | Refusal:
        return FEED if url == "https://tide.example/feed" else unreadable(f"{url} was fetched")

    return list(attempt(settings, fetch, max_bytes=most, cwd=cwd))


def test_a_folder_is_told_by_its_kinds_and_its_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text('{"text": "The fair opens.", "published": "2031-03-02"}\n' * 2)
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "d.txt").touch()
    (trial,) = tried(SourceSetting(path="."), cwd=tmp_path)
    assert trial.kinds == ("plain text", "JSON Lines", "a PNG image")
    assert len(trial.read) == 3
    assert trial.newest == datetime(2031, 3, 2, tzinfo=UTC)
    assert [(item.source.name, item.why) for item in trial.unread] == [("c", "unreadable"), ("d", "empty")]


def test_the_pages_of_a_feed_are_counted_and_not_fetched(tmp_path: Path) -> None:
    (trial,) = tried(SourceSetting(url="https://tide.example/feed"), cwd=tmp_path)
    assert trial.kinds == ("a feed",)
    assert (len(trial.announced), trial.read, trial.unread) == (2, (), ())
    assert trial.newest == datetime(2031, 3, 3, 7, tzinfo=UTC)


def test_each_source_is_tried_by_itself_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    settings = [SourceSetting(path=path) for path in ("gone.txt", "a.txt", "*.md", "-")]
    first, second, third, fourth = tried(*settings, SourceSetting(url="https://x.example/"), cwd=tmp_path)[:4]
    assert [first.unread[0].detail, third.unread[0].detail] == ["no such file", "no file matches *.md"]
    assert len(second.read) == 1
    assert fourth.unread
    assert second.newest is None


def test_what_is_too_large_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (trial,) = tried(SourceSetting(path="a.txt"), cwd=tmp_path, most=10)
    assert [item.why for item in trial.unread] == ["too_large"]
