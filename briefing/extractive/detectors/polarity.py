"""Two outcomes of one thing: a predicate in one origin, its opposite or its negation in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.finding import Finding
from briefing.lines.corpus import Corpus, Line
from briefing.lines.question import whether
from briefing.lines.thesaurus import concepts
from briefing.vectors import opposed
from briefing.words import STOPWORDS, stem

_RELATIVE = frozenset(
    """
    new old first last former latter more less up down high low early late big small great little young good
    bad right left day night man woman north south east west public private same different many few long
    short large next previous future past come go give take back front inside outside before after home away
    major minor male female father mother son daughter husband wife brother sister boy girl question answer
    begin end start finish able unable since during within against because until upon among gather spread
    """.split()
)
"""Words whose opposites tell two things apart, or two moments, rather than two accounts."""
_NEGATED = re.compile(
    r"(?:\b(?:not|never|no|without|refus\w+ to|declin\w+ to|fail\w+ to|yet to|unable to)|n['’]t)\s+"
    r"(?:(?:yet|ever|been|be|[a-z]+ly|(?:have )?(?:been |be )?able to)\s+)?$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:if|whether|would|could|might|may|should|unless|until|want\w*|urg\w+|call\w* (?:for|on)|expect\w*|"
    r"hop\w+|plan\w*|ask\w*|likely|possib\w+|due|set)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_REACH = 9
_LINES, _WINDOWS, _COMMON = 0.25, 0.45, 3
"""Swept on 201 groups of BASIL, SemEval-22 and ECB+: whole lines compared flag 29, none of them true;
nine words around each predicate, three of them shared, flag two, which the list of openings leaves out."""
_TWIN = 2
"""Concepts around a word that are enough where they are all: "the driver has (not) been arrested"."""
_MOST = 500
"""Lines of a story that are compared at most: of a pile of 75 look-alikes this took most of the time."""


@dataclass(frozen=True, slots=True, eq=False)
class _Predicate:
    """A word of a line that may be its predicate, whether it is negated, and the concepts around it."""

    word: str
    stem: str
    negated: bool
    around: frozenset[str]


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Lines that differ in one predicate only, unless an origin has a line closer still to the other's."""
    if len(corpus.lines) > _MOST:
        return
    read: dict[Line, list[_Predicate]] = {}
    taken: set[Line] = set()
    known: set[tuple[str, Line]] = set()
    for like, a, b in corpus.pairing.pairs(_LINES):
        if a in taken or b in taken or len(a.stems & b.stems) < _COMMON:
            continue
        for line in (a, b):
            if line not in read:
                read[line] = _predicates(line)
        told_too = (a.origin, b) in known or (b.origin, a) in known
        if not _clash(corpus, read[a], read[b]):
            known |= {(a.origin, b), (b.origin, a)}
        elif not told_too:
            taken |= {a, b}
            told = min((a, b), key=lambda line: (any(p.negated for p in read[line]), line.text))
            sides = ([told], [b if told is a else a])
            weight = like + corpus.closeness(a) + corpus.closeness(b)
            question = whether(corpus, told.text)
            yield from Finding.between(question, "status", "contradiction", sides, weight)


def _clash(corpus: Corpus, one: list[_Predicate], other: list[_Predicate]) -> bool:
    """Whether a predicate of the one, in the same surroundings, is opposed to one of the other."""
    known = {p.stem for p in one} & {p.stem for p in other}
    for p in one:
        for q in other:
            if p.stem == q.stem:
                against = p.negated is not q.negated
            else:
                apart = p.negated is q.negated and not known & {p.stem, q.stem}
                against = apart and opposed(p.word, q.word)
            common = p.around & q.around
            if against and p.stem == q.stem and p.around == q.around and len(common) >= _TWIN:
                return True
            if against and len(common) >= _COMMON and corpus.shared(p.around, q.around) >= _WINDOWS:
                return True
    return False


def _predicates(line: Line) -> list[_Predicate]:
    """The line's words that may be one: in lower case, outside quotations, told as fact."""
    text = line.plain
    tokens = list(_WORD.finditer(text))
    found = []
    for i, token in enumerate(tokens):
        word = token[0].lower().replace("’", "'")
        before = text[max(0, token.start() - 40) : token.start()]
        if not token[0].islower() or word in STOPWORDS or word in _RELATIVE or _OPEN.search(before):
            continue
        window = tokens[max(0, i - _REACH) : i] + tokens[i + 1 : i + 1 + _REACH]
        around = concepts(" ".join(t[0] for t in window))
        found.append(_Predicate(word, stem(word), _NEGATED.search(before) is not None, around))
    return found
