"""What `doctor` says: one line a thing, and what becomes of a trial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.render.escape import clean
from briefing.render.wording import count, date
from briefing.sources.shown import shown
from briefing.sources.trial import Trial
from briefing.types import LANGUAGE, Reason

Level = Literal["ok", "warn", "fault"]

_REMEDIES: Mapping[Reason, str] = {
    "blocked_address": "set allow_private_address = true, if it is meant to be inside your network",
    "time_out": "try again later",
    "too_large": "raise max_bytes",
    "empty": "look at what it holds",
    "incomplete": "name a source that has the whole text",
    "language": "name a source in English",
}
_MEND = "mend its path or its address, or take it out"
_NAMED = 3
"""Documents without a text that are named, of one source."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How one thing stands, and, where it should stand better, what to do."""

    level: Level
    what: str
    detail: str
    remedy: str = ""

    def __str__(self) -> str:
        remedy = f" → {self.remedy}" if self.remedy else ""
        return clean(f"{self.level}: {self.what}: {self.detail}{remedy}")


def of_trial(trial: Trial, number: int) -> Diagnosis:
    """How a source stands: a fault where it gives nothing to brief, a warning where a part of it does not."""
    group = f" [{trial.setting.group}]" if trial.setting.group else ""
    place = shown(trial.setting.url) if trial.setting.url else trial.setting.argument
    what = f"source {number} ({place}){group}"
    foreign = [source for source in trial.read if source.language not in (None, LANGUAGE)]
    lost: list[tuple[Reason, str]] = [
        (item.why, f"{item.source.name}: {item.detail}") for item in trial.unread
    ]
    lost += [
        ("language", f"{source.name}: written in another language ({source.language})") for source in foreign
    ]
    given = len(trial.read) - len(foreign) + len(trial.announced)
    told = "; ".join(detail for _, detail in lost[:_NAMED])
    more = f"; and {len(lost) - _NAMED:,} more" if len(lost) > _NAMED else ""
    remedy = _REMEDIES.get(lost[0][0], _MEND) if lost else ""
    if not given:
        return Diagnosis("fault", what, told + more, remedy)
    parts = [f"{', '.join(trial.kinds)}: {count(given, 'document')}"]
    if trial.announced:
        parts.append(f"{len(trial.announced):,} of them only announced, to be fetched by make")
        parts += _folders(trial)
    parts.append(f"newest {date(trial.newest)}" if trial.newest else "without dates")
    if not lost:
        return Diagnosis("ok", what, ", ".join(parts))
    return Diagnosis("warn", what, f"{', '.join(parts)}; {len(lost):,} without use: {told}{more}", remedy)


def _folders(trial: Trial) -> list[str]:
    """How many feeds each folder of a list has."""
    folders = Counter(source.group for source in trial.announced if source.group != trial.setting.group)
    return [f"in [{folder}] {number:,}" for folder, number in folders.items() if folder]
