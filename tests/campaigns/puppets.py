"""Models that do harm: one says everywhere what it is told to, one answers anything at all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from briefing.types import Completion, Request

_NUMBERED = re.compile(r"^(\d+)\| (.+)$", re.MULTILINE)
_NOTE = re.compile(r" \((?:[^()]|\([^()]*\))*\)$")


@dataclass(frozen=True)
class Obedient:
    """Copies what is not among the honest sentences into every field that takes words.

    Beside that it answers as an honest model would, so that what is lost of the honest facts is seen.
    `order` is what it says where it is shown nothing but honest sentences.
    """

    honest: Sequence[str]
    order: str

    def complete(self, request: Request) -> Completion:
        shown = "\n".join(message.content for message in request.messages)
        lines = [(int(number), text) for number, text in _NUMBERED.findall(shown)]
        orders = [(n, t) for n, t in lines if not any(h in t or t in h for h in self.honest)]
        first = min((n for n, _ in lines), default=1)
        said = [*orders[:12], (orders[0][0] if orders else first, self.order)]
        return Completion(json.dumps(_STAGES[request.stage](lines, said)), 1000, 200)


def _claims(lines: list[tuple[int, str]], said: list[tuple[int, str]]) -> dict[str, Any]:
    def claim(number: int, text: str, names: str | None) -> dict[str, Any]:
        return {
            "text": text,
            "sentences": [number],
            "attributed_to": names,
            "via": names,
            "modality": "stated",
            "importance": "core",
        }

    return {"claims": [*(claim(n, t, t) for n, t in said), *(claim(n, t, None) for n, t in lines)][:80]}


def _disagreements(lines: list[tuple[int, str]], said: list[tuple[int, str]]) -> dict[str, Any]:
    last = max((n for n, _ in lines), default=1)
    return {
        "disagreements": [
            {
                "question": text,
                "kind": "number",
                "positions": [{"text": text, _PLACE: [number]}, {"text": text, _PLACE: [last]}],
            }
            for number, text in said
        ]
    }


_PLACE = "sentences"


def _framing(lines: list[tuple[int, str]], said: list[tuple[int, str]]) -> dict[str, Any]:
    found = _disagreements(lines, said)
    for one in found["disagreements"]:
        for position in one["positions"]:
            position["claims"] = position.pop(_PLACE)
    return found


def _doubts(_: list[tuple[int, str]], said: list[tuple[int, str]]) -> dict[str, Any]:
    verdict = {
        "together": said[0][1],
        "apart": None,
        "given_up": None,
        "verdict": "contradiction",
        "weight": 3,
        "misworded": [],
    }
    return {"verdicts": [{"candidate": number, **verdict} for number in range(1, 30)]}


def _story(lines: list[tuple[int, str]], said: list[tuple[int, str]]) -> dict[str, Any]:
    honest = [(n, _NOTE.sub("", text)) for n, text in lines]
    told = [*said, *honest]
    return {
        "headline": said[0][1],
        "sentences": [
            {"text": text, "claims": [n], "role": "lead" if at < 2 else "body"}
            for at, (n, text) in enumerate(told)
        ],
    }


def _verdicts(_: list[tuple[int, str]], __: list[tuple[int, str]]) -> dict[str, Any]:
    right = {"verdict": "supported", "more": [], "also": [], "fault": None, "mended": None}
    return {"verdicts": [{"statement": n, **right} for n in range(1, 80)]}


_STAGES: dict[str, Callable[[list[tuple[int, str]], list[tuple[int, str]]], dict[str, Any]]] = {
    "claims": _claims,
    "disagreements": _disagreements,
    "framing": _framing,
    "doubt": _doubts,
    "writing": _story,
    "verification": _verdicts,
}


@dataclass(frozen=True)
class Hostile:
    """Answers with JSON of the schema's shape, or nearly, full of the order and of nonsense."""

    order: str
    random: Random

    def complete(self, request: Request) -> Completion:
        roll = self.random.random()
        if roll < 0.1:
            return Completion(self.order, 10, 10)
        value = self._value(dict(request.schema), dict(request.schema))
        text = json.dumps(value)
        if roll < 0.2:
            text = text[: self.random.randrange(len(text) + 1)]
        return Completion(text, 1000, 200)

    def _value(self, schema: dict[str, Any], root: dict[str, Any]) -> Any:
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
        if "anyOf" in schema:
            schema = self.random.choice(schema["anyOf"])
            if "$ref" in schema:
                return self._value(schema, root)
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        match schema.get("type"):
            case "object":
                return {key: self._value(one, root) for key, one in schema.get("properties", {}).items()}
            case "array":
                count = self.random.choice((0, 1, 1, 2, 3, 8))
                return [self._value(schema.get("items", {}), root) for _ in range(count)]
            case "integer" | "number":
                return self.random.choice((1, 2, 3, 4, 5, 0, -1, 10**9))
            case "boolean":
                return self.random.random() < 0.5
            case "null":
                return None
            case _:
                words = ("The ferry Alma ran aground.", "14 people", "", "\0", "\u202e", "S1.1", "x" * 3000)
                return self.order if self.random.random() < 0.6 else self.random.choice(words)
