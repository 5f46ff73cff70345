"""The form of a reply: its strict JSON Schema, and the reply parsed by it or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from briefing.errors import MalformedReply

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

R = TypeVar("R", bound="BaseModel")

_MOST_MISFITS = 5
_KEY = re.compile(r"\w{1,40}", re.ASCII)

_NOT_STRICT = frozenset({"title", "default", "minLength", "maxLength", "discriminator", "$defs"})
"""Keywords that OpenAI's strict mode refuses, or that tell the model nothing."""


def parse(text: str, reply: type[R]) -> R:
    """The text, which is JSON as a whole, as an instance of `reply`; MalformedReply names the misfit."""
    from pydantic import ValidationError

    try:
        return reply.model_validate_json(text)
    except ValidationError as error:
        raise MalformedReply(misfits(error)) from None


def misfits(error: ValidationError, whole: str = "the reply") -> str:
    """What does not fit, and where: the first of it, in one line."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    return "; ".join(f"{_place(m['loc']) or whole}: {m['msg']}" for m in found[:_MOST_MISFITS])


def _place(path: tuple[int | str, ...]) -> str:
    """Where in the value; a key that nobody asked for may be anything, and is named where it is a name."""
    return ".".join(key if _KEY.fullmatch(key := str(part)) else "…" for part in path)


@cache
def strict_schema(reply: type[BaseModel]) -> Mapping[str, Any]:
    """The JSON Schema of `reply` as strict modes want it.

    Every property is required, no other is allowed, references are written out (a strict schema may have
    nothing beside a reference), and constants are enumerations of one. Docstrings stay out: they are for
    readers of the code, and an edited one must not change a prompt.
    """
    schema = reply.model_json_schema()
    strict: Mapping[str, Any] = _strict(schema, schema.get("$defs", {}))
    return strict


def _strict(node: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_strict(inner, definitions) for inner in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = definitions[node["$ref"].rpartition("/")[2]]
        return _strict({**target, **{k: v for k, v in node.items() if k != "$ref"}}, definitions)
    strict = {k: _strict(v, definitions) for k, v in node.items() if k not in _NOT_STRICT}
    if "const" in strict:
        strict["enum"] = [strict.pop("const")]
    if node.get("type") == "object":
        properties = {k: _strict(v, definitions) for k, v in node.get("properties", {}).items()}
        strict.pop("description", None)
        strict |= {"properties": properties, "required": list(properties), "additionalProperties": False}
    return strict
