"""Claims that are taken back: by a notice of the outlet that made them, or by a text that lacks them now."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from briefing.extractive.lines.alignment import Line
from briefing.novelty.comparison import Comparison
from briefing.novelty.rewritten import Rewritten
from briefing.novelty.scene import whether
from briefing.novelty.shown import Shown

_NOTICE = re.compile(
    r"^(?:correction|clarification|editor['’]s note|retraction)\b|"
    r"\b(?:an?|the) (?:earlier|previous|original) version of th(?:is|e) (?:article|story|report|page|item)\b|"
    r"\b(?:we|the \w+) (?:withdraws?|withdrew|retracts?|retracted|apologi[sz]es?|regrets?|"
    r"(?:was|were) wrong to (?:report|say|state))\b|\b(?:has|have) (?:withdrawn|retracted|taken down) "
    r"(?:the|its|our|this|a) (?:report|story|article|claim)|\b(?:wrongly|incorrectly|mistakenly|erroneously) "
    r"(?:said|stated|reported|gave|named|identified|described|claimed)\b|\bin error\b",
    re.IGNORECASE,
)
"""Words in which an outlet takes back what it said itself."""
_NAMED = 0.5
"""The share of a told line that a notice, or the new sentence before it, has at least to take it back."""


def notices(lines: Iterable[Line]) -> list[Line]:
    """The lines in which an outlet speaks of its own mistake."""
    return [line for line in lines if _NOTICE.search(line.plain)]


def withdrawn(
    compared: Comparison, fresh: Collection[Line], rewritten: Iterable[Rewritten], since: datetime
) -> tuple[Shown, ...]:
    """The told claims that an outlet takes back in a notice, and those that its edited text has lost.

    Not withdrawn is a sentence that stands there in other words or with another value, and whatever stood
    in a text that was replaced as a whole.
    """
    scene = compared.scene
    found: list[Shown] = []
    taken: set[Line] = set()
    for notice in notices(fresh):
        before = [line for line in scene.field.before(notice, 1) if line in fresh]
        for then, told in scene.told.items():
            own = told.earlier.name == compared.outlets[notice.source] and then not in taken
            named = [x for x in (notice, *before) if own and scene.carried(then, x) >= _NAMED]
            if named:
                taken.add(then)
                found.append(_shown(compared, then, notice, since, named))
    for text in (text for text in rewritten if text.edited):
        lines = [line for line in scene.now if line.source == text.now.source.id]
        for then, told in scene.told.items():
            gone = told.earlier.sha256 == text.then.id and text.lacks(told.earlier.quote)
            if gone and lines and then not in taken and not any(compared.relation(x, then) for x in lines):
                taken.add(then)
                found.append(_shown(compared, then, _nearest(compared, then, lines), since))
    return tuple(found)


def _shown(
    compared: Comparison, then: Line, now: Line, since: datetime, named: Collection[Line] = ()
) -> Shown:
    shown = Shown.of(compared, "withdrawn", whether(compared.scene, then), since, [then], [now])
    return replace(shown, lines=(*shown.lines, *named))


def _nearest(compared: Comparison, then: Line, lines: Collection[Line]) -> Line:
    return max(lines, key=lambda line: compared.scene.carried(then, line))
