"""Clauses: the parts of a text, each with the one who speaks in it and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.grounding.names import called
from briefing.grounding.namesakes import same, worded
from briefing.grounding.quotations import outside, quotations
from briefing.grounding.scope import content
from briefing.grounding.speech import Speech, speeches

_END = re.compile(
    r";|—|(?:,\s+|\s+)(?:while|but|whereas|although|though)\s|,\s+and\s"
    r"|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!St)(?<!Mrs)(?<!Sen)(?<!Rep)(?<!Gov)(?<!Gen)[.?!][\"”’']*\s+(?=[A-Z“\"'‘])"
)
_GOES_ON = re.compile(r"\s*that\s", re.IGNORECASE)
"""What is still of who spoke: "Ms Orr said that five were, but that none had"."""
SAYING = frozenset({"tell", "told", "accord", "report"})
"""Stems of verbs of saying, no part of what is said; those of "say" are stop words."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in which one speaks who is told by name or noun phrase."""

    speaker: str
    stems: frozenset[str]
    """Of its content words, the speaker's own and those of telling left out."""
    subject: frozenset[str]
    """The words, folded, on the speaker's side of the verb."""
    quoted: tuple[str, ...]
    """What stands in its quotation marks."""

    def shared(self, other: Clause) -> float:
        """The share of this clause's stems that the other has."""
        return len(self.stems & other.stems) / len(self.stems) if self.stems else 0.0

    def of_one(self, other: Clause) -> bool:
        """Whether both can have one speaker; where one is no proper name, words cannot tell."""
        own = worded(self.speaker)
        if own & worded(other.speaker) or own <= other.subject or same(self.speaker, other.speaker):
            return True
        return not (proper(self.speaker) and proper(other.speaker))


def clauses(text: str) -> Iterator[Clause]:
    """The clauses with exactly one speaker, in order."""
    for start, end in _cuts(text):
        clause = text[start:end]
        if _GOES_ON.match(clause):
            continue
        spoken = [s for s in speeches(clause) if s.named]
        if spoken and (who := spoken[0].speaker) and len({s.speaker for s in spoken}) == 1:
            quoted = tuple(q.text for q in quotations(clause))
            yield Clause(who, _about(clause, who), _subject(clause, spoken[0]), quoted)


def whole(text: str, speaker: str) -> Clause:
    """The text as one clause, of a speaker who is told beside it."""
    return Clause(speaker, _about(text, speaker), worded(speaker), tuple(q.text for q in quotations(text)))


def proper(speaker: str) -> bool:
    """Whether a speaker is a proper name, no noun phrase."""
    return called(speaker) == (speaker,)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    inside = [(q.start, q.end) for q in quotations(text)]
    at = 0
    for match in _END.finditer(text):
        if not any(start <= match.start() < end for start, end in inside):
            yield at, match.start()
            at = match.end()
    yield at, len(text)


def _about(clause: str, speaker: str) -> frozenset[str]:
    return frozenset(content(clause)) - frozenset(content(speaker)) - SAYING


def _subject(clause: str, speech: Speech) -> frozenset[str]:
    plain = outside(clause)
    before = plain[: speech.start]
    return worded(before if before.strip() else plain[speech.end :])
