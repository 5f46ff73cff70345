"""Pages and feeds of the network become a brief with one command, where the configuration allows the host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import loopback
import pytest
from feeds_and_letters import ALMA, LONG, VOTE
from homes import moved_in
from loopback import Answer, sends, serving

from briefing.cli.main import main

FEED = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tide</title>
<item><title>Ferry aground</title><link>HOME/ferry</link><description>A ferry.</description></item>
<item><title>Council votes</title><link>HOME/votes</link>
<content:encoded><![CDATA[<p>{VOTE}</p><p>{LONG}</p>]]></content:encoded></item></channel></rss>"""
OUTLINE = '<outline text="North"><outline text="Tide today" xmlUrl="HOME/feed"/></outline>'
LIST = f'<opml version="2.0"><body>{OUTLINE}</body></opml>'
BODY = "<html><head><title>Ferry</title></head><body><article>{}</article></body></html>"
PAGE = BODY.format(f"<h1>Ferry</h1><p>{LONG}</p><p>{ALMA}</p>")
TEASER = BODY.format("<p>The mayor said on Monday that… Subscribe to continue reading.</p>")
PAGES = {"/feed": FEED, "/list": LIST, "/ferry": PAGE, "/votes": PAGE, "/teaser": TEASER}


def site(path: str) -> Answer | None:
    page = PAGES.get(path)
    return page and (lambda request: sends(page.replace("HOME", loopback.home(request)).encode())(request))


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return moved_in(tmp_path, monkeypatch)


def configured(folder: Path, *urls: str) -> str:
    rows = [f'[[sources]]\nurl = "{url}"\nallow_private_address = true\n' for url in urls]
    (folder / "mine.toml").write_text("\n".join(rows))
    return "mine.toml"


def test_a_feed_and_the_pages_it_announces(
    folder: Path, home: str, capfd: pytest.CaptureFixture[str]
) -> None:
    code = main(["make", "-c", configured(folder, f"{home}/feed"), "-f", "json"])
    brief = json.loads(capfd.readouterr().out)
    assert code == 0
    assert [(s["name"], s["title"]) for s in brief["sources"]] == [
        ("Tide", "Ferry aground"),
        ("Tide", "Council votes"),
    ]
    assert brief["sources"][0]["url"] == f"{home}/ferry"
    assert brief["sources"][0]["characters"] > len(LONG)


def test_a_list_of_feeds(folder: Path, home: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "-c", configured(folder, f"{home}/list"), "-f", "json", "-v"]) == 0
    out, err = capfd.readouterr()
    assert {s["name"] for s in json.loads(out)["sources"]} == {"Tide today"}
    assert "briefing: S1 Tide today [North]: Ferry aground (" in err
    assert "briefing: S2 Tide today [North]: Council votes (" in err


def test_a_group_that_is_configured_stands_before_the_folder_of_a_list(
    folder: Path, home: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = folder / configured(folder, f"{home}/list")
    assert main(["doctor", "-c", str(path)]) == 0
    list_alone = capfd.readouterr().out
    path.write_text(path.read_text() + 'group = "Coast"\n')
    assert main(["doctor", "-c", str(path)]) == 0
    told = (
        f"({home}/list){{}}: OPML: 1 document, 1 of them only announced, to be fetched by make{{}}, without"
    )
    assert f"ok: source 1 {told.format('', ', in [North] 1')} dates\n" in list_alone
    assert f"ok: source 1 {told.format(' [Coast]', '')} dates\n" in capfd.readouterr().out
    main(["make", "-c", str(path), "-v"])
    assert "S1 Tide today [Coast]: Ferry aground" in capfd.readouterr().err


def test_what_fails_is_named_and_the_rest_is_briefed(
    folder: Path, home: str, capfd: pytest.CaptureFixture[str]
) -> None:
    urls = [f"{home}/ferry", f"{home}/teaser", f"{home}/missing"]
    code = main(["make", "-c", configured(folder, *urls), "-f", "json"])
    brief = json.loads(capfd.readouterr().out)
    assert code == 3
    host = home.removeprefix("http://")
    told = {(o["why"], o["what"], o["detail"]) for o in brief["not_covered"]}
    assert told >= {
        ("incomplete", host, "the rest is for subscribers"),
        ("unreadable", host, f"its server answers 404 ({home}/missing)"),
    }


def test_a_summary_whose_page_is_not_read_is_told_as_one(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    row = (
        f"<item><guid>g1</guid><link>http://127.0.0.1:1/ferry</link><description>{ALMA}</description></item>"
    )
    (folder / "feed.xml").write_text(f'<rss version="2.0"><channel><title>Tide</title>{row}</channel></rss>')
    code = main(["make", "feed.xml", "-f", "json"])
    brief = json.loads(capfd.readouterr().out)
    (source,), (lacks,) = brief["sources"], brief["not_covered"]
    assert code == 3
    assert (source["key"], source["status"], source["characters"]) == ("g1", "used", len(ALMA))
    assert (lacks["what"], lacks["why"]) == ("Tide", "incomplete")
    assert lacks["detail"] == source["note"]
    assert "not public" in lacks["detail"]


def test_an_address_inside_is_refused_unless_it_is_allowed(
    home: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["make", f"{home}/ferry"]) == 1
    err = capfd.readouterr().err
    assert "not public" in err
    assert "allow_private_address" in err


DATED = BODY.replace("<title>", '<meta property="article:published_time" content="{}"><title>')


def test_the_window_is_of_moments_in_any_zone(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Half past midnight in Berlin is the day before in UTC; a page and an entry of a feed alike."""
    (folder / "new.html").write_text(DATED.format("2021-03-02T00:30:00+00:00", f"<p>{VOTE}</p><p>{LONG}</p>"))
    (folder / "old.html").write_text(DATED.format("2021-03-02T00:30:00+01:00", f"<p>{ALMA}</p><p>{LONG}</p>"))
    day = "<item><pubDate>Tue, 02 Mar 2021 00:30:00 {}</pubDate><description>{}</description></item>"
    rows = day.format("+0000", f"{VOTE} {LONG}") + day.format("+0100", f"{ALMA} {VOTE} {LONG}")
    (folder / "feed.xml").write_text(f'<rss version="2.0"><channel><title>T</title>{rows}</channel></rss>')
    (folder / "utc.toml").write_text('timezone = "UTC"\n')
    names = ["new.html", "old.html", "feed.xml"]
    main(["make", *names, "-c", "utc.toml", "--since", "2021-03-02", "-f", "json"])
    brief = json.loads(capfd.readouterr().out)
    assert [s["published"] for s in brief["sources"]] == [
        "2021-03-02T00:30:00+00:00",
        "2021-03-02T00:30:00+01:00",
    ] * 2
    assert [s["id"] for s in brief["sources"] if s["status"] == "skipped"] == ["S2", "S4"]
    assert [o["why"] for o in brief["not_covered"]].count("off_window") == 2
