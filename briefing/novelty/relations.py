"""How a line of today stands to a told one: it says the same, contradicts it, or is about something else."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Literal

from briefing.extractive import detect
from briefing.lines.corpus import Line
from briefing.novelty import recount, states
from briefing.novelty.repeated import says_again
from briefing.novelty.scene import THEN, Scene, as_question, said_concepts
from briefing.types import Cluster, Origin, Span

Relation = Literal["same", "other"]
"""Two lines about one thing that say the same of it, or another thing."""
_ABOUT = 0.5
"""The share of a told line's concepts, by weight, that a line about the same thing has at least. With .3 and
.4 nothing changes, with .6 and .7 two changes are missed."""


class Relations:
    """The relations between today's lines and told ones in one scene, each found when it is asked for.

    `fresh` are today's lines that may be new; `origins` maps a source's id to that of its origin.
    """

    def __init__(self, scene: Scene, fresh: tuple[Line, ...], origins: dict[str, str]) -> None:
        self.scene = scene
        self.origins = origins
        self.outlets = {reading.source.id: reading.source.name for reading in scene.today}
        self._fresh = fresh
        self._found: dict[tuple[Line, Line], Relation | None] = {}

    def relation(self, now: Line, then: Line) -> Relation | None:
        """What today's line is to the told one: None where the two are about different things."""
        if (now, then) not in self._found:
            self._found[now, then] = self._relation(now, then)
        return self._found[now, then]

    def about(self, now: Line, then: Line) -> str:
        """What the two differ in: a question, or "From 40 to 60"."""
        if recount.same(self.scene, now, then) is False:
            return recount.about(self.scene, now, then)
        found = self._detected.get((now.sentence.span, then.text))
        return found if found and not states.another(self.scene, now, then) else as_question(self.scene, then)

    def _relation(self, now: Line, then: Line) -> Relation | None:
        scene = self.scene
        if not now.stems & then.stems or any(scene.setting.lacks(line.plain) for line in (now, then)):
            return None
        counted = recount.same(scene, now, then)
        if counted is not None:
            return "same" if counted else "other"
        if (now.sentence.span, then.text) in self._detected or states.another(scene, now, then):
            return "other"
        alike = scene.carried(then, now) >= _ABOUT and len(said_concepts(then) & now.stems) > 1
        return "same" if alike or says_again(scene, now, then) else None

    @cached_property
    def _detected(self) -> dict[tuple[Span, str], str]:
        """What the detectors of disagreement find between then and now.

        The question, by the span of today's sentence and the words of the told one.
        """
        fresh = {line.sentence.span for line in self._fresh}
        readings = {r.source.id: r for r in self.scene.today}
        today = [
            replace(reading, sentences=tuple(s for s in reading.sentences if s.span in fresh))
            for reading in readings.values()
        ]
        now = tuple(reading for reading in today if reading.sentences)
        origins = (Origin(THEN, (THEN,)), Origin("now", tuple(r.source.id for r in now)))
        found = {}
        for disagreement in detect(Cluster("", (self.scene.past, *now), origins)) if now else ():
            if disagreement.kind == "number":  # what `recount` is for: tables would be full of them
                continue
            sides = {o: p for p in disagreement.positions for o in p.origins}
            if len(sides) == 2:
                told, said = sides[THEN].citations[0], sides["now"].citations[0]
                found[said.span, told.quote] = disagreement.question
        return found
