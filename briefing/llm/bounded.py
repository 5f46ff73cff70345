"""The form of a reply that cannot run on: what a small model repeats, its grammar ends. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LONGEST_TEXT = 240
"""Characters: a sentence of 35 words, the most that a prompt asks for, has 210."""
LONGEST_ASIDE = 80
"""Characters of a text that may be null: a name, or the few words that fail."""
MOST_NUMBERS = 5
"""Numbers of sentences or claims that one entry rests on."""
MOST_PARTS = 3
"""Entries within an entry: the sides of a disagreement."""

_CHARACTERS_A_TOKEN = 4
_MARKUP = 5
"""Tokens of a key or of a bare value, with its punctuation."""


def bounded(schema: Mapping[str, Any], max_tokens: int) -> Mapping[str, Any]:
    """The schema with every text and list so bounded that the longest reply fits `max_tokens`.

    The reply's own list has as many entries as fit; it is the only thing whose bound depends on the limit.
    """
    tight = _inner(schema)
    properties = dict(tight["properties"])
    lists = [name for name, node in properties.items() if node.get("type") == "array"]
    left = max_tokens - sum(_tokens(node) for name, node in properties.items() if name not in lists)
    for name in lists:
        node = properties[name]
        fitting = max(1, left // len(lists) // _tokens(node["items"]))
        asked = schema["properties"][name].get("maxItems", fitting)
        properties[name] = node | {"maxItems": min(fitting, asked)}
    return {**tight, "properties": properties}


def _inner(node: Any, longest: int = LONGEST_TEXT) -> Any:
    if node.get("type") == "object":
        return {**node, "properties": {name: _inner(value) for name, value in node["properties"].items()}}
    if node.get("type") == "array":
        most = MOST_PARTS if node["items"].get("type") == "object" else MOST_NUMBERS
        return {**node, "items": _inner(node["items"]), "maxItems": most}
    if "anyOf" in node:
        return {**node, "anyOf": [_inner(choice, LONGEST_ASIDE) for choice in node["anyOf"]]}
    if node.get("type") == "string" and "enum" not in node:
        return {**node, "maxLength": longest}
    return node


def _tokens(node: Mapping[str, Any]) -> int:
    """About what the longest value of a bounded schema costs."""
    if node.get("type") == "object":
        return sum(_MARKUP + _tokens(value) for value in node["properties"].values())
    if node.get("type") == "array":
        return int(node["maxItems"]) * _tokens(node["items"])
    if "anyOf" in node:
        return max(_tokens(choice) for choice in node["anyOf"])
    return _MARKUP + int(node.get("maxLength", 0)) // _CHARACTERS_A_TOKEN
