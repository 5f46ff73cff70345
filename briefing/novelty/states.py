"""Where things stand: a state that was told, and the one that follows it; what was said, and its denial."""

from __future__ import annotations

import re

from briefing.grounding import speeches
from briefing.grounding.negation import polarity_conflict
from briefing.lines.corpus import Line
from briefing.lines.thesaurus import concepts
from briefing.novelty.figures import figures
from briefing.novelty.scene import Scene, said_concepts
from briefing.novelty.values import AHEAD, days
from briefing.words import MONTHS, WEEKDAYS

_AXES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (r"illegal|unlawful|invalid", r"legal|lawful|valid"),
        (r"guilty|to blame|responsible", r"innocent|acquitted|cleared|not (?:guilty|to blame|responsible)"),
        (r"closed|shut|blocked|sealed off|cordoned off|off limits", r"open|opened|reopen(?:ed|s)?|unblocked"),
        (r"missing|unaccounted for|trapped", r"found|recovered|pulled out|freed|turned up"),
        (r"arrested|detained|held|in custody|remanded", r"released|freed|let go|bailed|cleared"),
        (r"injured|hurt|wounded|critical|unconscious|intensive care|ill", r"died|dead|recovered|recovering"),
        (r"in (?:a )?hospital|being treated", r"left (?:the )?hospital|discharged|went home|died"),
        (
            r"suspended|halted|stopped|cancell?ed|called off|postponed|put off|delayed",
            r"resum\w+|restart\w*|going ahead|go(?:es)? ahead|reinstated|back in service",
        ),
        (r"on strike|walked out|striking|picket\w*", r"back (?:to|at) work|return(?:ed)? to work"),
        (r"burning|out of control|raging|ablaze", r"under control|contained|put out|extinguished|is out"),
        (r"cut off|without (?:power|water|electricity|gas)|no (?:power|water)", r"restored|reconnected"),
        (r"reject\w+|turned down|refus\w+|opposes?|opposed", r"accept\w+|agree[sd]?|approved?"),
        (
            r"searching|search\w* for|looking for|hunting",
            r"(?:ended|called off|gave up|abandoned) the search",
        ),
        (
            r"plans? to|planned|considering|will|proposes?",
            r"scrapped|dropped|shelved|abandoned|withdr[ae]w\w*",
        ),
        (r"in force|imposed|banned|ban on|warning", r"lifted|eased|withdrawn|repealed"),
        (
            r"talks|negotiat\w+|in dispute",
            r"(?:reached|signed|struck) (?:a|an) \w+|agreed|broke down|collapsed",
        ),
    )
)
"""Pairs of a state and the state that ends it, as alternatives of a pattern."""
_OF_PERSONS = tuple(axis for axis in _AXES if any(p.search("missing injured arrested") for p in axis))
"""States of persons: where a line counts people, its figures are compared instead."""
_SILENCE = re.compile(
    r"\b(?:not|n['’]t|yet to|declined to|refused to)\s+(?:\w+ly\s+|yet\s+)?"
    r"(?:respond|repl[iy]|comment|answer)\w*",
    re.IGNORECASE,
)
_WORDS = concepts(
    """
    closed shut blocked open opened reopened missing found recovered arrested detained held released freed
    injured hurt died dead hospital left suspended halted stopped cancelled postponed resumed restarted strike
    work burning control contained restored rejected accepted agreed approved search ended lifted imposed
    """
)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
"""A line in the first person is a piece of somebody's speech."""
_LIKE, _COMMON = 0.3, 2
"""How alike two lines of one thing are, and how many concepts they share at least, but for their states. With
.24 two changes are added, neither in the gold, and with .36 one is missed; with 1 concept two are added, with
3 eight missed."""
_DENIED = 0.5
"""The share of a told line, without names, that its denial has at least, and the other way round. With .4
nothing changes; with .3 two changes are added on BASIL, and with .6 one is missed."""
_MOVED = 0.6
"""The share of a told plan, without its time, that a line has at least which gives it another time. With .48
nothing changes, with .36 one change on BASIL; with .72 one is missed."""
_WHEN = concepts(" ".join([*WEEKDAYS, *MONTHS, "tomorrow today next week month until till"]))


def another(scene: Scene, now: Line, then: Line) -> bool:
    """Whether today's line tells another state of one thing, another day for it, or denies it."""
    if len(now.stems & then.stems) < _COMMON or _OWN.search(now.plain) or _OWN.search(then.plain):
        return False
    return (
        _follows(scene, now, then)
        or _denies(scene, now, then)
        or _moves(scene, now, then)
        or _answers(now, then)
    )


def _follows(scene: Scene, now: Line, then: Line) -> bool:
    """Whether the two tell of one thing, and today's state ends the told one or is ended by it."""
    mine, theirs = said_concepts(now) - _WORDS, said_concepts(then) - _WORDS
    if len(mine & theirs) < _COMMON or scene.pairing.alike(mine, theirs) < _LIKE:
        return False
    counted = figures(now) or figures(then)
    return any(
        first.search(then.plain) and second.search(now.plain) and not second.search(then.plain)
        for axis in _AXES
        for first, second in (axis, axis[::-1])
        if not (counted and axis in _OF_PERSONS)
    )


def _denies(scene: Scene, now: Line, then: Line) -> bool:
    """Whether one of the two denies what the other says."""
    beyond = said_concepts(now) - scene.names, said_concepts(then) - scene.names
    if min(scene.covered(beyond[1], now), scene.covered(beyond[0], then)) < _DENIED:
        return False
    return polarity_conflict(now.text, [then.text])


def _answers(now: Line, then: Line) -> bool:
    """Whether a party speaks today that was said to have kept silent."""
    silence = _SILENCE.search(then.plain)
    if silence is None or _SILENCE.search(now.plain):
        return False
    party = concepts(then.plain[: silence.start()])
    return any(
        speech.speaker and speech.named and len(party & concepts(speech.speaker)) >= min(_COMMON, len(party))
        for speech in speeches(now.text)
    )


def _moves(scene: Scene, now: Line, then: Line) -> bool:
    """Whether what was to come on one day is to come on another."""
    if not (AHEAD.search(now.plain) and AHEAD.search(then.plain)):
        return False
    coming, told = days(now.text, scene.at(now)), days(then.text, scene.at(then))
    if not coming or not told or coming & told:
        return False
    return scene.covered(said_concepts(then) - _WHEN, now) >= _MOVED
