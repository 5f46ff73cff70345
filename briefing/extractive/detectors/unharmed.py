"""How many came to harm: nobody in one origin's words, so many people in another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.amount import ANYONE
from briefing.extractive.detectors.amounts import is_dated
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.whole import is_whole
from briefing.grounding import quantities
from briefing.lines.clause import clause
from briefing.lines.corpus import Corpus, Line
from briefing.lines.measures import TOLLS
from briefing.lines.thesaurus import concepts
from briefing.types import Strength

_KINDS = {
    "were injured": r"injured|hurt|wounded|harmed",
    "were killed": r"killed|dead|died|die|drowned",
    "are missing": r"missing|unaccounted for",
}
_NOUNS = {"were injured": r"injuries|casualties", "were killed": r"deaths|fatalities|casualties"}
_NOBODY = (
    r"\b(?:nobody|no[ -]one|none of (?:the|them|those|these|its|his|her|their|whom)|no (?:passengers?|people|"
    r"persons?|workers?|residents?|crew|civilians?|children|staff|employees|soldiers|officers?|villagers?))"
    r"(?: (?!was|were|is|are|has|have|had|been|got)[\w’'-]+(?<!ly)){0,5}?"
    r"(?: (?:was|were|is|are|has|have|had|been|got|reported|reportedly|believed|said|to|be)){0,5}"
)
_HARM = {
    kind: (
        re.compile(
            rf"{_NOBODY} (?:{words})\b"
            + (rf"|\bno (?:reports of (?:any )?)?(?:{_NOUNS[kind]})\b" if kind in _NOUNS else ""),
            re.IGNORECASE,
        ),
        re.compile(
            rf"\s(?:[\w’'-]+\s){{0,3}}?(?:(?:was|were|are|have been|had been|being)\s)?(?:\w+ly\s)?"
            rf"(?:{words})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{words})\s$", re.IGNORECASE),
    )
    for kind, words in _KINDS.items()
}
"""Of each kind of harm: nobody, what stands after a count of people, what stands before one.

In 10,000 news texts 5 sentences say nobody, all rightly found; of 30 counts read 28 are of people harmed. In
328 events nothing is flagged.
"""
_OPEN = re.compile(
    r"\b(?:if|whether|unless|hop\w+|pray\w+|would|could|should|may|might|ensur\w+|so that|immediate\w*|"
    r"initial\w*|so far|yet|early|seriously|unclear)\b",
    re.IGNORECASE,
)
"""In a clause that says it of what is wished for or not known, or only so far."""
_HARMS = TOLLS | ANYONE
_ANIMALS = concepts("horse cow sheep pig dog cat animal bird cattle chicken hen fish goat whale seal bee")
_NEXT = 30
"""Characters after a count in which its noun stands: 24 and 40 change nothing."""


@dataclass(frozen=True, slots=True)
class _Toll:
    """A line that says how many came to harm; `none`: that nobody did."""

    line: Line
    none: bool


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Find "nobody was injured" beside "four passengers were injured"; who has both is left out."""
    for kind in _KINDS:
        told = [toll for line in corpus.lines if (toll := _toll(line, kind))]
        nobody = [toll.line for toll in told if toll.none]
        some = [toll.line for toll in told if not toll.none]
        if not nobody or not some or not corpus.core & _scene(corpus, nobody) & _scene(corpus, some):
            continue
        nobody, some = (sorted(side, key=lambda x: (-corpus.closeness(x), x.text)) for side in (nobody, some))
        strength: Strength = "tension" if "report" in nobody[0].plain.lower() else "contradiction"
        weight = corpus.closeness(nobody[0]) + corpus.closeness(some[0])
        yield from Finding.between(f"How many {kind}", "number", strength, (nobody, some), weight)


def _scene(corpus: Corpus, lines: list[Line]) -> frozenset[str]:
    """What the lines and those before them speak of."""
    return (
        frozenset(stem for line in lines for x in (line, *corpus.before(line, 1)) for stem in x.stems)
        - _HARMS
    )


def _toll(line: Line, kind: str) -> _Toll | None:
    """What the line says of this harm, of the event itself."""
    nobody, behind, ahead = _HARM[kind]
    if is_dated(line):
        return None
    if found := nobody.search(line.plain):
        before, after = clause(line.plain, found.start(), found.end())
        return None if _OPEN.search(f"{before} {found[0]} {after}") else _Toll(line, True)
    if not (behind.search(line.plain) or ahead.search(line.plain)):
        return None
    for quantity in quantities(line.plain):
        before, after = clause(line.plain, quantity.start, quantity.end)
        if quantity.kind != "number" or quantity.value < 1 or concepts(after[:_NEXT]) & _ANIMALS:
            continue
        harmed = behind.match(after) or ahead.search(before)
        if harmed and is_whole(quantity, before, after) and not _OPEN.search(before):
            return _Toll(line, False)
    return None
