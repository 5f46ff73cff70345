"""A model on loopback that says again what it is shown, stage by stage."""

from __future__ import annotations

import json
import re
from typing import Any

from chaos import Exchange, chat
from told import verdict

_LINE = re.compile(r"^(\d+)\| (.+)$", re.MULTILINE)


def copies(exchange: Exchange) -> None:
    """Answers one request, whichever stage asks."""
    stage = exchange.body["response_format"]["json_schema"]["name"]
    shown = "\n".join(message["content"] for message in exchange.body["messages"])
    lines = [(int(number), text) for number, text in _LINE.findall(shown)]
    exchange.send(200, json.dumps(chat(json.dumps(_REPLIES[stage](lines)))).encode())


def _claims(lines: list[tuple[int, str]]) -> dict[str, Any]:
    more = {"via": None, "modality": "stated", "importance": "core"}
    return {
        "claims": [
            {"text": text, "sentences": [n], "attributed_to": _speaker(text), **more} for n, text in lines
        ]
    }


def _speaker(text: str) -> str | None:
    found = re.search(r"([A-Z]\w+ [A-Z]\w+) (?:said|reported)\b", text)
    return found[1] if found else None


def _story(lines: list[tuple[int, str]]) -> dict[str, Any]:
    told = [(n, re.sub(r" \((?:core|supporting).*\)$", "", text)) for n, text in lines]
    return {
        "headline": "The river dam",
        "sentences": [
            {"text": text, "claims": [n], "role": "lead" if n == 1 else "body"} for n, text in told[:30]
        ],
    }


def _verdicts(_: list[tuple[int, str]]) -> dict[str, Any]:
    return {
        "verdicts": [
            {"statement": n, "verdict": "supported", "more": [], "also": [], "fault": None, "mended": None}
            for n in range(1, 60)
        ]
    }


def _doubts(_: list[tuple[int, str]]) -> dict[str, Any]:
    return {"verdicts": [verdict(n, "contradiction", 1) for n in range(1, 30)]}


_REPLIES = {
    "claims": _claims,
    "disagreements": lambda _: {"disagreements": []},
    "framing": lambda _: {"disagreements": []},
    "doubt": _doubts,
    "writing": _story,
    "verification": _verdicts,
}
