"""Where it happened: one event that two origins put in places of which neither knows the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing import vectors
from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.contest import Told, clause, contests
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.pairing import pairing
from briefing.extractive.detectors.thesaurus import concepts, sequence
from briefing.extractive.detectors.wording import clause as opening
from briefing.grounding.dates import MONTHS, WEEKDAYS

_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|aboard|behind|beside|off|on|from)\s+"
    r"(?P<phrase>(?:(?:the|an?|his|her|their|its|one|two)\s+)?(?:[\w'’-]+\s*){1,5})"
)
_STOP = re.compile(
    r"\s(?:in|at|on|of|by|for|with|from|to|and|or|that|which|where|when|after|before|as|is|was|were|had|has)\b.*$"
)
_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+")
_ORDINARY = concepts(" ".join([*MONTHS, *WEEKDAYS, "say tell police"]))
_TYPICAL = "house building street hospital school station hotel park warehouse church airport office".split()
_PLACELIKE, _APART = 0.3, 0.4
_NEXT = 2
_LIKE = 0.3


@dataclass(frozen=True, slots=True)
class Place:
    """The kind of place that one origin tells."""

    origin: str
    kind: frozenset[str]


def detect(field: Field) -> Iterator[Finding]:
    """Events put in places of two kinds, whose words the other origin does not have at all."""
    near = pairing(field)

    def exclude(a: Place, b: Place) -> bool:
        apart = near.nearest(a.kind, b.kind) < _APART
        return apart and field.unknown(a.kind, b.origin) and field.unknown(b.kind, a.origin)

    told = [place for line in field.lines for place in _places(line)]
    for contest in contests(field, told, exclude, _LIKE):
        a, b = contest.first.line, contest.second.line
        weight = contest.likeness + field.closeness(a) + field.closeness(b)
        finding = Finding.of(
            f"Where {opening(field, a.text)}", "place", "contradiction", contest.sides, weight
        )
        if finding:
            yield finding


def _places(line: Line) -> Iterator[Told[Place]]:
    text = line.plain
    for match in _PLACE.finditer(text):
        phrase = _STOP.sub("", match["phrase"])
        kinds = [w for w in phrase.split() if w.islower() and placelike(w)]
        if not kinds:
            continue
        before, after = clause(text, match.start(), match.start("phrase") + len(phrase))
        words = [w for w in sequence(_NAME.sub(" ", before)) if w not in _ORDINARY][-_NEXT:]
        words = words or [w for w in sequence(_NAME.sub(" ", after)) if w not in _ORDINARY][:_NEXT]
        place = Place(line.origin, concepts(kinds[-1]))
        if words:
            yield Told(line, "place", place, frozenset(words), concepts(f"{before} {after}") - _ORDINARY)


@lru_cache(maxsize=1 << 12)
def placelike(word: str) -> bool:
    """Whether a noun means a place: near what buildings and streets have in common."""
    found = vectors.vector(word)
    return found is not None and float(vectors.means([_TYPICAL])[0] @ found) >= _PLACELIKE
