"""Open questions: disagreements that earlier briefs told, and none has told as settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.novelty.told import Told, sides_in
from briefing.types import Brief, Earlier, Kind

Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Question:
    """A disagreement as it was told: what about, and the sides."""

    text: str
    kind: Kind
    sides: tuple[tuple[Told, ...], ...]

    @property
    def evidence(self) -> frozenset[Key]:
        """The sentences that it rests on: text and span. They are its identity from brief to brief."""
        return frozenset(_key(told.earlier) for side in self.sides for told in side)


def open_questions(newest_first: Sequence[Brief]) -> tuple[Question, ...]:
    """Each question that is open still, as it was told last."""
    settled: set[Key] = set()
    found: list[Question] = []
    for brief in newest_first:
        changes = [*brief.changes, *(change for story in brief.stories for change in story.changes)]
        settled |= {_key(e) for change in changes if change.kind == "settled" for e in change.before}
        for story in brief.stories:
            for disagreement in story.disagreements:
                sides = sides_in(brief, disagreement)
                question = Question(disagreement.question, disagreement.kind, sides)
                if all(sides) and not question.evidence & settled:
                    found.append(question)
    return tuple(found)


def _key(earlier: Earlier) -> Key:
    return earlier.sha256, earlier.start, earlier.end
