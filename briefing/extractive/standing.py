"""Whether a sentence can stand alone: it tells something, and names those of whom it speaks."""

from __future__ import annotations

import re

from briefing.grounding import is_cut, loaded, names, outside, person, quantities, quotations, speeches
from briefing.sentences.reference import leans
from briefing.words import count_words, stems

_BARE, _DETAILS = 0.5, 3  # swept .3-.7 and 2-4 on the gold cases: core fact recall .77 to .82, without it .75

_FEWEST_WORDS = 6
_SAID = 3
_WORD = re.compile(r"[^\W\d_]+")
CONNECTIVE = re.compile(r"^(?:but|and|so|yet|or|however|meanwhile|still|then|also|instead|therefore)\b", re.I)

_EMPTY = re.compile(
    r"\b(?:all eyes (?:are|will be|remain|turn)|as the (?:situation|story) (?:develops|unfolds)"
    r"|remains? to be seen|(?:only )?time will tell|(?:more|further) updates|developing story"
    r"|marks? a (?:significant|major|new|key|pivotal) (?:development|step|moment|chapter)|have been mixed"
    r"|ha(?:s|d|ve) (?:this|the following) to say|(?:see|seen|shown|pictured|watch|read) (?:above|below))\b",
    re.I,
)
"""Phrases of sentences that tell no news: that more will come, that it matters, where to look."""


def tells(text: str) -> bool:
    """Whether the sentence is news at all: no scrap, no pointer to more, no title that ran into the text."""
    return count_words(text) >= _FEWEST_WORDS and not _EMPTY.search(text) and not _entitles(text)


def _entitles(text: str) -> bool:
    """Whether it reads as a title that ran into the text: every word of some length has a capital."""
    long = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(long) > 3 and all(word[0].isupper() for word in long)


def standing(text: str) -> float:
    """How well the sentence reads alone, 0 to 1: no dangling pronoun, no cut quotation, nothing coloured."""
    factor = 1.0
    unquoted = outside(text)
    if leans(text):
        factor *= 0.8
    if any(speech.speaker and not speech.named for speech in speeches(text)):
        factor *= 0.8
    if CONNECTIVE.match(text):
        factor *= 0.95
    if text.rstrip(" \"'”’").endswith("?"):
        factor *= 0.5
    if not any(c.isalpha() for c in unquoted) or is_cut(text):
        factor *= 0.5
    if person(text) or _says_little(text):
        factor *= 0.5
    if loaded(text):
        factor *= 0.85
    return factor * _specific(text)


def _says_little(text: str) -> bool:
    """Whether it is a quotation of hardly a word that means something, with who says it."""
    said = [word for one in quotations(text) for word in stems(one.text)]
    return 0 < len(said) < _SAID and count_words(outside(text)) < _FEWEST_WORDS


def _specific(text: str) -> float:
    """Less where a sentence tells little: no name, no figure, nobody who speaks."""
    details = len({n.text for n in names(text)}) + len(quantities(text)) + len(speeches(text))
    return min(1.0, _BARE + (1 - _BARE) * details / _DETAILS)
