"""Partisan claims: what is one party's word in all of its evidence, and is printed as fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.grounding.hedges import hedges
from briefing.grounding.quotations import quotations
from briefing.grounding.scope import content
from briefing.grounding.speech import Speech, speeches

_DEMAND = re.compile(r"\s+(?:\w+\s+){0,2}?(?:for|on|upon)\b", re.IGNORECASE)
_AS = re.compile(r"\bas\b", re.IGNORECASE)
_SHARED = 0.5  # share of the text's words that a sentence must have to carry it
_BEHIND = 0.8  # share of those that must stand behind the verb, in the claim itself
_PARTISAN = frozenset(
    """
    claim allege accuse insist argue contend deny call describe suggest believe assert complain predict
    dismiss condemn criticize
    """.split()
)


def bare(text: str, evidence: Sequence[str]) -> str | None:
    """The party whose claim the text prints as fact: all evidence that carries it is that party's word.

    An "it" is no party: a bell that called to prayer has said nothing.
    """
    said = frozenset(content(text))
    if not said or speeches(text) or quotations(text) or hedges(text):
        return None
    party = None
    for sentence in evidence:
        spoken = [s for s in speeches(sentence) if s.verb in _PARTISAN and s.speaker not in (None, "it")]
        if spoken and _claims_nothing(spoken[0], sentence):
            return None
        shared = said.intersection(content(sentence))
        if len(shared) < _SHARED * len(said):
            continue
        if not spoken or len(said.intersection(content(sentence[spoken[0].end :]))) < _BEHIND * len(shared):
            return None
        party = spoken[0].speaker
    return party


def _claims_nothing(speech: Speech, sentence: str) -> bool:
    """Whether somebody calls for a thing, or describes it, but not as anything."""
    if speech.verb == "describe":
        return not _AS.search(sentence, speech.end)
    return speech.verb == "call" and _DEMAND.match(sentence, speech.end) is not None
