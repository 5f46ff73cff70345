"""Addresses are printed, kept and mailed without what opens a door."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import sends, serving

from briefing.cli.series import series
from briefing.sources import read
from briefing.sources.shown import MASK, shown
from briefing.sources.web.client import Web
from briefing.types import Fetched

TOKEN = "5b20e7aa91c4"  # noqa: S105 - invented


@pytest.mark.parametrize(
    ("url", "as_shown"),
    [
        ("https://tide.example/feed", None),
        ("https://tide.example/a?page=2&sort=author&keyword=ferry&sid=12345&monkey=x", None),
        ("https://tide.example/a?token=99", None),
        ("https://tide.example/a@b?c=d@e", None),
        (f"https://ada:{TOKEN}@tide.example/feed?a=b", "https://tide.example/feed?a=b"),
        (f"https://{TOKEN}@tide.example", "https://tide.example"),
        (f"https://tide.example/feed?token={TOKEN}", f"https://tide.example/feed?token={MASK}"),
        (
            f"https://tide.example/f?a=b&Access-Token={TOKEN}&c=d",
            f"https://tide.example/f?a=b&Access-Token={MASK}&c=d",
        ),
        (f"https://tide.example/f?api_key={TOKEN}#top", f"https://tide.example/f?api_key={MASK}#top"),
        (
            f"https://tide.example/f?%6Bey={TOKEN}&auth={TOKEN}",
            f"https://tide.example/f?%6Bey={MASK}&auth={MASK}",
        ),
    ],
)
def test_a_user_and_what_is_called_a_secret_are_not_shown(url: str, as_shown: str | None) -> None:
    assert shown(url) == (as_shown or url)
    assert shown(shown(url)) == shown(url)


@given(st.text("abc:@/?&=#;token", max_size=40))
def test_no_text_breaks_it_and_nothing_else_is_changed(text: str) -> None:
    assert set(shown(f"https://{text}")) <= {*f"https://{text}", MASK}


def test_the_brief_of_a_feed_with_a_token_and_its_gaps_do_not_tell_it(tmp_path: Path) -> None:
    with serving(lambda _: None) as host:
        with_token = f"{host}/feed?token={TOKEN}"
        web = Web({"127.0.0.1"}, max_bytes=10_000)
        (found,) = read([with_token], stdin=None, max_bytes=10_000, cwd=tmp_path, fetch=web.fetch)
        web.close()
    assert found.source.url == f"{host}/feed?token={MASK}"
    assert TOKEN not in repr(found)


def test_a_renewed_token_begins_no_new_series() -> None:
    addresses = [(f"https://tide.example/feed?token={token}",) for token in (TOKEN, "renewed")]
    assert series(addresses[0], None) == series(addresses[1], None)


def test_a_page_behind_a_token_is_not_kept_by_its_address() -> None:
    asked: list[str] = []

    class Shelf:
        def kept(self, url: str) -> Fetched | None:
            asked.append(url)
            return None

        def keep(self, url: str, document: Fetched) -> None:
            asked.append(url)

    with serving(lambda path: sends(b"Text.", ETag="x") if "feed" in path else None) as host:
        web = Web({"127.0.0.1"}, Shelf(), max_bytes=10_000)
        for path in (f"/feed?token={TOKEN}", "/feed"):
            assert web.fetch(host + path) == b"Text."
        web.close()
    assert asked == [f"{host}/feed"] * 2
