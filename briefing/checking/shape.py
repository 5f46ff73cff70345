"""The shape of a brief as JSON (docs/formats.md): its fields, their types, the words that they may be."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, get_args, get_type_hints

from briefing.checking.defect import Defect
from briefing.types import LANGUAGE, ChangeKind, EngineKind, Kind, Reason, Role, Status, Strength, Support

_WORDS: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "count": int,
    "ratio": (int, float),
    "number": (int, float),
    "time": str,
    "list": list,
    "map": dict,
    "texts": dict,
}
"""What a specification can name: "text", "count" and so on; a "?" at the end allows null.

At the end of a field's name it allows that the field is not there.
"""

SOURCE: dict[str, Any] = {
    "id": "text", "key": "text?", "name": "text", "title": "text?", "author": "text?", "url": "text?",
    "path": "text?", "published": "time?", "language": "text?", "sha256": "text?", "characters": "count",
    "tokens": "count", "origin": "text?", "status": get_args(Status), "note": "text?",
}  # fmt: skip
CITATION: dict[str, Any] = {"source": "text", "start": "count", "end": "count", "quote": "text"}
SUPPORT: dict[str, Any] = {name: get_args(words) for name, words in get_type_hints(Support).items()}
SENTENCE: dict[str, Any] = {
    "id": "text", "role": get_args(Role), "text": "text", "citations": ["text"], "attributed_to": "text?",
    "via": "text?", "support": SUPPORT,
}  # fmt: skip
POSITION: dict[str, Any] = {"text": "text", "sources": ["text"], "citations": ["text"], "support": SUPPORT}
DISAGREEMENT: dict[str, Any] = {
    "id": "text", "question": "text", "kind": get_args(Kind), "strength": get_args(Strength),
    "positions": [POSITION],
}  # fmt: skip
CHANGE: dict[str, Any] = {
    "id": "text", "kind": get_args(ChangeKind), "about": "text", "since": "time",
    "before": [
        {
            "quote": "text", "told": "time", "name": "text", "sha256": "text", "start": "count",
            "end": "count", "title": "text?", "url": "text?", "published": "time?",
        }
    ],
    "now": [POSITION],
}  # fmt: skip
STORY: dict[str, Any] = {
    "id": "text", "headline": "text", "sources": ["text"], "origins": "count", "engine": get_args(EngineKind),
    "sentences": [SENTENCE], "disagreements": [DISAGREEMENT], "changes?": [CHANGE],
}  # fmt: skip
CHECKS: dict[str, Any] = {
    "statements": "count", "proposed": "count", "dropped": "count", "replaced_by_quotation": "count",
    "words": "count", "citation_coverage": "ratio?", "quote_fidelity": "ratio?", "numbers_grounded": "ratio?",
    "names_grounded": "ratio?", "source_coverage": "ratio?", "loaded_terms": "count",
    "duplicate_statements": "count",
}  # fmt: skip
USAGE: dict[str, Any] = {
    "calls": "count", "cached_calls": "count", "failed_calls": "count", "prompt_tokens": "count",
    "completion_tokens": "count", "cost_usd": "number?", "seconds": "number",
}  # fmt: skip
ENGINE: dict[str, Any] = {
    "kind": get_args(EngineKind), "model": "text?", "host": "text?", "prompts": "texts", "fallbacks": "count",
}  # fmt: skip
BRIEF: dict[str, Any] = {
    "format": "text", "title": "text", "as_of": "time", "since": "time?", "language": (LANGUAGE,),
    "engine": ENGINE, "sources": [SOURCE], "stories": [STORY],
    "also": [{"headline": "text", "sources": ["text"], "citations": ["text"]}],
    "changes?": [CHANGE],
    "citations": "map",
    "not_covered": [{"what": "text", "why": get_args(Reason), "detail": "text"}],
    "checks": CHECKS, "usage": USAGE,
}  # fmt: skip


def departures(brief: object) -> Iterator[Defect]:
    """Every place where a brief, as loaded from JSON, does not have the shape of one."""
    yield from misshapen(brief, BRIEF, "brief")
    cited = brief.get("citations") if isinstance(brief, Mapping) else None
    for name, citation in cited.items() if isinstance(cited, Mapping) else ():
        yield from misshapen(citation, CITATION, str(name))


def misshapen(value: object, spec: Any, where: str, field: str = "") -> Iterator[Defect]:
    """Every place where the value is not as specified; `where` is the nearest id above it."""
    if isinstance(spec, dict):
        if not isinstance(value, Mapping):
            yield Defect(where, "shape", f"{field or 'the whole'} is not an object")
            return
        here = value["id"] if isinstance(value.get("id"), str) and value["id"] else where
        for name, inner in spec.items():
            plain = name.removesuffix("?")
            if plain in value:
                yield from misshapen(value[plain], inner, here, plain)
            elif plain == name:
                yield Defect(here, "shape", f"{name} is missing")
    elif isinstance(spec, list):
        if not isinstance(value, list):
            yield Defect(where, "shape", f"{field} is not a list")
            return
        for item in value:
            yield from misshapen(item, spec[0], where, field)
    elif not _fits(value, spec):
        expected = "one of " + ", ".join(spec) if isinstance(spec, tuple) else spec.removesuffix("?")
        yield Defect(where, "shape", f"{field} is {_short(value)}, expected {expected}")


def _fits(value: object, spec: str | tuple[str, ...]) -> bool:
    if isinstance(spec, tuple):
        return isinstance(value, str) and value in spec
    if value is None:
        return spec.endswith("?")
    kind = spec.removesuffix("?")
    if not isinstance(value, _WORDS[kind]) or isinstance(value, bool):
        return False
    if kind == "texts" and isinstance(value, dict):
        return all(isinstance(inner, str) for inner in value.values())
    if kind == "time":
        return instant(value) is not None
    if isinstance(value, int | float):
        return 0 <= value <= sys.float_info.max and (kind != "ratio" or value <= 1)
    return True


def instant(value: object) -> datetime | None:
    """A moment from RFC 3339, None where it is none."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _short(value: object) -> str:
    shown = repr(value) if isinstance(value, str | int | float | None) else type(value).__name__
    return shown if len(shown) <= 60 else shown[:60] + "…"
