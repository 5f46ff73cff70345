"""Voices: who speaks in the evidence, and who else may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.grounding.names import names
from briefing.grounding.namesakes import keys, same, worded
from briefing.grounding.quotations import outside
from briefing.grounding.speech import Speech, speeches

_QUOTED = re.compile(
    r"\b(?:quot(?:ed|es|ing)|made\s+by|(?:released|issued)\s+an?\s+(?:\w+\s+)?statement)\b", re.IGNORECASE
)
_ALSO = re.compile(r"\bas\s+(?:did|do|does|had|has|have)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks in a sentence of the evidence."""

    sentence: str
    speaker: str | None
    """As the sentence tells, by name or noun phrase; None for a pronoun, and for one of those `beside`."""
    name: str | None
    """Of who speaks, if known: a pronoun is taken for the one of a name who spoke last."""
    beside: frozenset[str] = frozenset()
    """Folded words of the sentence among which stands who may speak, too: "Ono and Reyes said"."""
    passes_on: bool = False
    """Whether it reports what others said, as an outlet does."""

    def may_be(self, name: str) -> bool:
        """Whether the one of this name may be who speaks."""
        own = keys(name)
        known = [who for who in (self.speaker, self.name) if who]
        return own <= self.beside or any(same(name, who) or own & keys(who) for who in known)


def voices(evidence: Sequence[str]) -> Iterator[Voice]:
    """Each who speaks, in order."""
    last = None
    for sentence in evidence:
        plain = outside(sentence)
        own = {name.text for name in names(sentence)}
        for speech in speeches(sentence):
            who = speech.speaker
            if speech.named:
                name, passes_on = (who if who in own else None), speech.verb == "report"
                last = name if name and not passes_on else last
                yield Voice(sentence, who, name, _beside(plain, speech), passes_on)
            elif who and last:
                yield Voice(sentence, None, last)
        if _QUOTED.search(plain) or _ALSO.search(plain):
            yield Voice(sentence, None, None, worded(plain))


def joins(speaker: str, evidence: Sequence[str]) -> bool:
    """Whether the evidence has the speaker do as another did: "the mayor called for it, as did Ms Orr"."""
    return any(worded(speaker) <= worded(e[m.end() :]) for e in evidence for m in _ALSO.finditer(e))


def _beside(plain: str, speech: Speech) -> frozenset[str]:
    """What stands before the verb; behind it, too, where the speaker does: "said Toll, an aide to Ms Orr"."""
    before = plain[: speech.start]
    return worded(before if (speech.speaker or "") in before else plain)
