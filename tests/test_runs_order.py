"""Stories go their ways apart: no stage of one waits for a stage of another."""

from __future__ import annotations

import json
from dataclasses import replace
from threading import Event

from honest import reply
from reports import NOON, outlets, short_reports

from briefing.pipeline import Options, Seat, make
from briefing.templates import Templates
from briefing.types import Completion, Request, Usage


class Unequal:
    """An honest model whose first reply to one story comes when another story has its last one."""

    def __init__(self, slow: str) -> None:
        self._slow = slow
        self._ended = Event()
        self.waited = False

    def complete(self, request: Request) -> Completion:
        shown = request.messages[1].content
        if request.stage == "claims" and self._slow in shown:
            assert self._ended.wait(30), "the other story is told to its end meanwhile"
            self.waited = True
        if request.stage == "verification":
            self._ended.set()
        return Completion(json.dumps(reply(request.stage, shown)), 100, 50)


def test_a_story_is_told_to_its_end_while_the_first_call_of_another_is_out() -> None:
    texts = short_reports(40)[:6]
    model = Unequal(texts[0].split(".")[0])
    seat = Seat(model, Templates(), Usage, "unequal", "127.0.0.1")
    options = replace(Options(), stories=6, words=1500, concurrency=2)
    make(outlets(texts), options, as_of=NOON, seat=seat)
    assert model.waited
