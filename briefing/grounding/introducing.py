"""Who speaks: the sentences that lead from a quotation to the one that names its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from briefing.grounding.attribution import unnamed
from briefing.grounding.credit import has_name
from briefing.grounding.names import called
from briefing.grounding.person import person
from briefing.grounding.quotations import is_cut, quotations
from briefing.grounding.speech import speeches
from briefing.plain import is_signature
from briefing.sentences.reference import leans
from briefing.types import Sentence

_FAR = 2
"""Sentences from a quotation to the one that names its speaker: beyond, others may have spoken."""


def introducing(
    text: str, cited: Sequence[Sentence], sentences: Sequence[Sentence], credits: Iterable[str] = ()
) -> tuple[Sentence, ...]:
    """Of all `sentences`, those that show whose words the cited ones give, where the text names who speaks.

    "It was dark" is cited for "Ada Ono said it was dark": then the sentence that brings Ada Ono in is wanted,
    and what stands between the two. It is the nearest one of that source, at most two sentences away, that
    names a speaker of the text. Where no cited sentence names an outlet of `credits`, the same is done for
    that, going back from the first cited sentence that has it before it.
    """
    speakers = {s.speaker for s in speeches(text) if s.speaker and called(s.speaker)}
    places = {sentence.id: place for place, sentence in enumerate(sentences)}
    known = [sentence for sentence in cited if sentence.id in places]
    found: dict[Sentence, None] = {}
    for sentence in known if speakers else ():
        if _nobodys(sentence.text) and not _names(sentence.text, speakers):
            found |= dict.fromkeys(_way(places[sentence.id], speakers, sentences))
    for outlet in credits:
        found |= dict.fromkeys(_credited(outlet, cited, [places[s.id] for s in known], sentences) or ())
    return tuple(s for s in found if s not in cited)


def is_credited(outlet: str, cited: Sequence[Sentence], sentences: Sequence[Sentence]) -> bool:
    """Whether a cited sentence has the outlet's whole name, or one of the two before it in its source."""
    places = {sentence.id: place for place, sentence in enumerate(sentences)}
    return _credited(outlet, cited, [places[s.id] for s in cited if s.id in places], sentences) is not None


def _credited(
    outlet: str, cited: Sequence[Sentence], places: Sequence[int], sentences: Sequence[Sentence]
) -> Sequence[Sentence] | None:
    """What leads back to the outlet's name: nothing where it is cited, None where it is not there."""
    if any(has_name(outlet, sentence.text) for sentence in cited):
        return ()
    ways = (_beside(place, sentences, -1) for place in places)
    return next((way[:n] for way in ways for n, s in enumerate(way, 1) if has_name(outlet, s.text)), None)


def _nobodys(text: str) -> bool:
    """Whether the text gives somebody's words, and does not say by name whose they are."""
    told = speeches(text)
    spoken = quotations(text) or is_cut(text) or person(text) or (told and leans(text))
    return bool(spoken) and not any(s.named for s in told)


def _names(text: str, speakers: Set[str]) -> bool:
    return any(not unnamed(speaker, [text]) for speaker in speakers)


def _way(place: int, speakers: Set[str], sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """From the sentence beside this place to the one that names a speaker, or to who signs a message."""
    before, after = _beside(place, sentences, -1), _beside(place, sentences, 1)
    if after and is_signature(after[0].text):
        return after[:1]
    return _to(before, speakers) or _to(after, speakers)


def _beside(place: int, sentences: Sequence[Sentence], step: int) -> list[Sentence]:
    """The few sentences of the same source before (-1) or after (1) a place, the nearest first."""
    near = sentences[max(0, place - _FAR) : place][::-1] if step < 0 else sentences[place + 1 :][:_FAR]
    return [s for s in near if s.span.source == sentences[place].span.source]


def _to(way: Sequence[Sentence], speakers: Set[str]) -> Sequence[Sentence]:
    """The way as far as one of the speakers is named; empty where another speaks, or signs, before."""
    for n, one in enumerate(way, 1):
        if is_signature(one.text):
            break
        if _names(one.text, speakers):
            return way[:n]
        if any(s.named for s in speeches(one.text)):
            break
    return ()
