"""A small part of the campaign of failing model servers: time runs ten times as fast."""

from __future__ import annotations

from pathlib import Path

import pytest
from campaigns.bad_server import failing, hopeless, run
from chaos import Exchange
from honest import honest
from runs import STORIES

PACE = 0.1
TIMEOUT = 1.0


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_server_that_fails_three_times_of_ten_makes_the_same_brief(news: Path) -> None:
    assert [(told, fault) for told, fault in failing(news, range(2, 4), PACE, TIMEOUT) if fault] == []


def test_a_hopeless_server_costs_few_requests_and_no_brief(news: Path) -> None:
    found = list(hopeless(news, PACE / 2, TIMEOUT))
    assert [(told, fault) for told, fault in found if fault] == []
    assert [told.split(":")[0] for told, _ in found] == ["always an error", "a wrong key", "silence"]


def test_a_good_server_is_asked_as_often_as_the_brief_says(news: Path) -> None:
    asked: list[Exchange] = []

    def counted(exchange: Exchange) -> None:
        asked.append(exchange)
        honest(exchange)

    made = run(news, counted)
    assert (made.code, made.brief["engine"]["fallbacks"]) == (0, 0)
    assert made.requests == len(asked) == made.brief["usage"]["calls"]
