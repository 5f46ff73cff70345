"""Who did it, who it is: one act or one role with parties of which neither origin knows the other's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from briefing.extractive.detectors.acts import ACTS, PARTIES
from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.parties import words_of
from briefing.extractive.detectors.phrases import Phrases
from briefing.extractive.detectors.slots import Slot, clashes
from briefing.extractive.detectors.thesaurus import concepts, sequence
from briefing.extractive.detectors.wording import clause
from briefing.grounding import quotations, speeches
from briefing.grounding.dates import MONTHS, WEEKDAYS
from briefing.types import Kind
from briefing.words import words

_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?:\s(?:(?:of|de|the|van|von|and)\s)?[A-ZÀ-Þ][\w'’-]+){0,3}"
_WHO = rf"(?P<who>{_NAME}|(?:{'|'.join(PARTIES)})\b)"
_SUBJECT = re.compile(rf"(?<![\w'’-]){_WHO}(?:,[^,]{{1,60}},)?\s(?:(?:had|has|have|also|then|already)\s)?$")
_OBJECT = re.compile(rf"\s(?:(?:[Tt]he|an?|his|her|their)\s)?(?:[\w'’-]+\s){{0,2}}?{_WHO}")
_REACH = 100
_STRICT = frozenset(["broke off", "began it"])
"""Acts of one party against another: both are known to both origins, but only one did it."""
_FOUND = re.compile(
    r"\b(?:(?:found|detected|discovered|identified|confirmed|contained|diagnosed|(?:traces|levels|remains|"
    r"signs) of|"
    r"positive for|contaminated with|infected with|outbreak of|"
    r"laced with)\s+(?:\w+ of )?(?P<after>[\w.]*[a-z]{3,}(?: \w+)?)|"
    r"(?P<before>(?:[A-Z]\. )?[\w-]{3,})\s(?:was|were|has been|had been) (?:found|detected|identified|"
    r"confirmed|isolated))"
    r"(?=[^.;]{0,60}\b(?:patients?|tests?|tested|samples?|laborator\w+|blood|water|food|every case|lab)\b)",
)
_MARK = re.compile(r"[\"“”‘’']")
_PROPER = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}")
_QUOTE_WORDS = 5
_ORDINARY = concepts(" ".join([*MONTHS, *WEEKDAYS, "say tell"]))
_NOBODY = frozenset(
    word.capitalize() for word in (*MONTHS, *WEEKDAYS, *"he she it they the a an but and in on at".split())
)


@dataclass(frozen=True, slots=True)
class Party:
    """Who, as one origin tells it; `proper` where it is a name; `beside`: the words of its line."""

    origin: str
    words: frozenset[str]
    proper: bool
    beside: frozenset[str] = frozenset()


def detect(field: Field) -> Iterator[Finding]:
    """Acts and roles with two parties, findings of two substances, one quotation of two speakers."""
    for name, kind, _, _ in ACTS:

        def exclude(a: Party, b: Party, strict: bool = name in _STRICT) -> bool:
            if a.words & b.words or a.proper is not b.proper:
                return False
            return strict or (field.unknown(a.words, b.origin) and field.unknown(b.words, a.origin))

        slots = [slot for line in field.lines for slot in _parties(name, line)]
        yield from _findings(field, slots, exclude, kind)
    substances = [slot for line in field.lines for slot in _substances(line)]
    yield from _findings(field, substances, lambda a, b: _strangers(field, a, b), "identity")
    spoken = [slot for line in field.lines for slot in _quoted(line)]
    yield from _findings(field, spoken, _other_speaker, "attribution")


def _findings(
    field: Field, slots: list[Slot[Party]], exclude: Callable[[Party, Party], bool], kind: Kind
) -> Iterator[Finding]:
    for clash in clashes(field, slots, exclude, lambda a, b: bool(a.words & b.words)):
        a, b = clash.first.line, clash.second.line
        weight = clash.score + field.closeness(a) + field.closeness(b)
        finding = Finding.of(f"Whether {clause(field, a.text)}", kind, "contradiction", clash.sides, weight)
        if finding:
            yield finding


def _other_speaker(a: Party, b: Party) -> bool:
    return bool(a.words and b.words) and not a.words & b.beside and not b.words & a.beside


def _strangers(field: Field, a: Party, b: Party) -> bool:
    return field.unknown(a.words, b.origin) and field.unknown(b.words, a.origin)


@cache
def _phrases(name: str) -> tuple[Phrases, Phrases]:
    _, _, active, passive = next(act for act in ACTS if act[0] == name)
    return Phrases(active), Phrases(passive)


def _parties(name: str, line: Line) -> Iterator[Slot[Party]]:
    text = line.plain
    active, passive = _phrases(name)
    found: list[re.Match[str] | None] = []
    if active.may_stand_in(line.openings):
        before = (text[max(0, m.start() - _REACH) : m.start()] for m in active.pattern.finditer(text))
        found += [_SUBJECT.search(part) for part in before]
    if passive.may_stand_in(line.openings):
        behind = (text[m.end() : m.end() + _REACH] for m in passive.pattern.finditer(text))
        found += [_OBJECT.match(part) for part in behind]
    for beside in found:
        if beside is None or beside["who"] in _NOBODY:
            continue
        who = beside["who"]
        told = frozenset(sequence(who)) - _ORDINARY
        if told:
            party = Party(line.origin, told, who[:1].isupper())
            yield Slot(line, name, party, line.stems - _ORDINARY - told)


def _substances(line: Line) -> Iterator[Slot[Party]]:
    for match in _FOUND.finditer(line.plain):
        told = frozenset(sequence(match["after"] or match["before"])) - _ORDINARY
        if told:
            yield Slot(line, "substance", Party(line.origin, told, True), line.stems - told - _ORDINARY)


def _quoted(line: Line) -> Iterator[Slot[Party]]:
    """Quotations of a line with one named speaker, by their first words."""
    if _MARK.search(line.text) is None:
        return
    named = {
        s.speaker
        for s in speeches(line.text)
        if s.verb != "according" and s.speaker and _PROPER.fullmatch(s.speaker)
    }
    if len(named) == 1:
        for quotation in quotations(line.text):
            spoken = words(line.text[quotation.start : quotation.end])
            if len(spoken) >= _QUOTE_WORDS:
                frame = " ".join(spoken[:_QUOTE_WORDS])
                speaker = frozenset(words_of(*named))
                yield Slot(
                    line, frame, Party(line.origin, speaker, True, frozenset(words_of(line.text))), line.stems
                )
