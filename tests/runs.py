"""Whole runs of the program in this process, and what holds of every one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from chaos import Chaos
from homes import moved_in

from briefing.cli import seat
from briefing.cli.main import main
from briefing.llm.stack import open_model

STORIES = {
    "ferry-a.txt": "Ferry aground off Skerry Point\n\nThe ferry Alma ran aground off Skerry Point on Monday. "
    "Officials said that 14 people were hurt aboard the ferry. "
    "The operator, Kestrel Lines, has not responded to questions about the accident.\n",
    "ferry-b.txt": "Alma hits rocks\n\nThe ferry Alma hit rocks near Skerry Point on Monday. "
    "Officials said that 17 people were hurt aboard the ferry. "
    "Kestrel Lines apologised to the passengers of the ferry on Monday evening.\n",
    "dam-a.txt": "Dam at Orrin holds\n\nThe dam above Orrin held on Tuesday after a night of rain. "
    "Water behind the dam rose to 41 metres, engineer Lena Marsh said. "
    "About 300 people in Orrin left their homes below the dam.\n",
    "dam-b.txt": "Orrin dam under strain\n\nThe Orrin dam held on Tuesday, the river authority said. "
    "Water behind the dam rose to 44 metres, engineer Lena Marsh said. "
    "The river authority opened one gate of the dam at Orrin.\n",
    "vote.txt": "Council of Tarn votes\n\nThe council of Tarn voted for a new tram line on Wednesday. "
    "Mayor Ida Holt said that the tram would cost 90 million crowns. "
    "Work on the tram line is to begin in Tarn next spring.\n",
}
"""Three invented events; two of them are told twice, and differ."""


@dataclass(frozen=True)
class Outcome:
    """How a run ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def brief(self) -> dict[str, Any]:
        """What was printed, as JSON."""
        value: dict[str, Any] = json.loads(self.out)
        return value

    @property
    def lasting(self) -> dict[str, Any]:
        """The brief without what differs from run to run."""
        return {k: v for k, v in self.brief.items() if k not in {"as_of", "usage"}}


class Program:
    """`briefing`, run in this process in a folder of its own; no attempt at a model waits for another."""

    def __init__(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = moved_in(home, monkeypatch, "here")
        self.state = home / "state"
        self._patch = monkeypatch
        self._captured = capfd
        monkeypatch.setattr(seat, "open_model", partial(open_model, sleep=lambda _: None))

    def __call__(self, *arguments: str) -> Outcome:
        self._captured.readouterr()
        code = main(arguments)
        printed = self._captured.readouterr()
        return Outcome(code, printed.out, printed.err)

    def make(self, *arguments: str) -> Outcome:
        """A brief as JSON, of all that lies in the folder where no source comes first."""
        named = arguments[:1] == ("-",) or (arguments and not arguments[0].startswith("-"))
        return self("make", *(() if named else (".",)), *arguments, "-f", "json")

    def asking(self, server: Chaos, *arguments: str) -> Outcome:
        """The same, by the model of this server."""
        self._patch.setenv("OPENAI_BASE_URL", server.url)
        self._patch.setenv("OPENAI_API_KEY", "secret-key")
        return self.make(*arguments, "-m", "any")

    def write(self, texts: dict[str, str]) -> None:
        """Files in the folder, as UTF-8, to the letter."""
        for name, text in texts.items():
            (self.folder / name).write_text(text, encoding="utf-8", newline="")

    def environment(self, name: str, value: str) -> None:
        """Sets a variable for the runs to come."""
        self._patch.setenv(name, value)


def assert_sound(program: Program, made: Outcome, *sources: str) -> dict[str, Any]:
    """A brief was printed and nothing else; each quotation stands in its file; `check` finds no fault."""
    assert made.code in (0, 3), made.err
    assert "defect" not in made.err
    assert "Traceback" not in made.err
    brief = made.brief
    assert (made.code == 3) is incomplete(brief)
    paths = {source["id"]: source["path"] for source in brief["sources"]}
    for citation in brief["citations"].values():
        with open(program.folder / paths[citation["source"]], encoding="utf-8", newline="") as file:
            assert file.read()[citation["start"] : citation["end"]] == citation["quote"]
    (program.folder.parent / "brief.json").write_bytes(made.out.encode())
    checked = program("check", "../brief.json", *(sources or ["."]))
    assert checked.code == 0, checked.out
    return brief


def incomplete(brief: dict[str, Any]) -> bool:
    """Whether exit code 3 is due."""
    failures = {"unreadable", "too_large", "incomplete", "empty", "budget", "time_out", "blocked_address"}
    return bool(brief["engine"]["fallbacks"] or failures & set(reasons(brief)))


def reasons(brief: dict[str, Any]) -> list[str]:
    """Why something is not covered, in the brief's order."""
    return [omission["why"] for omission in brief["not_covered"]]


def stages(requests: Iterable[dict[str, Any]]) -> list[str]:
    """The stages that a server was asked for, in the order in which they came."""
    return [request["response_format"]["json_schema"]["name"] for request in requests]
