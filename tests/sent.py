"""`briefing send` of an invented pile, to a mail server of the test."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from homes import Command, command, moved_in
from postoffice import PostOffice

from briefing.settings import Settings

FERRY = (
    "The ferry Alma ran aground off Skerry Point on Monday. Officials said 14 people were hurt. "
    "The operator, Kestrel Lines, has not responded to questions about the accident.\n"
)
BRIDGE = (
    "The council of Varn closed the Long Bridge to lorries on Tuesday. Engineers found cracks in two piers. "
    "The bridge will stay open to cars until the repairs begin in May.\n"
)
SEVEN = datetime(2031, 3, 4, 7, tzinfo=UTC)


class Clock:
    """The hour of the runs, which a test moves on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self, _settings: Settings) -> datetime:
        return self.now


def with_news(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, moved in, with news in it."""
    (folder / "news").mkdir()
    (folder / "news" / "ferry.txt").write_text(FERRY)
    return moved_in(folder, monkeypatch)


def sender(home: Path, post: PostOffice, captured: pytest.CaptureFixture[str]) -> Command:
    """`briefing send` with a configuration that names the server: exit code, standard output and error."""

    def start(
        *arguments: str, to: str = '"anna@example.org"', mail: str = "", sources: str = "news"
    ) -> tuple[int, str, str]:
        (home / "b.toml").write_text(
            f'[[sources]]\npath = "{sources}"\n[mail]\nfrom = "brief@example.org"\nto = [{to}]\n'
            f'smtp = "{post.url}"\n{mail}'
        )
        return command(captured, "send", "-c", "b.toml")(*arguments)

    return start


def body(post: PostOffice, number: int = -1) -> str:
    part = post.messages[number].get_body(("plain",))
    assert part
    return str(part.get_content())
