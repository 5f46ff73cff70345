"""A small brief in JSON, without a fault, for tests that put one in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from briefing.checking import check

S1 = "The harbour union said 40 crews stopped work on Monday. The port stayed open. Ferries ran late."
S2 = "The port closed on Monday, the Port Authority said. Some 12 ships waited outside."


def _source(name: str, text: str, origin: str) -> dict[str, Any]:
    nothing = dict.fromkeys(("key", "title", "author", "url", "path", "published", "note"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {
        **nothing, "id": name, "name": f"Outlet {name}", "language": "en", "sha256": digest,
        "characters": len(text), "tokens": 20, "origin": origin, "status": "used", "text": text,
    }  # fmt: skip


def _citation(source: str, text: str, quote: str) -> dict[str, Any]:
    start = text.index(quote)
    return {"source": source, "start": start, "end": start + len(quote), "quote": quote}


def _sentence(name: str, role: str, text: str, cited: str, verdict: str = "supported") -> dict[str, Any]:
    return {
        "id": name, "role": role, "text": text, "citations": [cited], "attributed_to": None, "via": None,
        "support": {"verdict": verdict, "by": "rules"},
    }  # fmt: skip


def _position(text: str, source: str, cited: str) -> dict[str, Any]:
    support = {"verdict": "supported", "by": "rules"}
    return {"text": text, "sources": [source], "citations": [cited], "support": support}


def faultless() -> dict[str, Any]:
    """A small brief without a fault."""
    stayed = _position("The port stayed open.", "S1", "C2")
    closed = _position("The port closed on Monday.", "S2", "C3")
    disagreement = {
        "id": "T1.X1", "question": "Whether the port closed", "kind": "occurrence",
        "strength": "contradiction", "positions": [stayed, closed],
    }  # fmt: skip
    story = {
        "id": "T1", "headline": "Crews stop work", "sources": ["S1", "S2"], "origins": 2,
        "engine": "extractive",
        "sentences": [
            _sentence("T1.1", "lead", "The harbour union said 40 crews stopped work on Monday.", "C1"),
            _sentence("T1.2", "single_source", "“Some 12 ships waited outside.”", "C4", "quoted"),
        ],
        "disagreements": [disagreement],
    }  # fmt: skip
    return {
        "format": "briefing/1", "title": "Brief", "as_of": "2024-06-14T07:00:00+00:00", "since": None,
        "language": "en",
        "engine": {"kind": "extractive", "model": None, "host": None, "prompts": {}, "fallbacks": 0},
        "sources": [_source("S1", S1, "O1"), _source("S2", S2, "O2")],
        "stories": [story], "also": [], "not_covered": [],
        "citations": {
            "C1": _citation("S1", S1, "The harbour union said 40 crews stopped work on Monday."),
            "C2": _citation("S1", S1, "The port stayed open."),
            "C3": _citation("S2", S2, "The port closed on Monday, the Port Authority said."),
            "C4": _citation("S2", S2, "Some 12 ships waited outside."),
        },
        "checks": {
            "statements": 4, "proposed": 4, "dropped": 0, "replaced_by_quotation": 0, "words": 15,
            "citation_coverage": 1.0, "quote_fidelity": 1.0, "numbers_grounded": 1.0, "names_grounded": None,
            "source_coverage": 0.8, "loaded_terms": 0, "duplicate_statements": 0,
        },
        "usage": {
            "calls": 0, "cached_calls": 0, "failed_calls": 0, "prompt_tokens": 0, "completion_tokens": 0,
            "cost_usd": 0.0, "seconds": 0.1,
        },
    }  # fmt: skip


def kinds(brief: Any, texts: dict[str, str] | None = None) -> set[str]:
    """The kinds of fault that a brief has."""
    return {f.kind for f in check(brief, texts or {}).faults}


def put(path: str, value: Any) -> Callable[[Any], None]:
    """What puts a value, or what a function makes of the one that is there, at a place in a brief."""
    *way, last = [int(p) if p.isdigit() else p for p in path.split("/")]

    def change(brief: Any) -> None:
        for step in way:
            brief = brief[step]
        brief[last] = value(brief[last]) if callable(value) else value

    return change
