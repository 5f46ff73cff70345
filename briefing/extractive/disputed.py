"""What two sentences of like words may differ in: figures, days, denials, opposites, a word for another.

A likeness of words does not see what two reports dispute: "the cause was known" beside "was not known".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

from briefing import vectors
from briefing.grounding import Quantity, quantities
from briefing.grounding.dates import moments
from briefing.grounding.lexicon import SAYINGS
from briefing.grounding.negation import negated, polarity_conflict
from briefing.words import STOPWORDS, stem, words

_ABOUT = 0.1
"""How far off a figure given as "about" may be, as a share."""
_NEAR = 0.45
"""From which on two words may mean, or count, one thing: "families" and "households" (.48), not "people" and
"residents" (.38) or "houses" (.08). What is counted changes nothing on the
labelled groups from .35 on."""
_FAR = 30
"""Characters behind a figure in which the word begins that it counts."""
_BACK = 60
"""Characters before a weekday in which the verb of saying is looked for."""
_SAID = re.compile(
    rf"(?<!\w)(?:{'|'.join(SAYINGS)})(?: (?:on|late|early|reporters|journalists"
    r"|(?:in|at) an? (?:statement|interview|letter|speech|(?:news|press) conference)))* $",
    re.I,
)
"""What stands before the day on which something was said: it is not the day of what was said."""
_COMMON = 0.6
"""The share of both sentences that is the same, at least, where one word in the place of another, less than
_NEAR to it, makes them tell of two things. Of 959 citations of the labelled groups that tell a point, or a
part of it, 6 are lost by this, with .5 of both 13; of 137 that do not, none."""
_LONGEST = 100
"""Words of a sentence that are set beside another's: a text may run on without an end."""
_PLAIN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_KEPT = 1 << 12
"""Pairs that are remembered: a text without an end is cut into many sentences that are one."""


@lru_cache(maxsize=_KEPT)
def differ(text: str, other: str) -> bool:
    """Whether neither tells what the other does, though they are alike.

    So it is where they have figures of one unit, or days, and share none, unless "about" allows for it; where
    they use words that oppose each other, or are the same but for a word of another meaning in one place
    ("voted to keep the library", "voted to demolish the library"); and where each denies the other. A "not"
    in one of them is not enough ("had not worked" tells what "had been dead" does).
    """
    return (
        _other_figures(text, other, _ABOUT)
        or _apart(_days(text), _days(other))
        or _opposed(text, other)
        or _replaced(text, other)
        or (polarity_conflict(text, [other]) and polarity_conflict(other, [text]))
    )


@lru_cache(maxsize=_KEPT)
def disputed(text: str, other: str) -> bool:
    """Whether one may not be cited for the other: they differ, share no figure, or one denies the other.

    That one of them has any denial at all says little: of 38 such citations of the labelled groups 20 told
    the whole point and 10 a part of it.
    """
    return (
        polarity_conflict(text, [other])
        or polarity_conflict(other, [text])
        or _unshared(text, other)
        or _other_figures(text, other, 0.0)
        or differ(text, other)
    )


def _other_figures(text: str, other: str, about: float) -> bool:
    ours, theirs = quantities(text), quantities(other)
    return any(
        not any(_same(a, b, about) for a in ours for b in theirs if a.unit == b.unit == unit)
        for unit in {q.unit for q in ours} & {q.unit for q in theirs}
    )


def _same(one: Quantity, other: Quantity, about: float) -> bool:
    slack = Decimal(about) * max(one.value, other.value) if "about" in (one.bound, other.bound) else 0
    return abs(one.value - other.value) <= slack


def _apart(ours: Mapping[str, Set[object]], theirs: Mapping[str, Set[object]]) -> bool:
    """Whether both have something of one kind, and nothing in common of it."""
    return any(ours[kind].isdisjoint(theirs[kind]) for kind in ours.keys() & theirs.keys())


def _unshared(text: str, other: str) -> bool:
    """Whether both give figures and share none, and some may be of one thing."""
    ours, theirs = quantities(text), quantities(other)
    if {q.value for q in ours} & {q.value for q in theirs}:
        return False
    return any(
        not (one.unit and two.unit) or vectors.similarity([_noun(text, one)], [_noun(other, two)]) >= _NEAR
        for one in ours
        for two in theirs
    )


def _noun(text: str, quantity: Quantity) -> str:
    """The word behind a figure."""
    return next(iter(words(text[quantity.end : quantity.end + _FAR])), "")


def _days(text: str) -> Mapping[str, Set[object]]:
    """The weekdays, dates, months and years of a text, by kind, but for the weekday on which it was said."""
    found: defaultdict[str, set[object]] = defaultdict(set)
    for moment in moments(text):
        day = (moment.month, moment.day) if moment.day else None
        weekday = None if _SAID.search(text[max(0, moment.start - _BACK) : moment.start]) else moment.weekday
        kinds = {"weekday": weekday, "day": day, "month": moment.month, "year": moment.year}
        for kind, value in kinds.items():
            if value is not None:
                found[kind].add(value)
    return found


def _opposed(text: str, other: str) -> bool:
    """Whether each has a word that the other lacks, and these oppose each other."""
    ours, theirs = ({*words(t)} - STOPWORDS for t in (text, other))
    return any(vectors.opposed(one, two) for one in ours - theirs for two in theirs - ours)


def _replaced(text: str, other: str) -> bool:
    """Whether they are much the same, and where one has a word the other has one of another meaning."""
    ours, theirs = (_PLAIN.findall(told)[:_LONGEST] for told in (text, other))
    mine, yours = ({stem(word.lower()) for word in told if _tells(word)} for told in (ours, theirs))
    if len(mine & yours) < _COMMON * max(len(mine), len(yours), 1):
        return False
    one, two = ([word.lower() for word in told] for told in (ours, theirs))
    return any(
        kind == "replace" and _unlike(ours[a:b], theirs[c:d])
        for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    )


def _unlike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether each is one word, with a little one at most but no "not", and both are names, or both words."""
    if max(len(ours), len(theirs)) > 2 or negated(" ".join(ours)) or negated(" ".join(theirs)):
        return False
    one, two = ([word for word in told if _tells(word)] for told in (ours, theirs))
    if len(one) != 1 or len(two) != 1 or one[0][0].isupper() != two[0][0].isupper():
        return False
    a, b = one[0].lower(), two[0].lower()
    return not (a in b or b in a or {a, b} <= SAYINGS.keys()) and vectors.similarity([a], [b]) < _NEAR


def _tells(word: str) -> bool:
    return word.lower() not in STOPWORDS
