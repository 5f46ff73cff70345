"""A server's answer to every stage that copies what it is shown: a model that does no harm."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from chaos import Exchange, chat
from told import verdict

NUMBERED = re.compile(r"^(\d+)\| (.+)$", re.MULTILINE)
"""A line as a prompt shows it: its number, and its text."""
_CLAIM = re.compile(r"^(\d+)\| (.+) \([^()]+\)$", re.MULTILINE)


def honest(exchange: Exchange) -> None:
    """The reply of a stage, told by its schema's name, whatever the order of the requests."""
    stage = exchange.body["response_format"]["json_schema"]["name"]
    shown = exchange.body["messages"][1]["content"]
    exchange.send(200, json.dumps(chat(json.dumps(reply(stage, shown)), usage=(1000, 200))).encode())


def reply(stage: str, shown: str) -> dict[str, Any]:
    """What it says at this stage of what it is shown."""
    return _STAGES[stage](shown)


def _claims(shown: str) -> dict[str, Any]:
    return {
        "claims": [
            {
                "text": text,
                "sentences": [int(number)],
                "attributed_to": None,
                "via": None,
                "modality": "stated",
                "importance": "core",
            }
            for number, text in NUMBERED.findall(shown)
        ]
    }


def _disagreements(shown: str) -> dict[str, Any]:
    """None of its own: those that the local comparison found are doubted all the same."""
    return {"disagreements": []}


def _doubt(shown: str) -> dict[str, Any]:
    found = re.findall(r"^Candidate (\d+):", shown, re.MULTILINE)
    return {"verdicts": [verdict(int(n), "contradiction") for n in found]}


def _writing(shown: str) -> dict[str, Any]:
    """Claims joined two by two: a sentence that is a source's own would be printed as a quotation."""
    found = [(int(number), text.rstrip(".")) for number, text in _CLAIM.findall(shown)[:6]]
    pairs = [found[n : n + 2] for n in range(0, len(found), 2)]
    told = [
        {
            "text": "; ".join(text for _, text in pair) + ".",
            "claims": [number for number, _ in pair],
            "role": "body" if n else "lead",
        }
        for n, pair in enumerate(pairs)
    ]
    return {"headline": found[0][1], "sentences": told}


def _verification(shown: str) -> dict[str, Any]:
    found = re.findall(r"^Statement (\d+):", shown, re.MULTILINE)
    return {
        "verdicts": [
            {
                "statement": int(n),
                "verdict": "supported",
                "more": [],
                "also": [],
                "fault": None,
                "mended": None,
            }
            for n in found
        ]
    }


_STAGES: dict[str, Callable[[str], dict[str, Any]]] = {
    "claims": _claims,
    "disagreements": _disagreements,
    "framing": _disagreements,
    "doubt": _doubt,
    "writing": _writing,
    "verification": _verification,
}
