"""Attribution: whether a statement gives words to those who said them in its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.grounding.carried import named
from briefing.grounding.lexicon import OPENERS
from briefing.grounding.names import keys, names, same, worded
from briefing.grounding.quotations import outside, quotations
from briefing.grounding.scope import alike, content
from briefing.grounding.speech import Speech, speeches
from briefing.words import STOPWORDS

_CLAUSE = re.compile(
    r";|—|(?:,\s+|\s+)(?:while|but|whereas|although|though)\s|,\s+and\s"
    r"|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!St)(?<!Mrs)(?<!Sen)(?<!Rep)(?<!Gov)(?<!Gen)[.?!][\"”’']*\s+(?=[A-Z“\"'‘])"
)
_CLAUSES = 60  # read of one text: no sentence has more, and pairs of clauses are compared
_ENOUGH = 0.5  # share of a clause's words that another must have to be about the same thing
_SAYING = frozenset({"tell", "told", "accord", "report"})  # stems that are no part of what is said
_QUOTED = re.compile(
    r"\b(?:quot(?:ed|es|ing)|made\s+by|(?:released|issued)\s+an?\s+(?:\w+\s+)?statement)\b", re.IGNORECASE
)
_ALSO = re.compile(r"\bas\s+(?:did|do|does|had|has|have)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*that\s", re.IGNORECASE)
"""A clause that is still of who spoke: "Ms Orr said that five were, but that none had"."""
_BEFORE = 120  # characters before a verb of speech among which its subject is looked for


@dataclass(frozen=True, slots=True)
class _Clause:
    speaker: str
    stems: frozenset[str]
    subject: frozenset[str]
    """Words around the verb on its speaker's side."""


def unnamed(speaker: str, evidence: Sequence[str]) -> bool:
    """Whether the evidence nowhere has the speaker's name; a mere noun phrase ("critics") may be ours."""
    words = worded(" ".join(evidence))
    shown = [n.text for e in evidence for n in names(e)]
    wanted = [n.text for n in names("x " + speaker) if n.text.lower() not in OPENERS | STOPWORDS]
    return not all(named(name, shown, words) for name in wanted)


def swapped(text: str, evidence: Sequence[str], attributed_to: str | None = None) -> str | None:
    """Who says in the evidence what the text gives to another; None where nothing is seen to differ.

    Beside a sentence with nearly the same words, its speaker must be in the text or the text's in it.
    Else clauses are compared by their words: the evidence's clause nearest to one of the text must not
    be spoken by somebody else, when both speakers are named. And nobody speaks who is silent in evidence that
    has somebody else speak of it.
    """
    for sentence in evidence:
        if alike(_nameless(text), _nameless(sentence)) and (speaker := _replaced(text, sentence)):
            return speaker
    shown = [clause for e in evidence for clause in _clauses(e)]
    for said in _clauses(text) or _whole(text, attributed_to):
        best = max(shown, key=lambda clause: _share(said, clause), default=None)
        if best is None or _share(said, best) < _ENOUGH or _speaks(said, best) or _joins(said, evidence):
            continue
        own = max((_share(said, clause) for clause in shown if _speaks(said, clause)), default=0.0)
        if own < _share(said, best) * 0.7:
            return best.speaker
    return _silenced(text, evidence)


def _nameless(text: str) -> frozenset[str]:
    return frozenset(content(text)) - {s for n in names(text) for s in content(n.text)}


def _replaced(text: str, near: str) -> str | None:
    """A named speaker of `near` that the text lacks, where the text has one that `near` lacks."""
    said, shown = worded(text), worded(near)
    new = [s for s in _speakers(text) if not worded(s) <= shown]
    own = _names(text)
    gone = [s for s in _speakers(near) if not worded(s) & said and not any(same(s, name) for name in own)]
    return gone[0] if new and gone else None


def _silenced(text: str, evidence: Sequence[str]) -> str | None:
    """A named speaker of the evidence whom the text lacks, where it has somebody speak who is silent there.

    Of 130 statements of readers whose speaker was exchanged 112 are seen with it, 105 without; of 410 as they
    were none.
    """
    told = [s.speaker for s in speeches(text) if s.speaker in _names(text)]
    voices = [(e, voice) for e in evidence for voice in _voices(e)] if told else []
    if all(any(_heard(name, voice) for _, voice in voices) for name in told):
        return None
    said, about = worded(outside(text)), _nameless(text) - _SAYING
    strangers = ((e, who) for e, (who, _) in voices if who in _names(e) and not keys(who) & said)
    return next((who for e, who in strangers if about & _nameless(e)), None)


def _names(text: str) -> list[str]:
    return [name.text for name in names(text)]


def _voices(sentence: str) -> Iterator[tuple[str | None, frozenset[str]]]:
    """Each who speaks in the sentence, with the words before the verb; anyone quoted, or who joins in."""
    plain = outside(sentence)
    for speech in speeches(sentence):
        if speech.named:
            inverted = plain.startswith(speech.speaker or "", speech.end + 1)
            end = speech.end + _BEFORE if inverted else speech.start  # "said Toll, an aide to Ms Orr"
            yield speech.speaker, worded(plain[max(0, speech.start - _BEFORE) : end])
    if _QUOTED.search(plain) or _ALSO.search(plain):
        yield None, worded(plain)


def _heard(name: str, voice: tuple[str | None, frozenset[str]]) -> bool:
    who, words = voice
    return keys(name) <= words or bool(who and (same(name, who) or keys(name) & keys(who)))


def _speakers(text: str) -> list[str]:
    return [s.speaker for s in speeches(text) if s.speaker and _proper(s.speaker)]


def _clauses(text: str) -> list[_Clause]:
    """The clauses with one speaker, who is told by name or noun phrase."""
    found: list[_Clause] = []
    for start, end in _cuts(text):
        if len(found) == _CLAUSES:
            break
        clause = text[start:end]
        if _GOES_ON.match(clause):
            continue
        spoken = [s for s in speeches(clause) if s.named]
        if spoken and (who := spoken[0].speaker) and len({s.speaker for s in spoken}) == 1:
            found.append(_Clause(who, _about(clause, who), _subject(clause, spoken[0])))
    return found


def _whole(text: str, speaker: str | None) -> list[_Clause]:
    if not speaker or speeches(text):
        return []
    return [_Clause(speaker, _about(text, speaker), worded(speaker))]


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    inside = [(q.start, q.end) for q in quotations(text)]
    at = 0
    for match in _CLAUSE.finditer(text):
        if not any(start <= match.start() < end for start, end in inside):
            yield at, match.start()
            at = match.end()
    yield at, len(text)


def _about(clause: str, speaker: str) -> frozenset[str]:
    return frozenset(content(clause)) - frozenset(content(speaker)) - _SAYING


def _subject(clause: str, speech: Speech) -> frozenset[str]:
    plain = outside(clause)
    before = plain[: speech.start]
    return worded(before if before.strip() else plain[speech.end :])


def _share(said: _Clause, shown: _Clause) -> float:
    return len(said.stems & shown.stems) / len(said.stems) if said.stems else 0.0


def _joins(said: _Clause, evidence: Sequence[str]) -> bool:
    """Whether the evidence has the speaker do as another did: "the mayor called for it, as did Ms Orr"."""
    return any(worded(said.speaker) <= worded(e[m.end() :]) for e in evidence for m in _ALSO.finditer(e))


def _speaks(said: _Clause, shown: _Clause) -> bool:
    """Whether two clauses can have one speaker; where one is no proper name, words cannot tell."""
    own = worded(said.speaker)
    if own & worded(shown.speaker) or own <= shown.subject or same(said.speaker, shown.speaker):
        return True
    return not (_proper(said.speaker) and _proper(shown.speaker))


def _proper(speaker: str) -> bool:
    return [n.text for n in names("x " + speaker)] == [speaker]
