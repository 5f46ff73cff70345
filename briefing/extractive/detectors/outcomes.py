"""How it ended or where it stands: one thing that two origins put at opposite ends of an axis."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.extractive.detectors.finding import Finding
from briefing.lines.axes import Axis, End, ends
from briefing.lines.corpus import Corpus, Line
from briefing.lines.pairing import Pairing
from briefing.lines.parties import GENERIC
from briefing.lines.question import whether
from briefing.lines.thesaurus import concepts, sequence
from briefing.words import MONTHS, WEEKDAYS

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_BE = frozenset("is are was were be been being get got gets".split())
_COPULA = _BE | frozenset(
    "remain remains remained stay stays stayed become became turn turned turns seem seemed as still".split()
)
_LIGHT = re.compile(
    r"\w+ly|(?:turn|remain|stay|seem)(?:s|ed)?|bec[ao]mes?|not|never|also|still|now|just|yet|already|again|only|all"
)
"""What stands between a subject and what is told of it."""
_OPEN = frozenset(
    """
    if whether would could might may should must can unless until after before when how want wants wanted urge
    urged urges call called calls expect expected hope hoped hopes plan plans planned ask asked likely
    possible possibly due set seek seeks sought demand demanded demands threaten threatened propose proposed
    vowed promised pledged
    """.split()
)
"""Before an end: it is wished, feared or asked for, or of another moment."""
_MEANT = re.compile(r"(?<!appeared )(?<!appears )(?<!seemed )(?<!seems )(?<!said )(?<!proved )\bto(?: be)?$")
"""Right before it: it is still to come."""
_NOT = frozenset(
    """
    not never no nobody none without nor neither hardly cannot fail failed fails refuse refused refuses
    decline declined declines deny denied denies
    """.split()
)
_TURNS = re.compile(r"\b(?:did|does|do|has|have|had|was|were|is|are) not\b|\b\w+n't\b|\bnever\b")
"""The negations that put it at the other end; after the others nothing is told of it."""
_BREAK = re.compile(
    r"[;:,.!?]|\s[—–-]\s|\b(?:but|and|while|although|which|who|that|because|when|after|before|as)\b"
)
_BY = re.compile(r"\bby\s+([^.;,]{2,60})")
# "senator" has the stem of "senate", which passes and rejects.
_ORDINARY = concepts(" ".join([*GENERIC - {"senator"}, *MONTHS, *WEEKDAYS])) | concepts(
    "say tell official police year day report people time week month last first new one two three"
)
_NEXT, _REACH, _SPAN = 4, 4, 120
"""Concepts next to an end that name its thing, words before it that may leave it open, and characters. With 3
a BASIL event is flagged; 5, and 3 or 5 words, change nothing, and without a bound of characters only
weights."""
_LIKE = 0.3
"""How alike two clauses are where their thing is not of the story's core, or they share too few words:
.24 and .36 change nothing."""
_MOST = 60
"""Ends of one axis that are compared, those that stand first in their sources."""


@dataclass(frozen=True, slots=True, eq=False)
class _Outcome:
    """A thing at one end of an axis, who put it there where the line says so, and the words around."""

    line: Line
    axis: Axis
    up: bool
    thing: frozenset[str]
    actor: frozenset[str]
    about: frozenset[str]


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Opposite ends, the most alike first, of one thing that neither origin puts at the other end as well."""
    axes: dict[Axis, list[_Outcome]] = defaultdict(list)
    for line in corpus.lines:
        for told in _read(corpus, line):
            axes[told.axis].append(told)
    groups = {axis: sorted(group, key=lambda x: x.line.place)[:_MOST] for axis, group in axes.items()}
    pairs = [pair for group in groups.values() for pair in _opposite(corpus, group)]
    taken: set[Line] = set()
    for score, a, b in sorted(pairs, key=lambda x: (-x[0], x[1].line.text, x[2].line.text)):
        kin = [x for x in groups[a.axis] if x.thing & (a.thing | b.thing)]
        torn = any(x.line.origin == y.line.origin and x.up is not y.up for x in kin for y in (a, b))
        if torn or taken & {a.line, b.line}:
            continue
        sides = ([y.line, *(x.line for x in kin if x.up is y.up)] for y in (a, b))
        weight = score + corpus.closeness(a.line) + corpus.closeness(b.line)
        question = whether(corpus, a.line.text)
        for finding in Finding.between(question, a.axis.kind, a.axis.strength, sides, weight):
            taken |= {a.line, b.line}
            yield finding


def _opposite(corpus: Corpus, group: Sequence[_Outcome]) -> Iterator[tuple[float, _Outcome, _Outcome]]:
    """The pairs of one axis in which two origins put one thing at opposite ends, the upper end first."""
    near = corpus.pairing
    for a, b in combinations(group, 2):
        if a.up is b.up or a.line.origin == b.line.origin:
            continue
        score = _one_thing(corpus, near, a, b)
        if score > 0:
            yield (score, a, b) if a.up else (score, b, a)


def _one_thing(corpus: Corpus, near: Pairing, a: _Outcome, b: _Outcome) -> float:
    """How surely the two are told of one thing, and of one actor where both are named; from 0."""
    thing = a.thing & b.thing
    named = bool(a.actor and b.actor) or a.axis.by
    if not thing or (named and not a.actor & b.actor):
        return 0.0
    like = near.alike(a.about, b.about)
    central = bool(thing & corpus.core)
    enough = len(a.about & b.about) >= (a.axis.common if central else 2)
    return 0.01 + like if sum((central, enough, like >= _LIKE)) >= 2 else 0.0


def _read(corpus: Corpus, line: Line) -> Iterator[_Outcome]:
    """The ends that a line tells as fact; a pronoun's thing is what the line before speaks of."""
    text = line.plain
    words = list(_WORD.finditer(text))
    lower = [word[0].lower().replace("’", "'") for word in words]
    for end in ends(lower):
        before = lower[max(0, end.start - _REACH) : end.start]
        negated = any(word in _NOT or word.endswith("n't") for word in before[-3:])
        if _is_open(end, before) or (negated and not _turns(end, before)):
            continue
        start, stop = words[end.start].start(), words[end.end - 1].end()
        after = text[stop : stop + _SPAN]
        subject = _subject(text, words, lower, end.start)
        active = (end.does and not _passive(lower, end.start)) or "it" in lower[end.start : end.end]
        if active:
            thing, actor = (_object(after) if end.does else frozenset()), subject
        else:
            thing, actor = subject, (_agent(after) if end.does else frozenset())
        about = (concepts(text[max(0, start - _SPAN) : start]) | concepts(after)) - _ORDINARY
        if not thing or (active and not actor):
            context = frozenset(stem for x in corpus.before(line, 1) for stem in x.stems) - _ORDINARY
            about |= context
            thing = thing or context
            actor = actor or context if active else actor
        yield _Outcome(line, end.axis, end.up is not negated, thing, actor, about)


def _is_open(end: End, before: list[str]) -> bool:
    """Whether the words before an end leave it open, or lack the "is" that it needs."""
    if _OPEN.intersection(before) or _MEANT.search(" ".join(before)):
        return True
    return end.being and not _COPULA.intersection(before[-3:])


def _turns(end: End, before: list[str]) -> bool:
    """Whether a negation before an end puts its thing at the other end, instead of telling nothing of it."""
    return end.axis.strength != "tension" and _TURNS.search(" ".join(before[-3:])) is not None


def _passive(lower: list[str], at: int) -> bool:
    """Whether a form of "be" stands before the verb."""
    while at > 0 and _LIGHT.fullmatch(lower[at - 1]):
        at -= 1
    return at > 0 and lower[at - 1] in _BE


def _subject(text: str, words: list[re.Match[str]], lower: list[str], at: int) -> frozenset[str]:
    """What stands before words[at] in its clause, nearest."""
    while at > 0 and (_LIGHT.fullmatch(lower[at - 1]) or lower[at - 1] in _BE):
        at -= 1
    stop = words[at].start()
    return frozenset(_telling(_BREAK.split(text[max(0, stop - _SPAN) : stop].rstrip())[-1])[-_NEXT:])


def _object(after: str) -> frozenset[str]:
    """What comes after it in its clause, nearest."""
    return frozenset(_telling(_BREAK.split(after)[0])[:_NEXT])


def _agent(after: str) -> frozenset[str]:
    """Who did it, where that comes after: "by the court"."""
    by = _BY.search(after)
    return frozenset(_telling(by[1])[:_NEXT]) if by else frozenset()


def _telling(text: str) -> list[str]:
    return [word for word in sequence(text) if word not in _ORDINARY and not word[0].isdigit()]
