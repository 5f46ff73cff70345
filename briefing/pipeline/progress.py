"""How far a run has come."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: `done` of `total` items of a stage; `note` is what to say of the last one."""

    stage: str
    done: int
    total: int
    note: str = ""
