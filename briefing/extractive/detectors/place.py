"""Where it happened: one event that two origins put in two places, or on opposite sides of one.

Where something was said is for `setting`. Nothing is flagged in the 611 groups of `detectors`: in 105 of them
133 events are put in a place, three times one event by two origins, and 14 lines name a side of a place, no
two of them of the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from briefing.extractive.detectors.finding import Finding
from briefing.lines.corpus import Corpus, Line
from briefing.lines.once import EVENTS
from briefing.lines.question import whether
from briefing.lines.thesaurus import concepts
from briefing.words import MONTHS, WEEKDAYS

_SIDE = re.compile(
    r"\b(?P<side>(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)? "
    r"(?:(?:side|bank|part|edge|end|shore|coast|outskirts|suburbs?) )?of (?:the )?"
    r"(?P<of>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)"
)
_ACROSS = {"north": "south", "south": "north", "east": "west", "west": "east"}
_AT = re.compile(
    r"\b(?P<verb>"
    + "|".join(EVENTS)
    + r")\s(?:(?:\w+ly|down|dead|out|up|off|him|her|them|it|an? \w+|the \w+)\s){0,2}"
    r"(?:in|at|near|outside|inside|on|off|into)\s(?P<place>(?:(?:an?|the|his|her|its|their)\s|[A-ZÀ-Þ])[^.,;:—–]{3,60})"
)
_TO = re.compile(
    r"\b(?:sailing|bound|heading|headed|travell?ing|flying|driving|en route|"
    r"on (?:its|her|his|their|the) way)\s(?:to|for|towards?)\s(?P<place>[A-ZÀ-Þ][^.,;:—–]{2,60})"
)
_BOUND = "bound"
"""That who or what is named before it was on the way, as an event that happens once."""
_CUT = re.compile(r"\s(?:by|for|after|on|as|when|while|where|before|during|with|last|this|because|over)\s.*$")
_WHEN = re.compile(
    rf"^(?:the )?(?:(?:early|late) )?(?:\d|mid|{'|'.join((*MONTHS, *WEEKDAYS))}|morning|evening|afternoon|"
    r"night|week|month|year|spring|summer|autumn|winter|\w+ (?:weeks?|days?|hours?|years?))",
    re.IGNORECASE,
)
_SCENES = concepts("crash accident attack fire explosion shooting storm flood war quake landslide act raid")
"""What one dies in that is no place."""
_KNOWN = 0.34
"""The share of a place that the other origin has at most; at 1 a BASIL event is flagged, wrongly."""


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """An event that a line puts in a place, and the concepts around it."""

    line: Line
    event: str
    place: frozenset[str]
    about: frozenset[str]


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Opposite sides of a place, then places of which neither origin has the other's."""
    yield from islice(_across(corpus), 1)
    near = corpus.pairing
    told = [placed for line in corpus.lines for placed in _placed(corpus, line)]
    known = {o: frozenset().union(*(x.stems for x in corpus.lines if x.origin == o)) for o in corpus.origins}
    taken: set[str] = set()
    for a, b in combinations(told, 2):
        if a.line.origin == b.line.origin or a.event != b.event or a.event in taken:
            continue
        shared = (near.share(x.place, known[y.line.origin]) for x, y in ((a, b), (b, a)))
        if not a.about & b.about & corpus.core or max(shared) > _KNOWN:
            continue
        weight = corpus.closeness(a.line) + corpus.closeness(b.line)
        question, sides = whether(corpus, a.line.text), ([a.line], [b.line])
        for finding in Finding.between(question, "place", "contradiction", sides, weight):
            taken.add(a.event)
            yield finding


def _placed(corpus: Corpus, line: Line) -> Iterator[_Placed]:
    before = frozenset[str]().union(*(x.stems for x in corpus.before(line, 1)))
    found = [(EVENTS[m["verb"]], m["place"], line.stems | before) for m in _AT.finditer(line.plain)]
    found += [(_BOUND, m["place"], concepts(line.plain[: m.start()])) for m in _TO.finditer(line.plain)]
    for event, told, around in found:
        place = concepts(_CUT.sub("", told))
        if place and not place & _SCENES and not _WHEN.match(told):
            yield _Placed(line, event, place, around - place)


def _across(corpus: Corpus) -> Iterator[Finding]:
    """One thing that two origins put on opposite sides of one place."""
    told = [(line, m) for line in corpus.lines for m in _SIDE.finditer(line.plain)]
    for (a, m), (b, n) in combinations(told, 2):
        about = [x.stems.union(*(y.stems for y in corpus.before(x, 1))) & corpus.core for x in (a, b)]
        if m["of"] != n["of"] or _ACROSS.get(m["side"]) != n["side"] or not about[0] & about[1]:
            continue
        sides = (
            [x for x, at in told if at["of"] == m["of"] and at["side"] == side["side"]] for side in (m, n)
        )
        weight = corpus.closeness(a) + corpus.closeness(b)
        question = f"On which side of {m['of']} it was"
        yield from Finding.between(question, "place", "contradiction", sides, weight)
