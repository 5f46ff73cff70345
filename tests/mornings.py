"""Moving stories, morning by morning: each brief beside those before it, and what its gold asks of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import pipeline, render
from briefing.sources import read
from briefing.types import Brief, Change, Story

Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Morning:
    """One morning of a story: its brief, as it is read again from the archive, and its gold."""

    brief: Brief
    gold: Gold

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that changed, wherever it is told."""
        return (*(change for story in self.brief.stories for change in story.changes), *self.brief.changes)

    def told(self, phrase: str) -> bool:
        """Whether the brief cites a sentence with the phrase, in a story or among what changed."""
        return any(phrase in quote for story in self.brief.stories for quote in quotes(story)) or any(
            phrase in c.quote for change in self.changes for p in change.now for c in p.citations
        )

    def again(self, phrase: str) -> bool:
        """Whether a story tells a sentence with the phrase as news."""
        return any(phrase in quote for story in self.brief.stories for quote in quotes(story))

    def finds(self, wanted: Mapping[str, str]) -> bool:
        """Whether a change is of the kind, from a sentence with the one phrase to one with the other."""
        return any(
            change.kind == wanted["kind"]
            and ("before" not in wanted or any(wanted["before"] in e.quote for e in change.before))
            and any(wanted["now"] in c.quote for p in change.now for c in p.citations)
            for change in self.changes
        )

    def takes_for_change(self, phrase: str) -> bool:
        """Whether a sentence with the phrase stands in what changed, at its head."""
        return any(phrase in change.now[0].text for change in self.changes)


def quotes(story: Story) -> Iterator[str]:
    """What the sentences of a story cite."""
    return (c.quote for statement in story.statements for c in statement.citations)


def mornings(case: Path) -> tuple[Morning, ...]:
    """The briefs of a case in a row, each made beside all before it, the newest first."""
    played: list[Morning] = []
    for gold in tomllib.loads((case / "mornings.toml").read_text())["morning"]:
        earlier = tuple(morning.brief for morning in reversed(played))
        played.append(Morning(archived(make(case, gold, earlier)), gold))
    return tuple(played)


def make(case: Path, gold: Gold, earlier: tuple[Brief, ...]) -> Brief:
    """The brief of one morning; raises NothingNew where there is nothing new in it."""
    items = read([str(case / gold["folder"])], stdin=None)
    return pipeline.make(items, pipeline.Options(), as_of=gold["as_of"], earlier=earlier)


def archived(brief: Brief) -> Brief:
    """The brief as its JSON and its texts give it again."""
    texts = {entry.document.id: entry.document.text for entry in brief.sources if entry.document}
    return render.read_brief(render.json(brief), texts)
