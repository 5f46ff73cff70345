"""Roles: whether a name stands in a sentence where one who acts stands, or is only spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefing.grounding.lexicon import SAYINGS, TITLES
from briefing.grounding.names import Name, names
from briefing.grounding.namesakes import same
from briefing.grounding.quotations import outside
from briefing.grounding.speech import speeches
from briefing.words import MONTHS, STOPWORDS, WEEKDAYS

_TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?|[^\w\s]")
_DETERMINERS = frozenset("a an the his her its their our my own".split())
_OVER = frozenset(
    """
    about against among around at behind between beyond during for from in into like near of on
    over through to toward towards under upon via with within without
    """.split()
)
"""Prepositions whose noun acts in nothing: "by" has an agent, and "after" may begin a clause."""
_THROUGH = TITLES | {"according"}
"""Words before a preposition that let its noun speak: "a spokesman for Mr. Toll", "according to Toll"."""
_DAYS = frozenset({*WEEKDAYS, *MONTHS})
"""Words that end what a preposition governs: "on Monday Roe left"."""
_HEARD_BY = frozenset({"tell", "urge", "accuse", "ask", "call"})
"""Verbs of saying whose object is a person."""
_NAMING = frozenset({"quoting", "including"})
"""Participles whose object speaks, too: "three ministers, including Roe, said"."""
_OWN_WORDS = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}?"
    r"(?:tweets?|remarks?|comments?|statements?|interviews?|letters?|speech|testimony|criticism|claims?|account"
    r"|words)(?!\w)",
    re.IGNORECASE,
)
"""Behind a name whose words are told all the same: "Ms Orr's tweets", "Orr's own account"."""
_WHO_SPEAKS = re.compile(rf",?\s*who\s+(?:\w+\s+){{0,2}}?(?:{'|'.join(SAYINGS)})(?!\w)", re.I)


@lru_cache(maxsize=1 << 12)
def actors(sentence: str) -> tuple[Name, ...]:
    """The names, outside the quotation marks, that stand where one who acts, or speaks, can stand."""
    return tuple(name for name, governed in _governed(outside(sentence)) if not governed)


def spoken_of(who: str, evidence: Sequence[str]) -> bool:
    """Whether the evidence has this name, and nowhere as one who acts, or speaks."""
    if not any(same(who, name.text) for sentence in evidence for name in names(sentence)):
        return False
    acting = [name.text for sentence in evidence for name in actors(sentence)]
    speaking = [speech.speaker for sentence in evidence for speech in speeches(sentence) if speech.speaker]
    return not any(same(who, one) for one in (*acting, *speaking)) and not _by_title(who, speaking, evidence)


def _by_title(who: str, speaking: Iterable[str], evidence: Sequence[str]) -> bool:
    """Whether a title speaks that the name has in the evidence: "the president", of "President Roe"."""
    shown = "\n".join(evidence).lower()
    return any(f"{one.split()[-1]} {who}".lower() in shown for one in speaking)


def _governed(plain: str) -> Iterator[tuple[Name, bool]]:
    """Each name, and whether it is the object of a preposition or a verb, or owns something."""
    found = {name.start: name for name in names(plain)}
    governed, at, last = False, 0, ""
    for match in _TOKEN.finditer(plain):
        if match.start() < at:
            continue
        word = match.group().lower()
        if name := found.get(match.start()):
            at = name.end
            told = _OWN_WORDS.match(plain, at) or _WHO_SPEAKS.match(plain, at)
            yield name, not told and (governed or plain.startswith(("'", "’"), at))
            governed = governed or (match.start() == 0 and match.end() == at and word.endswith("ing"))
        elif word != "." or last not in TITLES:
            governed = _governs(word, last, governed)
        last = word


def _governs(word: str, last: str, governed: bool) -> bool:
    """Whether a name behind this word is an object, given whether one before the word would be."""
    if word in _OVER:
        return last.removesuffix("s") not in _THROUGH
    if word in SAYINGS:
        return SAYINGS[word] in _HEARD_BY
    if word.endswith("ing"):
        return word not in _NAMING
    ends = not word[0].isalpha() or word in _DAYS or (word in STOPWORDS and word not in _DETERMINERS)
    return governed and not ends
