"""The past: what earlier briefs read and told, story by story."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Self

from briefing.novelty.questions import Question, open_questions
from briefing.novelty.told import Told, told_in
from briefing.types import Brief, Document, Reading


@dataclass(frozen=True, slots=True)
class Episode:
    """A story as one earlier brief told it, and the documents that it was made of."""

    told: tuple[Told, ...]
    documents: tuple[Document, ...]

    def rests_on(self, texts: Set[str]) -> bool:
        """Whether one of its documents is among these, by their SHA-256."""
        return any(document.id in texts for document in self.documents)

    @property
    def texts(self) -> tuple[str, ...]:
        """The documents' titles and texts."""
        return tuple(f"{d.source.title or ''}\n{d.text}" for d in self.documents)


@dataclass(frozen=True)
class Past:
    """Earlier briefs; `since` is the day of the newest, `documents` are the texts that made them."""

    since: datetime
    episodes: tuple[Episode, ...]
    questions: tuple[Question, ...]
    documents: tuple[Document, ...]

    @classmethod
    def of(cls, earlier: Sequence[Brief]) -> Self:
        """The past of at least one brief, the newest first."""
        newest_first = sorted(earlier, key=lambda brief: brief.as_of, reverse=True)
        documents: dict[tuple[str, str], Document] = {}
        for brief in newest_first:
            for entry in brief.sources:
                if entry.document and entry.status in ("used", "copy"):
                    documents.setdefault((entry.document.id, entry.source.name), entry.document)
        return cls(
            newest_first[0].as_of,
            tuple(_episode(brief, n) for brief in newest_first for n in range(len(brief.stories))),
            open_questions(newest_first),
            tuple(documents.values()),
        )

    @cached_property
    def read(self) -> frozenset[str]:
        """The SHA-256 of every text that an earlier brief was made of."""
        return frozenset(document.id for document in self.documents)

    def cites(self, document: Document) -> bool:
        """Whether an earlier brief told anything of this text."""
        return any(t.earlier.sha256 == document.id for episode in self.episodes for t in episode.told)

    def knows(self, readings: Sequence[Reading]) -> bool:
        """Whether an earlier brief was made of all of these texts."""
        return all(reading.document.id in self.read for reading in readings)


def _episode(brief: Brief, number: int) -> Episode:
    story = brief.stories[number]
    documents = (entry.document for entry in brief.sources if entry.source.id in story.sources)
    return Episode(told_in(brief, story), tuple(d for d in documents if d))
