"""Claims that changed: what was told, and what is said in its place today."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from briefing.lines.corpus import Line
from briefing.novelty.relations import Relations
from briefing.novelty.scene import Scene
from briefing.novelty.shown import Shown


def changed(
    compared: Relations, fresh: Collection[Line], spoken: Collection[Line], since: datetime
) -> tuple[Shown, ...]:
    """A change for each told line that fresh lines contradict; `since` is the day of the last brief.

    Lines in `spoken` are left out: another change shows them. Of several lines told one after another
    (four dead, then seven) the last is shown; of several fresh ones the latest, with those that agree.
    """
    scene = compared.scene
    found: list[Shown] = []
    told = set(spoken)
    said = set(spoken)
    for now in sorted(fresh, key=scene.at, reverse=True):
        others = [] if now in said else [t for t in outdated(compared, now) if t not in told]
        while others:
            then = _latest(compared, max(others, key=lambda t: _nearest(compared, now, t)))
            beside = [
                x for x in fresh if x is not now and x not in said and _goes_with(compared, x, now, then)
            ]
            found.append(
                Shown.of(compared, "changed", compared.about(now, then), since, [then], [now, *beside])
            )
            said.update(beside)
            gone = [
                t for t in others if t is then or compared.relation(t, then) or compared.relation(then, t)
            ]
            told.update(gone)
            others = [t for t in others if t not in gone]
    return tuple(found)


def _latest(compared: Relations, then: Line) -> Line:
    """The last of the told lines that took this one's place in turn; the line itself where none did."""
    told = compared.scene.told
    after = [
        t
        for t in told
        if told[t].earlier.told > told[then].earlier.told and compared.relation(t, then) == "other"
    ]
    return max(after, key=lambda t: _last(compared.scene, t), default=then)


def _nearest(compared: Relations, now: Line, then: Line) -> tuple[datetime, bool, float]:
    """How fit a told line is to stand beside today's: told late, by the same outlet, in like words."""
    earlier = compared.scene.told[then].earlier
    return earlier.told, earlier.name == compared.outlets[now.source], compared.scene.carried(then, now)


def outdated(compared: Relations, now: Line) -> list[Line]:
    """The told lines that this later one contradicts, unless an earlier brief has corrected them already."""
    scene = compared.scene
    others = [t for t in scene.told if compared.relation(now, t) == "other" and scene.later(now, t)]
    same = [t for t in scene.told if others and compared.relation(now, t) == "same"]
    return [
        t
        for t in others
        if not any(_last(scene, u) >= _last(scene, t) and compared.relation(u, t) == "other" for u in same)
    ]


def _last(scene: Scene, then: Line) -> tuple[datetime, datetime]:
    """When a brief told it, and when its source said it."""
    return scene.told[then].earlier.told, scene.at(then)


def superseded(compared: Relations, now: Line) -> bool:
    """Whether the line is old news that came late: a told line, said after it, contradicts it."""
    scene = compared.scene
    return any(not scene.later(now, t) and compared.relation(now, t) == "other" for t in scene.told)


def _goes_with(compared: Relations, line: Line, now: Line, then: Line) -> bool:
    """Whether another line of today contradicts the told one, too, and agrees with today's."""
    return compared.relation(line, then) == "other" and compared.relation(line, now) == "same"
