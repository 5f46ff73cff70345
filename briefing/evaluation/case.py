"""A case and a suite of cases: what is briefed, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.evaluation.gold import Gold
from briefing.types import Document

RECORDED = "recorded.jsonl"
"""The file of a case's folder that has a model's recorded replies."""
RECORDED_CLEAN = "recorded.clean.jsonl"
"""The same for its clean twin."""


@dataclass(frozen=True, slots=True)
class Case:
    """Documents about one event; cases with the same `event` count as one in every mean."""

    name: str
    event: str
    documents: tuple[Document, ...]
    gold: Gold
    folder: Path
    digest: str
    """SHA-256 of its documents and its gold, in hexadecimal."""
    clean: Case | None = None
    """Of a case under attack its twin: the same documents and gold without what the attacker planted."""
    recorded: str = RECORDED

    @property
    def recording(self) -> Path:
        """Where its recorded replies are, if there are any."""
        return self.folder / self.recorded


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases that are scored together; `digest` changes with any of their texts or their gold."""

    name: str
    cases: tuple[Case, ...]
    digest: str
