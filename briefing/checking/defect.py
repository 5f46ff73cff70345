"""A defect found in a finished brief."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect: `where` is an id of the brief ("T1.2", "C7", "S1") or "brief"; `kind` is for scripts."""

    where: str
    kind: str
    detail: str
