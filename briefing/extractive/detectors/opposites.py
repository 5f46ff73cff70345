"""Two answers to one question: what one origin affirms in words that deny what another tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.poles import Axis, axes
from briefing.extractive.detectors.slots import Slot, clashes
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause
from briefing.grounding.dates import MONTHS, WEEKDAYS
from briefing.types import Strength

_NEGATED = re.compile(
    r"\b(?:not|never|no|nor|neither|without|nobody|none)\b(?:\W+\w+){0,3}\W*$|n['’]t\b(?:\W+\w+){0,3}\W*$|"
    r"\byet to(?:\W+\w+){0,2}\W*$|\b(?:refus\w+|declin\w+|fail\w+|stopp?\w* short)(?:\W+\w+){0,3}\W*$|"
    r"\bno (?:plans?|intention) (?:to|of)(?:\W+\w+){0,2}\W*$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:untrue|false|den(?:y|ies|ied)|hoax|invented|not true|no truth|wrong|incorrect|fabricat\w+|rubbish|"
    r"dismiss\w+ (?:as )?(?:\w+ )?(?:reports?|rumou?rs?|talk|claims?))\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:(?:could|can|has|have|had|was|were)(?: not|n['’]t) (?:be |been |yet been |"
    r"yet be )?(?:independently )?(?:confirmed|verified)|"
    r"unconfirmed|unverified|no (?:confirmation|evidence|proof)|(?:not|n['’]t) confirm\w*|"
    r"declined to confirm|"
    r"doubts? (?:about|over|whether|that)|questioned whether)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:if|whether|would|could|may|might|should|unless|until|wants?|urg\w+|call(?:s|ed|ing)? (?:for|on)|"
    r"demand\w*|"
    r"accus\w+|alleg\w+|expected|hop(?:es?|ed|ing)|plan(?:s|ned)? to|threat\w+|promis\w+|vow\w*|ask(?:s|"
    r"ed)?|fear\w*|"
    r"likely|possibl[ey]|to (?:be )?)(?:\W+\w+){0,3}\W*$|\?",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:.]\s|,\s+(?:but|and|while|which|who|although|after)\s|\s(?:but|although|while)\s|\s[—–-]\s"
)
_REACH = 70
_ORDINARY = concepts(" ".join([*MONTHS, *WEEKDAYS, "say tell people person man woman year day"]))


@dataclass(frozen=True, slots=True)
class Answer:
    """Which pole a line takes, in what strength it does, and whose line it is."""

    yes: bool
    strength: Strength

    def excludes(self, other: Answer) -> bool:
        """Whether the two are opposite."""
        return self.yes is not other.yes

    def agrees(self, other: Answer) -> bool:
        """Whether the two are the same."""
        return self.yes is other.yes


def detect(field: Field) -> Iterator[Finding]:
    """For each axis the lines at its two poles that speak of one thing."""
    for axis in axes():
        slots = [slot for line in field.lines for slot in _answers(axis, line)]
        if len({slot.value.yes for slot in slots}) < 2:
            continue
        for clash in clashes(field, slots, Answer.excludes, Answer.agrees):
            a, b = clash.first.line, clash.second.line
            weight = clash.score + field.closeness(a) + field.closeness(b)
            told = a if clash.first.value.yes else b
            mild = "tension" in (clash.first.value.strength, clash.second.value.strength)
            question = f"Whether {clause(field, told.text)}"
            finding = Finding.of(
                question, axis.kind, "tension" if mild else axis.strength, clash.sides, weight
            )
            if finding:
                yield finding


def _answers(axis: Axis, line: Line) -> Iterator[Slot[Answer]]:
    """The pole that the line takes, if it takes one only and takes it as fact."""
    text = line.plain
    poles: set[tuple[bool, Strength]] = set()
    spans: list[tuple[int, int]] = []
    for phrases, pole in ((axis.no, False), (axis.yes, True)):
        if not phrases.may_stand_in(line.openings):
            continue
        for match in phrases.pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in spans):
                continue
            before = text[max(0, match.start() - _REACH) : match.start()]
            before = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
            negated = axis.kind != "scope" and _NEGATED.search(before) is not None
            if negated and (not pole or axis.kind == "characterisation"):
                continue
            if not negated and _OPEN.search(before):
                continue
            strength: Strength = "contradiction"
            if pole and _DOUBTED.search(text):
                negated, strength = True, "tension"
            elif pole and _DENIED.search(text):
                negated = True
            poles.add((pole and not negated, strength))
            spans.append(match.span())
    if len({yes for yes, _ in poles}) != 1:
        return
    yes, strength = max(poles)  # of two strengths the milder, "tension"
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    yield Slot(line, axis.name, Answer(yes, strength), concepts("".join(kept)) - _ORDINARY)
