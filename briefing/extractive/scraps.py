"""Scraps: sentences that are no news at all."""

from __future__ import annotations

import re

from briefing.grounding import outside, person, quantities
from briefing.grounding.negation import negated
from briefing.sentences.reference import leans
from briefing.words import count_words

_FEWEST_WORDS = 6
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|did|will|[a-z]+ed)\b")
_PAGE = re.compile(r"\b(?:comments?|photos?|images?|pages?|slides?)\b", re.I)
_NOBODY = re.compile(r"\b(?:nobody|no one|none|nothing)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")

_EMPTY = re.compile(
    r"\b(?:all eyes (?:are|will be|remain|turn)|as the (?:situation|story) (?:develops|unfolds)"
    r"|remains? to be seen|(?:only )?time will tell|(?:more|further) updates|developing story"
    r"|marks? a (?:significant|major|new|key|pivotal) (?:development|step|moment|chapter)|have been mixed"
    r"|ha(?:s|d|ve) (?:this|the following) to say|(?:see|seen|shown|pictured|watch|read) (?:above|below))\b",
    re.I,
)
"""Phrases of sentences that tell no news: that more will come, that it matters, where to look."""
_CAPTION = re.compile(r"(?:[\w'’-]+ ){0,3}[\w'’-]+[:!] [A-Z](?:.*[^\s.!?…\"'”’)\]])$", re.DOTALL)
"""A label of a few words, then words that no mark ends: "Lucrative: The gang sold oil to its neighbours". Of
18,132 sentences of BASIL, ECB+ and FNC-1 98 are such; one of them is news ("UPDATE: ...")."""


def is_scrap(text: str) -> bool:
    """Whether a sentence is a few words, a pointer to more, a caption, or a title that ran into the text."""
    few = count_words(text) < _FEWEST_WORDS and not _is_brief(text)
    return few or _EMPTY.search(text) is not None or _entitles(text) or _CAPTION.match(text) is not None


def _is_brief(text: str) -> bool:
    """Whether a few words tell something all the same, a figure or a denial: "Nobody was hurt.".

    Of the 152 such sentences of 300 reports (BASIL) four do.
    """
    said = outside(text)
    return (
        _VERB.search(said) is not None
        and _PAGE.search(said) is None
        and person(said) is None
        and not leans(said)
        and bool(quantities(said) or negated(said) or _NOBODY.search(said))
    )


def _entitles(text: str) -> bool:
    """Whether it reads as a title that ran into the text: every word of some length has a capital."""
    long = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(long) > 3 and all(word[0].isupper() for word in long)
