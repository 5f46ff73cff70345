"""How far it goes: a limit that another origin does not draw, and conditions that it does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefing.extractive.detectors.finding import Finding
from briefing.grounding.numerals import TO_TEN
from briefing.lines.corpus import Corpus, Line
from briefing.lines.parties import speaker_name
from briefing.lines.question import opening_clause, whether
from briefing.lines.thesaurus import concepts, sequence

_LIMIT = re.compile(
    r"\b(?:(?<!\bthe )(?<!['’]s )(?<!\bits )(?<!\bhis )(?<!\bher )only|"
    r"(?:not|n['’]t) (?:every|all|any)|not (?:\w+ ){1,2}about all)\s+(?:the\s+|an?\s+|of\s+)*"
    r"(?P<noun>(?-i:[a-z'’-]+\s+[a-z'’-]+))",
    re.IGNORECASE,
)
_LIMITED = re.compile(r"\b(?:only|not (?:every|all|any)|unless|except|exclusively|solely|limited to)\b", re.I)
_RETREAT = re.compile(
    r"\b(?:eas\w+ (?:off|up|back)|back\w* (?:off|away|down)|stop\w* short of|soften\w*|scal\w+ (?:back|down)|"
    r"water\w* down|fell short of|row\w* back|retreat\w*|walk\w* back)\b(?P<what>[^.;,—–]{6,110}?)"
    r"(?=[.;,—–]|\s--?\s|$)",
    re.IGNORECASE,
)
_MILD = concepts("call slightly somewhat demand plan bit")
_MEASURE = re.compile(rf"\b(?:only)\s+(?:\w+ly\s+)?(?:an?\s+)?(?:{TO_TEN}|\d)")
_IF = re.compile(
    r"\b(?:(?<!even )if|provided(?: that)?|on (?:the )?condition that|(?:as|so) long as|"
    r"in (?:exchange|return) for|contingent (?:up)?on|conditional on|depend(?:s|ent) on)\s+"
    r"(?P<terms>[^.;:?!]{10,260})",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:(?<!even )if|provided|condition\w*|as long as|exchange for|return for|contingent|demand\w*|"
    r"requir\w+|must|precondition\w*|terms?|insist\w*|essential|should)\b",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+and\s+(?:also\s+)?(?:to\s+)?(?=[a-z]+\s)")
_COMMON, _LIKE = 4, 0.15
"""Concepts that a limited and an unlimited line share at least, and how alike they are; with 5, or at .2, one
true flag is lost."""
_MATTER, _TERM, _KNOWN, _AGAIN = 0.35, 0.4, 0.4, 0.3
"""How alike what hangs on two conditions is, at least. Then shares: of the first condition, that the other
line has at least; of the last one, that the other origin asks for at most; of the first one, that a line has
at least which asks for it again. A fifth less or more of each changes nothing."""


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Limits on a noun that another origin leaves unlimited, then conditions."""
    limits = {line: {sequence(m["noun"]) for m in _LIMIT.finditer(line.plain)} for line in corpus.lines}
    unlimited = [line for line in corpus.lines if not _LIMITED.search(line.text)]
    for line in (x for x in corpus.lines if limits[x] and not _MEASURE.search(x.plain)):
        limited = {x.origin for x in corpus.lines if limits[x] & limits[line]}
        general = [x for x in unlimited for noun in limits[line] if _unlimited(corpus, line, x, noun)]
        general = sorted(
            (x for x in general if x.origin not in limited), key=lambda x: -corpus.shared(line.stems, x.stems)
        )
        if general:
            weight = corpus.closeness(line) + corpus.closeness(general[0])
            question = whether(corpus, general[0].text)
            yield from Finding.between(question, "scope", "contradiction", (general, [line]), weight)
    yield from _softened(corpus)
    yield from islice(_conditions(corpus), 1)


def _softened(corpus: Corpus) -> Iterator[Finding]:
    """Demands that another origin tells in full, and this one as eased."""
    softened = {
        line: concepts(match["what"]) - _MILD
        for line in corpus.lines
        if (match := _RETREAT.search(line.plain))
    }
    for line, what in softened.items():
        mild = {x.origin for x, other in softened.items() if what & other}
        full = [x for x in corpus.lines if len(what) > 2 and what <= x.stems and x.origin not in mild]
        if full:
            full.sort(key=lambda x: (-corpus.shared(line.stems, x.stems), x.text))
            weight = corpus.closeness(line) + corpus.closeness(full[0])
            question = whether(corpus, full[0].text)
            yield from Finding.between(question, "scope", "contradiction", (full, [line]), weight)


def _unlimited(corpus: Corpus, line: Line, other: Line, noun: tuple[str, ...]) -> bool:
    """Whether the other line has the same two words in a row on the same matter."""
    if len(noun) != 2 or len(line.stems & other.stems) < _COMMON:
        return False
    told = sequence(other.plain)
    together = any(told[i : i + 2] == noun for i in range(len(told) - 1))
    return together and corpus.shared(line.stems, other.stems) >= _LIKE


def _conditions(corpus: Corpus) -> Iterator[Finding]:
    """The first condition that an origin adds to one that another, telling of the same matter, knows too."""
    near = corpus.pairing
    told = [(line, match) for line in corpus.lines if (match := _IF.search(line.plain))]
    for a, full in told:
        parts = [concepts(part) for part in _AND.split(full["terms"])]
        if len(parts) < 2 or any(len(part) < 3 for part in parts):
            continue
        for b, short in told:
            main, other = a.plain[: full.start()], b.plain[: short.start()]
            alike = a.origin != b.origin and near.alike(concepts(main), concepts(other)) >= _MATTER
            if not alike or near.covered(parts[0], [b])[0] < _TERM:
                continue
            asked = [x for x in corpus.lines if x.origin == b.origin and (x is b or _ASKED.search(x.text))]
            if max(near.covered(parts[-1], asked)) >= _KNOWN:
                continue
            name = speaker_name(corpus, b)
            by_name = [x for x in asked if name and name == speaker_name(corpus, x)]
            again = [x for x in by_name if near.covered(parts[0], [x])[0] >= _AGAIN]
            question = f"On what conditions {opening_clause(corpus, a.text[: full.start()])}"
            weight = corpus.closeness(a) + corpus.closeness(b)
            yield from Finding.between(question, "scope", "tension", ([a], [b, *again]), weight)
