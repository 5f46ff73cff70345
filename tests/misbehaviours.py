"""Answers of a chat completion server that no client should get: silence, half a body, nonsense."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from chaos import Answer, Exchange, chat, says, sends, status


def invents(exchange: Exchange) -> None:
    """A reply that fits the schema and means nothing: invented words, ids that no prompt has."""
    schema = exchange.body.get("response_format", {}).get("json_schema", {}).get("schema", {})
    exchange.send(200, json.dumps(chat(json.dumps(_filled(schema)))).encode())


def hangs(exchange: Exchange) -> None:
    """No answer at all, as long as the server runs."""
    exchange.server.closing.wait()
    exchange.close_connection = True


def trickles(exchange: Exchange) -> None:
    """A byte every few milliseconds, as long as somebody reads."""
    exchange.send(200, b" " * 1_000_000, missing=999_999)
    while not exchange.server.closing.wait(0.005):
        exchange.wfile.write(b" ")


def stalls(exchange: Exchange) -> None:
    """The beginning of a body, and then nothing."""
    exchange.send(200, b'{"choices": [', missing=1)
    exchange.server.closing.wait()


def cuts(exchange: Exchange) -> None:
    """A connection that closes within the body."""
    exchange.send(200, json.dumps(chat("{}")).encode(), missing=20)


def _filled(schema: Mapping[str, Any]) -> object:
    """Any value of a strict schema."""
    if "anyOf" in schema:
        return _filled(schema["anyOf"][0])
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            return {name: _filled(inner) for name, inner in schema["properties"].items()}
        case "array":
            return [_filled(schema["items"])] * 2
        case "integer" | "number":
            return 987654
        case "boolean":
            return True
        case _:
            return "S99.99 the quick brown Zorblax paid 31415 crowns"


MISBEHAVIOURS: dict[str, Answer] = {
    "429": status(429, "slow down", retry_after="0"),
    "500": status(500, "internal error"),
    "401": status(401, "bad key"),
    "empty account": status(429, "no credit left", "insufficient_quota"),
    "window": status(400, "This model's maximum context length is 512 tokens.", "context_length_exceeded"),
    "nonsense": sends(b"<html>It works!</html>"),
    "truncated body": sends(b'{"choices": [{"message": {"content": "{'),
    "empty body": sends(b""),
    "cut connection": cuts,
    "prose": says("Certainly! Here is what I found."),
    "truncated JSON": says('{"claims": [{"text": "The'),
    "cut off": says('{"claims": [', finish="length"),
    "empty reply": says(""),
    "no content": sends(chat(None)),
    "refusal": sends(chat(None, refusal="I cannot help with that.")),
    "invented ids": invents,
    "ignores the schema": says('{"answer": 42}'),
    "deep nesting": says("[" * 100_000),
    "lone surrogate": sends(chat("\ud800")),
}
"""By name, what a whole run must survive."""
