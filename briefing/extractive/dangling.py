"""Sentences that need the one before them: it names somebody, or what they turn against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from briefing.grounding import is_cut, outside, speeches
from briefing.sentences.reference import leans
from briefing.types import Sentence
from briefing.words import STOPWORDS

_CONNECTIVE = re.compile(
    r"^(?:but|and|so|yet|or|however|meanwhile|still|then|also|instead|therefore)\b", re.I
)
_REFERS = re.compile(
    r"^(?:according to (?:(?:\S+ ){1,4}|[^,]{1,60}, )(?:he|she|it|they)"
    r"|(?:\w+ )?of (?:them|these|those))\b",
    re.I,
)
"""A pronoun behind who says it, or "all of them": not at the head, and yet of the sentence before."""
_SOMEBODY = re.compile(r"\b(?:he|she|him|his|hers?)\b")
_WORD = re.compile(r"[^\W\d_][^\W\d_-]*")
_ARTICLES = frozenset("a an the one another each every no this that".split())


def dangling(sentences: Sequence[Sentence]) -> list[bool]:
    """For each sentence of a story, whether it needs another one to be understood.

    It does where it begins with a pronoun or a connective ("But"), where a quotation goes on in another one,
    where a pronoun is the speaker, or where a "he" or "she" has neither a name nor a noun with an article
    before it. A capital at the head of a sentence is taken for a name's if the word has one within another
    sentence, too.
    """
    proper = {
        word[0]
        for sentence in sentences
        for word in islice(_WORD.finditer(sentence.text), 1, None)
        if word[0][0].isupper() and word[0].lower() not in STOPWORDS
    }
    return [_dangles(sentence.text, proper) for sentence in sentences]


def _dangles(text: str, proper: set[str]) -> bool:
    if _CONNECTIVE.match(text) or leans(text) or _REFERS.match(text) or is_cut(text):
        return True
    if any(speech.speaker and not speech.named for speech in speeches(text)):
        return True
    plain = outside(text)
    found = _SOMEBODY.search(plain)
    if found is None:
        return False
    before = (word[0] for word in _WORD.finditer(plain, 0, found.start()))
    return not any(word.lower() in _ARTICLES or word in proper for word in before)
