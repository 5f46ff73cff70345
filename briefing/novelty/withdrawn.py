"""Claims that are taken back: by a notice of the outlet that made them, or by a text that lacks them now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from briefing.lines.corpus import Line
from briefing.lines.notices import may_be_notice
from briefing.novelty.relations import Relations
from briefing.novelty.rewritten import Rewritten
from briefing.novelty.scene import as_question
from briefing.novelty.shown import Shown

_NAMED = 0.5
"""The share of a told line that a notice, or the new sentence before it, has at least to take it back. With
.4 nothing changes, with .3 two changes are added, and with .6 two are missed."""


def withdrawn(
    compared: Relations, fresh: Collection[Line], rewritten: Iterable[Rewritten], since: datetime
) -> tuple[Shown, ...]:
    """The told claims that an outlet takes back in a notice, and those that its edited text has lost.

    Not withdrawn is a sentence that stands there in other words or with another value, and whatever stood
    in a text that was replaced as a whole.
    """
    noticed = _noticed(compared, fresh)
    lost = _lost(compared, rewritten, noticed)
    return (
        *(_shown(compared, then, notice, since, named) for then, (notice, named) in noticed.items()),
        *(_shown(compared, then, now, since) for then, now in lost.items()),
    )


def _noticed(compared: Relations, fresh: Collection[Line]) -> dict[Line, tuple[Line, list[Line]]]:
    """The told lines that their outlet takes back, with its notice and the lines that name each of them."""
    scene = compared.scene
    found: dict[Line, tuple[Line, list[Line]]] = {}
    for notice in (line for line in fresh if may_be_notice(line.plain)):
        before = [line for line in scene.corpus.before(notice, 1) if line in fresh]
        for then, told in scene.told.items():
            if then in found or told.earlier.name != compared.outlets[notice.source]:
                continue
            if named := [line for line in (notice, *before) if scene.carried(then, line) >= _NAMED]:
                found[then] = notice, named
    return found


def _lost(compared: Relations, rewritten: Iterable[Rewritten], noticed: Collection[Line]) -> dict[Line, Line]:
    """The told lines that an edited text has lost, each with the nearest line that it has today."""
    scene = compared.scene
    found: dict[Line, Line] = {}
    for text in (text for text in rewritten if text.edited):
        lines = [line for line in scene.now if line.source == text.now.source.id]
        for then, told in scene.told.items():
            gone = told.earlier.sha256 == text.then.id and text.lacks(told.earlier.quote)
            if not (gone and lines) or then in noticed or then in found:
                continue
            if not any(compared.relation(line, then) for line in lines):
                found[then] = max(lines, key=lambda line: scene.carried(then, line))
    return found


def _shown(
    compared: Relations, then: Line, now: Line, since: datetime, named: Collection[Line] = ()
) -> Shown:
    shown = Shown.of(compared, "withdrawn", as_question(compared.scene, then), since, [then], [now])
    return replace(shown, lines=(*shown.lines, *named))
