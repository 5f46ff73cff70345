"""A fault found in a finished brief."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: `where` is an id of the brief ("T1.2", "C7", "S1") or "brief"; `kind` a word for scripts."""

    where: str
    kind: str
    detail: str
