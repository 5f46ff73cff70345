"""Attribution: whether a statement gives words to those who said them in its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.grounding.carried import named
from briefing.grounding.clauses import SAYING, Clause, clauses, proper, whole
from briefing.grounding.lexicon import OPENERS, OUTLET_WORDS
from briefing.grounding.names import called, names
from briefing.grounding.namesakes import keys, same, spelt, worded
from briefing.grounding.quotations import outside
from briefing.grounding.roles import actors, spoken_of
from briefing.grounding.scope import content
from briefing.grounding.speech import speeches
from briefing.grounding.verbatim import stands
from briefing.grounding.voices import joins, voices
from briefing.words import STOPWORDS

_REPORTS = re.compile(r"(?:the |media |news |press )?reports?", re.IGNORECASE)
_OUTLET = re.compile(rf"\b(?:{OUTLET_WORDS})\b")
_ENOUGH = 0.5
"""Share of a clause's words that another must have to be about the same thing. At .3, .4, .5, .6, .7, of some
505 statements of readers whose speaker was exchanged 481, 480, 483, 480, 479 are seen, 459 if no clauses are
compared; of 1,494 as they were 3, 3, 0, 0, 0 are alarmed, of 624 facts of annotators 20, 14, 11, 11, 11."""


def unnamed(speaker: str, evidence: Sequence[str]) -> bool:
    """Whether the evidence nowhere has the speaker's name; a mere noun phrase ("critics") may be ours."""
    words = spelt(" ".join(evidence))
    shown = [n.text for e in evidence for n in names(e)]
    wanted = [name for name in called(speaker) if name.lower() not in OPENERS | STOPWORDS]
    return not all(named(name, shown, words) for name in wanted)


def swapped(text: str, evidence: Sequence[str], attributed_to: str | None = None) -> str | None:
    """Who says in the evidence what the text gives to another; None where nothing is seen to differ.

    `attributed_to` is who speaks where the text itself does not tell.
    """
    told = [*clauses(text)]
    if attributed_to and not speeches(text):
        told = [whole(text, attributed_to)]
    return _nearest(told, evidence) or _quoted(told, evidence) or _heard_instead(text, evidence)


def silent(text: str, evidence: Sequence[str]) -> str | None:
    """A speaker of the text of whom the evidence only speaks, where somebody acts whom the text lacks.

    With it 483 of 505 exchanged speakers are seen, without it 453, at no alarm in 1,494 honest statements.
    """
    own = {name.text for name in actors(text)}
    idle = next((name for name in _told(text) if name in own and spoken_of(name, evidence)), None)
    said = worded(outside(text))
    others = any(keys(one.text).isdisjoint(said) for sentence in evidence for one in actors(sentence))
    return idle if others else None


def _nearest(told: Sequence[Clause], evidence: Sequence[str]) -> str | None:
    """Who speaks in the evidence's clause that is nearest to one of the text, where it is another."""
    shown = [clause for sentence in evidence for clause in clauses(sentence)]
    for said in told:
        best = max(shown, key=said.shared, default=None)
        if best is None or said.shared(best) < _ENOUGH or joins(said.speaker, evidence):
            continue
        if _REPORTS.fullmatch(said.speaker) and _OUTLET.search(best.speaker):
            continue  # what an outlet says is a report
        if all(said.shared(clause) < said.shared(best) for clause in shown if said.of_one(clause)):
            return best.speaker
    return None


def _quoted(told: Sequence[Clause], evidence: Sequence[str]) -> str | None:
    """Who alone speaks in each sentence that has what the text quotes of another."""
    for said in told:
        for quotation in said.quoted if proper(said.speaker) else ():
            shown = [sentence for sentence in evidence if stands(quotation, [sentence])]
            speakers = [_alone(sentence, said.speaker) for sentence in shown]
            if speakers and all(speakers):
                return speakers[0]
    return None


def _alone(sentence: str, other: str) -> str | None:
    """The name of who alone speaks in the sentence, where nobody in it can be the other."""
    heard = [*voices([sentence])]
    if any(voice.may_be(other) for voice in heard) or any(same(other, name) for name in _names(sentence)):
        return None
    return heard[0].name if len({voice.speaker for voice in heard}) == 1 else None


def _heard_instead(text: str, evidence: Sequence[str]) -> str | None:
    """A named speaker of the evidence whom the text lacks, where it has somebody speak who is silent there.

    Of the 505 it sees seven that nothing else does.
    """
    told = _told(text)
    heard = [*voices(evidence)] if told else []
    if all(any(voice.may_be(name) for voice in heard) for name in told):
        return None
    said, about = worded(outside(text)), _nameless(text) - SAYING
    others = (voice for voice in heard if not voice.passes_on and about & _nameless(voice.sentence))
    return next((v.name for v in others if v.name and keys(v.name).isdisjoint(said)), None)


def _told(text: str) -> list[str]:
    """The speakers of the text who have a name there."""
    own = _names(text)
    return [s.speaker for s in speeches(text) if s.speaker in own]


def _names(text: str) -> list[str]:
    return [name.text for name in names(text)]


def _nameless(text: str) -> frozenset[str]:
    return frozenset(content(text)) - {s for n in names(text) for s in content(n.text)}
