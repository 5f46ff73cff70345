"""The shape of a brief, written out by hand from docs/formats.md: keys in order, the type of each value.

A type is a word ("str", "int", "float", "time", "sha"), with "?" where null may stand; a tuple of the words
that a value may be; a list of one for a list; a dict for an object; {"*": …} for one with any keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

SUPPORT = {"verdict": ("supported", "quoted"), "by": ("rules", "model")}
SENTENCE = {
    "id": "str", "role": ("lead", "body", "single_source"), "text": "str", "citations": ["str"],
    "attributed_to": "str?", "via": "str?", "support": SUPPORT,
}  # fmt: skip
POSITION = {"text": "str", "sources": ["str"], "citations": ["str"], "support": SUPPORT}
KIND = (
    "number", "time", "place", "attribution", "occurrence", "response", "scope", "cause", "identity",
    "status", "characterisation",
)  # fmt: skip
DISAGREEMENT = {
    "id": "str", "question": "str", "kind": KIND, "strength": ("contradiction", "tension"),
    "positions": [POSITION],
}  # fmt: skip
STORY = {
    "id": "str", "headline": "str", "sources": ["str"], "origins": "int", "engine": ("model", "extractive"),
    "sentences": [SENTENCE], "disagreements": [DISAGREEMENT],
}  # fmt: skip
SOURCE = {
    "id": "str", "key": "str?", "name": "str", "title": "str?", "author": "str?", "url": "str?",
    "path": "str?", "published": "time?", "language": "str?", "sha256": "sha?", "characters": "int",
    "tokens": "int", "origin": "str?", "status": ("used", "copy", "empty", "failed", "skipped"),
    "note": "str?",
}  # fmt: skip
REASON = (
    "unreadable", "too_large", "language", "incomplete", "empty", "duplicate", "off_window", "low_rank",
    "furniture", "ungrounded", "unsupported", "malformed_reply", "refused", "model_unavailable", "budget",
    "time_out", "blocked_address",
)  # fmt: skip
CHECKS = {
    "statements": "int", "proposed": "int", "dropped": "int", "replaced_by_quotation": "int", "words": "int",
    "citation_coverage": "float?", "quote_fidelity": "float?", "numbers_grounded": "float?",
    "names_grounded": "float?", "source_coverage": "float?", "loaded_terms": "int",
    "duplicate_statements": "int",
}  # fmt: skip
USAGE = {
    "calls": "int", "cached_calls": "int", "failed_calls": "int", "prompt_tokens": "int",
    "completion_tokens": "int", "cost_usd": "float?", "seconds": "float",
}  # fmt: skip
ENGINE = {
    "kind": ("model", "extractive"), "model": "str?", "host": "str?", "prompts": {"*": "prompt"},
    "fallbacks": "int",
}  # fmt: skip
BRIEF = {
    "format": ("briefing/1",), "title": "str", "as_of": "time", "since": "time?", "language": ("en",),
    "engine": ENGINE, "sources": [SOURCE], "stories": [STORY],
    "also": [{"headline": "str", "sources": ["str"], "citations": ["str"]}],
    "citations": {"*": {"source": "str", "start": "int", "end": "int", "quote": "str"}},
    "not_covered": [{"what": "str", "why": REASON, "detail": "str"}],
    "checks": CHECKS, "usage": USAGE,
}  # fmt: skip
PLAN = {
    "format": ("briefing-plan/1",), "sources": [SOURCE], "stories": [{"id": "str", "sources": ["str"]}],
    "passages": "int", "duplicate_passages": "int", "host": "str?", "calls": "int",
    "first_stage": {"calls": "int", "prompt_tokens": "int"}, "prompt_tokens": "int",
    "completion_tokens": "int", "cost_usd": "float?",
}  # fmt: skip

_FORMS = {
    "time": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)",
    "sha": "[0-9a-f]{64}",
    "prompt": "sha256:[0-9a-f]{64}",
}


def departures(value: Any, shape: Any, place: str = "") -> Iterator[str]:
    """Each place where the value is not of the shape."""
    if isinstance(shape, dict) and isinstance(value, dict):
        keys = list(value) if "*" in shape else list(shape)
        if list(value) != keys:
            yield f"{place}: keys {list(value)}"
        for key in value:
            yield from departures(value[key], shape.get(key, shape.get("*")), f"{place}.{key}")
    elif isinstance(shape, list) and isinstance(value, list):
        for n, item in enumerate(value):
            yield from departures(item, shape[0], f"{place}[{n}]")
    elif not _fits(value, shape):
        yield f"{place}: {value!r}"


def _fits(value: Any, shape: Any) -> bool:
    if isinstance(shape, tuple):
        return value in shape
    if not isinstance(shape, str):
        return False
    if value is None:
        return shape.endswith("?")
    match shape.removesuffix("?"):
        case "int":
            return type(value) is int and value >= 0
        case "float":
            return type(value) in (int, float) and value >= 0
        case "str":
            return isinstance(value, str)
        case "time":
            return bool(re.fullmatch(_FORMS["time"], value)) and datetime.fromisoformat(value) is not None
        case form:
            return isinstance(value, str) and bool(re.fullmatch(_FORMS[form], value))
