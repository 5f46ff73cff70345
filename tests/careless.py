"""A capable but careless model: it copies what it is shown, and every few claims it spoils one."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import cycle
from typing import Any

from honest import NUMBERED, reply

from briefing.evaluation.mutations import MUTATIONS
from briefing.types import Completion, Request

_SPOILT = ("number changed", "speaker swapped", "negation added", "quotation altered")
_STRANGERS = ("Otto Brandvold", "Mirela Quist")


class Careless:
    """Every second claim, and every second sentence of the story, has a fault where it has a place for it."""

    def complete(self, request: Request) -> Completion:
        """The reply of a stage."""
        shown = request.messages[1].content
        if request.stage in ("disagreements", "framing"):
            return Completion(
                json.dumps({"disagreements": _first_and_last(shown)[: request.stage == "disagreements"]})
            )
        answer = reply(request.stage, shown)
        if request.stage == "claims":
            _spoil(answer["claims"])
        elif request.stage == "writing":
            _spoil(answer["sentences"])
        elif request.stage == "verification":
            _object(answer["verdicts"])
        return Completion(json.dumps(answer))


def _spoil(items: Sequence[dict[str, Any]]) -> None:
    for item, kind in zip(items[1::2], cycle(_SPOILT)):
        item["text"] = MUTATIONS[kind](item["text"], _STRANGERS) or f"{item['text']} So says Otto Brandvold."


def _object(verdicts: Sequence[dict[str, Any]]) -> None:
    for verdict in verdicts[::2]:
        verdict["verdict"] = "unsupported"


def _first_and_last(shown: str) -> list[dict[str, Any]]:
    """One disagreement: what the first source begins with against what the last one ends with."""
    numbers = [int(n) for n, _ in NUMBERED.findall(shown)]
    sides = [{"text": re.sub(r"\W+$", "", t), "sentences": [int(n)]} for n, t in NUMBERED.findall(shown)]
    question = {"question": "What happened", "kind": "occurrence"}
    return [{**question, "positions": [sides[0], sides[-1]]}] if len(numbers) > 1 else []
