"""One invented pile of news, briefed by both engines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from chaos import Chaos
from copyist import copies
from homes import moved_in

from briefing.cli.main import main
from tests import stories

COURIER = stories.COURIER + "\nThree people were hurt, police said.\n"
HERALD = stories.HERALD + "\nFive people were hurt, police said.\n"
ROWS = (
    {
        "id": 7,
        "text": "The spring fair at Vane opens on Friday, mayor Ana Roe said. Tickets cost 5 crowns.",
        "title": "Fair opens",
        "url": "https://vane.example/fair?y=1",
        "source": "Vane News",
        "published": "2024-06-14T05:00:00+02:00",
    },
    {"id": "again", "text": HERALD, "source": "Copyist"},
    {"text": "Der Damm über Orrin hielt am Montag nach einer regnerischen Nacht, sagte die Flussbehörde."},
    {"id": "void"},
)
Brief = Mapping[str, Any]
Run = Callable[..., tuple[int, str, str]]


class Program:
    """Called with arguments, in a folder with `news`: its exit code, standard output, standard error."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]
    ) -> None:
        news = moved_in(folder, monkeypatch, "here") / "news"
        news.mkdir()
        (news / "courier.txt").write_text("\ufeff" + COURIER, encoding="utf-8", newline="")
        (news / "herald.txt").write_text(HERALD.replace("\n", "\r\n"), encoding="utf-8", newline="")
        (news / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
        self._captured = captured

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = self._captured.readouterr()
        return code, captured.out, captured.err


def by_engine(engine: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """`make` on the news, by the embedded engine or a model."""
    if engine == "extractive":
        yield lambda *more: run("make", "news", *more)
        return
    with Chaos(copies) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        yield lambda *more: run("make", "news", "-m", "copyist", *more)


def brief(make: Run, *more: str) -> Brief:
    value: Brief = json.loads(make("-f", "json", "--with-text", *more)[1])
    return value
