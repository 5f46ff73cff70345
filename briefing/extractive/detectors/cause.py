"""Why: causes of one effect that have nothing in common, and causes that another origin calls unconnected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.extractive.detectors.finding import Finding
from briefing.lines.contest import Contest, Filler, contests
from briefing.lines.corpus import Corpus, Line
from briefing.lines.question import whether
from briefing.lines.thesaurus import concepts, sequence
from briefing.types import Strength

_UNLINKED = re.compile(
    r"\b(?:not (?:\w+ ){0,4}(?:connected|related|linked|tied) (?:to|with)|unrelated to|are unrelated|"
    r"no (?:\w+ ){0,2}(?:connection|link|relation|relationship)|(?:has|have|had|plays?) no (?:\w+ )?part in|"
    r"nothing (?:\w+ ){0,2}to do with|(?:aren|isn|wasn|weren)['’]t (?:\w+ ){0,2}(?:connected|related|linked)|"
    r"not (?:because|due to|caused by|the (?:cause|reason|result)))\b",
    re.IGNORECASE,
)
_CAUSAL = re.compile(
    r"\b(?:because of|due to|owing to|thanks to|caused by|prompted|triggered|sparked|spurred|led to|"
    r"g[ai]ves? rise to|"
    r"resulted (?:in|from)|stems? from|stemm(?:ed|ing) from|in response to|as a result of|in order to|"
    r"in an (?:effort|attempt) to|intended to|meant to|aimed at|designed to|as part of|so that|"
    r"to (?:counteract|counter|combat|prevent|stop|quell|dispel|end|avoid|curb|protect|save|keep|punish|"
    r"retaliate)|"
    r"over (?:the|its|his|her|their|an?|allegations|claims)|(?:for|out of) fear|linked to|connected to|"
    r"tied to|"
    r"blamed)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|rumou?r\w*|supposedly|claim(?:s|ed)|it was reported)\b|\?", re.I
)
_OPEN = re.compile(
    r"\b(?:did not say|whether|if|unclear|not (?:yet )?(?:known|clear))\b|\b[A-Z]\w+ (?:said|told)\b"
)
"""A link left open, or denied by a person whom only one source heard: an added detail."""
_LINK = re.compile(
    r"\b(?:because(?: of)?|due to|caused by|blamed on|as a (?:result|consequence) of|owing to|thanks to|"
    r"(?:triggered|sparked|prompted|provoked|started) by|stem(?:s|med|ming)? from|traced to|"
    r"in (?:protest|retaliation) (?:at|against|over|for))\s+(?P<cause>[^.;]{6,110})",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:(?:has|had|is|was|were|have) )?(?:caused|triggered|sparked|prompted|led to|set off|provoked|"
    r"(?:suspected|believed|thought) (?:of|to) (?:have |having )?(?:caus|start|trigger)(?:ed|ing)|"
    r"(?:is|was|are|were) behind|responsible for|to blame for|the (?:cause|reason) (?:of|for))\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:too (?:early|soon) to (?:say|tell|know)|(?:not (?:yet )?|un)(?:known|clear|established|"
    r"determined)|under investigation|a mystery)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\b(?:cause[sd]?|why|what (?:led|started|set|triggered))\b", re.IGNORECASE)
_BREAK = re.compile(r"[.;:]\s")
_ORDINARY = concepts("say tell year day week month people cause reason")
_COMMON, _LIKE, _SAME = 4, 0.15, 0.25
"""Concepts that a cause and its denial share at least, and how alike they are; how alike two are that say one
thing. With 3, or .18, nothing changes; with 5 two flags are lost, one of them on a pair that disagrees."""
_EFFECT = 0.4
"""How alike two effects are that are one (see `contests`): at .3 a BASIL event is flagged, .5 changes
nothing."""
_CAUSE = "the cause"
"""The frame of what the story itself is about: it has one cause."""
_NEXT = 3
"""Words at either end of an effect on which its cause hangs: with 2 a flag is added where reports agree, with
4 none."""


@dataclass(frozen=True, slots=True)
class Reason:
    """The concepts of a cause, and whose words they are; none where the cause is said to be unknown."""

    origin: str
    words: frozenset[str]


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Links that are given and denied, unlike causes of one effect, causes unknown to another origin."""
    yield from _denied(corpus)
    told = [reason for line in corpus.lines for reason in _reasons(line)]

    def exclude(a: Reason, b: Reason) -> bool:
        return _strange(corpus, a, b.origin) and _strange(corpus, b, a.origin)

    for contest in contests(corpus, told, exclude, _EFFECT):
        yield from _finding(corpus, contest, "contradiction")
    central = [replace(reason, frame=_CAUSE) for reason in told if reason.anchor & corpus.core]
    for contest in contests(corpus, central, _unlike, _EFFECT, frozenset((_CAUSE,))):
        yield from _finding(corpus, contest, "tension")


def _unlike(a: Reason, b: Reason) -> bool:
    return bool(a.words) != bool(b.words)


def _finding(corpus: Corpus, contest: Contest[Reason], strength: Strength) -> Iterator[Finding]:
    question = _question(corpus, contest)
    yield from Finding.between(question, "cause", strength, contest.sides, contest.weight)


def _question(corpus: Corpus, contest: Contest[Reason]) -> str:
    """What either line leaves open ("What caused the fire"), else whether one of them is so."""
    asked = (whether(corpus, told.line.text) for told in (contest.first, contest.second))
    return min(asked, key=lambda question: (question.startswith("Whether "), question))


def _strange(corpus: Corpus, reason: Reason, origin: str) -> bool:
    """Whether at most a third of the words of a cause stand anywhere in the other origin's text."""
    known = sum(not corpus.unknown(frozenset({word}), origin) for word in reason.words)
    return len(reason.words) > 1 and 3 * known <= len(reason.words)


def _reasons(line: Line) -> Iterator[Filler[Reason]]:
    text = line.plain
    unknown = _UNKNOWN.search(text)
    if unknown and _WHY.search(text):
        yield from _reason(line, "", f"{text[: unknown.start()]} {text[unknown.end() :]}")
        return
    link, led = _LINK.search(text), _LED.search(text)
    if link:
        yield from _reason(line, link["cause"], text[: link.start()])
    elif led:
        yield from _reason(line, _BREAK.split(text[: led.start()])[-1], text[led.end() :])


def _reason(line: Line, cause: str, effect: str) -> Iterator[Filler[Reason]]:
    """The cause that a line tells of an effect, where both have telling words; "" is an unknown cause."""
    words = [w for w in sequence(effect) if w not in _ORDINARY]
    reason = Reason(line.origin, concepts(cause) - _ORDINARY)
    if words and bool(reason.words) == bool(cause):
        yield Filler(line, "cause", reason, frozenset(words[-_NEXT:] + words[:_NEXT]), frozenset(words))


def _denied(corpus: Corpus) -> Iterator[Finding]:
    """A cause given as fact by one origin beside its denial by another."""
    apart = [line for line in corpus.lines if parts(line)]
    denying = {line.origin for line in apart}
    joined = [line for line in corpus.lines if line.origin not in denying and gives_cause(line)]
    pairs = sorted(
        (
            (-corpus.shared(a.stems, b.stems), i, a, b)
            for i, a in enumerate(joined)
            for b in apart
            if len(a.stems & b.stems) >= _COMMON
        ),
        key=lambda pair: pair[:2],
    )
    taken: set[Line] = set()
    for score, _, a, b in pairs:
        if -score < _LIKE or a in taken:
            continue
        sides = (
            [a, *(x for x in joined if x not in taken and corpus.shared(x.stems, a.stems) >= _SAME)],
            [b, *(x for x in apart if corpus.shared(x.stems, a.stems) >= _LIKE)],
        )
        question = whether(corpus, a.text)
        for finding in Finding.between(
            question, "cause", "contradiction", sides, corpus.closeness(a) - score
        ):
            taken.update(finding.sides[0])
            yield finding


def gives_cause(line: Line) -> bool:
    """Whether the line gives a cause or a purpose as fact."""
    return (
        _CAUSAL.search(line.plain) is not None
        and not _UNLINKED.search(line.text)
        and not _HEDGED.search(line.plain)
    )


def parts(line: Line) -> bool:
    """Whether the line says that two things have nothing to do with each other."""
    return _UNLINKED.search(line.text) is not None and not _OPEN.search(line.plain)
